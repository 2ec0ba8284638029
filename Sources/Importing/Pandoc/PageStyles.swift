import Text

/// What the style sheet of a web page says about bold and italic text. Word processors on the web write all emphasis in this
/// way.
struct PageStyles {
  struct Style: Hashable {
    var isBold = false
    var isItalic = false
  }

  private var classes: [String: Declarations] = [:]

  /// `font-weight` and `font-style`; nil where a rule does not set them.
  private struct Declarations {
    var isBold: Bool?
    var isItalic: Bool?

    init(_ text: some StringProtocol) {
      for declaration in text.split(separator: ";") {
        let parts = declaration.split(separator: ":").map { $0.trimmingWhitespace.lowercased() }
        guard parts.count == 2, let value = parts[1].split(separator: " ").first else { continue }
        switch parts[0] {
        case "font-weight": isBold = value == "bold" || value == "bolder" || (Int(value) ?? 0) >= 600
        case "font-style": isItalic = value == "italic" || value == "oblique"
        default: break
        }
      }
    }
  }

  init() {}

  /// The rules for classes in the `<style>` elements of a page.
  init(page: [UInt8]) {
    var scanner = XMLScanner(page)
    var isInside = false
    while let token = scanner.next() {
      switch token {
      case .open(let tag): isInside = tag.name.lowercased() == "style"
      case .close: isInside = false
      case .text(let text): if isInside { take(text) }
      }
    }
  }

  private mutating func take(_ sheet: String) {
    for rule in sheet.split(separator: "}") {
      let parts = rule.split(separator: "{", maxSplits: 1)
      guard parts.count == 2 else { continue }
      let declarations = Declarations(parts[1])
      for selector in parts[0].split(separator: ",") {
        let name = selector.trimmingWhitespace.split(separator: ".", omittingEmptySubsequences: false)
        guard name.count == 2, ["", "span"].contains(name[0]), name[1].allSatisfy({ !$0.isWhitespace }) else {
          continue
        }
        classes[String(name[1])] = declarations
      }
    }
  }

  func style(of attributes: PandocAttributes) -> Style {
    var style = Style()
    for declarations in attributes.classes.compactMap({ classes[$0] }) + [Declarations(attributes.style)] {
      style.isBold = declarations.isBold ?? style.isBold
      style.isItalic = declarations.isItalic ?? style.isItalic
    }
    return style
  }
}

/// Addresses that lead to another one: programs replace the links of a document by links to themselves.
enum WrappedAddress {
  private static let wrappers: [(host: String, path: String, keys: [String])] = [
    ("www.google.com", "/url", ["q", "url"]), ("google.com", "/url", ["q", "url"]),
    ("l.facebook.com", "/l.php", ["u"]), ("lm.facebook.com", "/l.php", ["u"]),
    ("slack-redir.net", "/link", ["url"]),
    ("safelinks.protection.outlook.com", "/", ["url"]),
  ]

  /// The address that a link leads to in the end; the same if nothing wraps it.
  static func target(of address: String) -> String {
    guard let scheme = ["https://", "http://"].first(where: address.hasPrefix) else { return address }
    let rest = address.dropFirst(scheme.count)
    guard let mark = rest.firstIndex(of: "?") else { return address }
    let host = rest.prefix { $0 != "/" && $0 != "?" }.lowercased()
    let path = rest[..<mark].drop { $0 != "/" }
    let wrapper = wrappers.first {
      (host == $0.host || host.hasSuffix("." + $0.host))
        && (path == $0.path || (path.isEmpty && $0.path == "/"))
    }
    guard let wrapper else { return address }
    for pair in rest[rest.index(after: mark)...].split(separator: "&") {
      let parts = pair.split(separator: "=", maxSplits: 1)
      guard parts.count == 2, wrapper.keys.contains(String(parts[0])) else { continue }
      let inner = PercentEncoding.decoded(String(parts[1]))
      if inner.hasPrefix("http://") || inner.hasPrefix("https://") || inner.hasPrefix("mailto:") {
        return inner
      }
    }
    return address
  }
}
