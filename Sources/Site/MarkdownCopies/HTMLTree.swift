/// The elements and texts of a page's HTML, in a flat list.
///
/// It is written by the site itself and well formed, but for raw HTML of authors (`trust-html`): end tags without a start, and
/// elements without an end, do no harm.
struct HTMLTree: Sendable {
  enum Content: Sendable {
    /// With character references replaced.
    case text(String)
    /// In lower case.
    case element(name: String, attributes: [String: String])
  }

  struct Node: Sendable {
    let content: Content
    /// Indexes of nodes, in order.
    var children: [Int] = []
  }

  /// Elements without content.
  private static let void: Set<String> = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
  ]
  /// Elements whose content is not HTML. They are left out.
  private static let opaque: Set<String> = ["script", "style", "template"]
  /// Elements that are nested deeper than this become part of the last one above it.
  private static let mostDepth = 300

  /// The first is the root, an element without a name.
  private(set) var nodes: [Node] = [Node(content: .element(name: "", attributes: [:]))]
  /// The open elements: a name, and the node to which their content belongs.
  private var open: [(name: String, node: Int)] = [("", 0)]

  init(_ html: [UInt8]) {
    var rest = html[...]
    while let start = rest.firstIndex(of: UInt8(ascii: "<")) {
      add(text: rest[..<start])
      rest = read(tag: rest[start...])
    }
    add(text: rest)
  }

  /// The name of an element; empty for the root and for texts.
  func name(_ node: Int) -> String {
    if case .element(let name, _) = nodes[node].content { name } else { "" }
  }

  func attribute(_ name: String, of node: Int) -> String? {
    if case .element(_, let attributes) = nodes[node].content { attributes[name] } else { nil }
  }

  func hasClass(_ name: String, _ node: Int) -> Bool {
    attribute("class", of: node)?.split(separator: " ").contains { $0 == name } ?? false
  }

  /// Whether an element has another one in it, at any depth.
  func holds(_ name: String, _ node: Int) -> Bool {
    nodes[node].children.contains { self.name($0) == name || holds(name, $0) }
  }

  /// The first element with a name, in the order of the page; nil: there is none.
  func first(_ name: String) -> Int? { nodes.indices.first { self.name($0) == name } }

  private mutating func add(text: ArraySlice<UInt8>) {
    if text.isEmpty { return }
    append(.text(Self.unescaped(String(decoding: text, as: UTF8.self))))
  }

  @discardableResult private mutating func append(_ content: Content) -> Int {
    nodes.append(Node(content: content))
    nodes[open[open.count - 1].node].children.append(nodes.count - 1)
    return nodes.count - 1
  }

  /// Reads a tag or a comment, and returns what follows it.
  private mutating func read(tag: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    if tag.starts(with: "<!--".utf8) { return Self.after("-->", tag) }
    guard let end = Self.end(ofTag: tag) else {
      add(text: tag)
      return []
    }
    let inner = tag[(tag.startIndex + 1)..<end]
    let rest = tag[(end + 1)...]
    guard let first = inner.first, first != UInt8(ascii: "!") else { return rest }
    if first == UInt8(ascii: "/") {
      close(Self.name(inner.dropFirst()))
      return rest
    }
    let name = Self.name(inner)
    if Self.opaque.contains(name) {
      return inner.last == UInt8(ascii: "/") ? rest : Self.after("</\(name)>", rest)
    }
    start(name, Self.attributes(inner.dropFirst(name.utf8.count)))
    return rest
  }

  private mutating func start(_ name: String, _ attributes: [String: String]) {
    if open.count > Self.mostDepth, !Self.void.contains(name) {
      open.append((name, open[open.count - 1].node))
      return
    }
    let node = append(.element(name: name, attributes: attributes))
    if !Self.void.contains(name) { open.append((name, node)) }
  }

  private mutating func close(_ name: String) {
    guard let place = open.lastIndex(where: { $0.name == name }), place > 0 else { return }
    open.removeSubrange(place...)
  }

  private static func after(_ mark: String, _ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let mark = Array(mark.utf8)
    var rest = bytes
    while let start = rest.firstIndex(of: mark[0]) {
      if rest[start...].starts(with: mark) { return rest[(start + mark.count)...] }
      rest = rest[(start + 1)...]
    }
    return []
  }

  /// The index of the `>` that ends a tag; those in quotation marks do not.
  private static func end(ofTag tag: ArraySlice<UInt8>) -> Int? {
    var quote: UInt8?
    for index in tag.indices {
      let byte = tag[index]
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: ">") {
        return index
      }
    }
    return nil
  }

  private static func name(_ tag: ArraySlice<UInt8>) -> String {
    let end = tag.firstIndex { $0 <= UInt8(ascii: " ") || $0 == UInt8(ascii: "/") } ?? tag.endIndex
    return String(decoding: tag[..<end], as: UTF8.self).lowercased()
  }

  private static func attributes(_ tag: ArraySlice<UInt8>) -> [String: String] {
    var attributes: [String: String] = [:]
    var rest = tag.drop { isBetween($0) }
    while !rest.isEmpty {
      let name = rest.prefix { !isBetween($0) && $0 != UInt8(ascii: "=") }
      rest = rest[name.endIndex...].drop { $0 <= UInt8(ascii: " ") }
      var value = rest.prefix(0)
      if rest.first == UInt8(ascii: "=") {
        (value, rest) = self.value(rest.dropFirst().drop { $0 <= UInt8(ascii: " ") })
      }
      if !name.isEmpty {
        attributes[String(decoding: name, as: UTF8.self).lowercased()] = unescaped(
          String(decoding: value, as: UTF8.self))
      }
      rest = rest.drop { isBetween($0) }
    }
    return attributes
  }

  /// The value at the beginning of some bytes, with or without quotation marks, and what follows it.
  private static func value(_ bytes: ArraySlice<UInt8>) -> (ArraySlice<UInt8>, rest: ArraySlice<UInt8>) {
    guard let quote = bytes.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
      let value = bytes.prefix { $0 > UInt8(ascii: " ") }
      return (value, bytes[value.endIndex...])
    }
    let value = bytes.dropFirst().prefix { $0 != quote }
    return (value, bytes[value.endIndex...].dropFirst())
  }

  /// Whether a byte separates attributes.
  private static func isBetween(_ byte: UInt8) -> Bool {
    byte <= UInt8(ascii: " ") || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "\"")
      || byte == UInt8(ascii: "'")
  }

  /// Replaces the character references that the site writes, and numeric ones.
  private static func unescaped(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
    return text.replacing(/&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-z]+));/) { match -> String in
      let code = match.output.1.flatMap { UInt32($0) } ?? match.output.2.flatMap { UInt32($0, radix: 16) }
      if let code { return Unicode.Scalar(code).map { String(Character($0)) } ?? "\u{fffd}" }
      return match.output.3.flatMap { named[String($0)] } ?? String(match.output.0)
    }
  }

  private static let named = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{a0}",
  ]
}
