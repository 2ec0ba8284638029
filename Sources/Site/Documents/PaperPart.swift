import Content
import Text

/// A page of the site as a part of a document.
struct PaperPart {
  /// The address of the page below the site’s root, without leading and trailing slashes.
  let address: String
  /// The title in the contents, escaped.
  var title = ""
  /// How many levels its headings move down.
  let shift: Int
  /// What is in the page.
  var nodes: [MarkupNode]

  /// The anchors in it, as the page has them.
  var anchors: Set<String> {
    var found: Set<String> = []
    func visit(_ nodes: [MarkupNode]) {
      for element in nodes.lazy.compactMap(\.element) {
        if let id = element["id"] { found.insert(PaperLinks.decoded(id)) }
        visit(element.children)
      }
    }
    visit(nodes)
    return found
  }
}

/// Where the links of a document lead: to its own parts, otherwise to the site.
struct PaperLinks {
  private let settings: SiteSettings
  /// The number and the anchors of each part, by the path of its file below the output folder.
  private var parts: [String: (number: Int, anchors: Set<String>)] = [:]

  init(_ parts: [PaperPart], settings: SiteSettings) {
    self.settings = settings
    for (number, part) in parts.enumerated() {
      let path = settings.addresses.file(of: part.address)
      if self.parts[path] == nil { self.parts[path] = (number, part.anchors) }
    }
  }

  /// What the anchors of a part start with.
  static func prefix(_ number: Int) -> String { "s\(number + 1)-" }

  /// The anchor of a part as a whole.
  static func anchor(_ number: Int) -> String { "s\(number + 1)" }

  /// Where a link leads: an anchor of the document, a whole address, or nowhere (nil).
  ///
  /// - Parameters:
  ///   - address: as it is in the page, escaped.
  ///   - page: the address of the page.
  func target(_ address: String, on page: String) -> String? {
    let lower = address.lowercased()
    if ["http://", "https://", "mailto:"].contains(where: lower.hasPrefix) { return address }
    let pieces = address.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let fragment = pieces.count > 1 ? String(pieces[1]) : ""
    guard let path = Self.path(pieces.first.map(String.init) ?? "", from: settings.addresses.file(of: page))
    else { return nil }
    let file = path.isEmpty || path.hasSuffix("/") ? path + "index.html" : path
    if let part = parts[Self.decoded(file)] {
      if part.anchors.contains(Self.decoded(fragment)) { return "#" + Self.prefix(part.number) + fragment }
      return "#" + Self.anchor(part.number)
    }
    guard let base = settings.fullAddress("") else { return nil }
    return base + path + (fragment.isEmpty ? "" : "#" + fragment)
  }

  /// The path below the site’s root that a link leads to; nil: it leads elsewhere.
  static func path(_ link: String, from file: String) -> String? {
    if link.isEmpty { return file }
    if link.hasPrefix("/") || link.prefix(while: { $0 != "/" }).contains(":") { return nil }
    var folders = file.split(separator: "/", omittingEmptySubsequences: false).dropLast().map(String.init)
    let steps = link.prefix { $0 != "?" }.split(separator: "/", omittingEmptySubsequences: false)
    for (place, step) in steps.enumerated() {
      let isLast = place == steps.count - 1
      switch step {
      case "..":
        guard folders.popLast() != nil else { return nil }
        if isLast { folders.append("") }
      case ".": if isLast { folders.append("") }
      default: folders.append(String(step))
      }
    }
    let path = folders.joined(separator: "/")
    return path
  }

  /// An address or an anchor as text, so that different spellings of it are equal.
  static func decoded(_ text: String) -> String {
    let plain = text.contains("&") ? text.replacing("&#39;", with: "'").replacing("&amp;", with: "&") : text
    return PercentEncoding.decoded(plain)
  }
}
