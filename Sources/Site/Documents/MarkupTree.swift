import Text

/// An element of a page: its name, its attributes and what is in it.
struct MarkupElement: Sendable, Equatable {
  /// In lower case.
  var name: String
  /// With values as they are in the page: escaped, without quotation marks.
  var attributes: [Attribute] = []
  var children: [MarkupNode] = []

  struct Attribute: Sendable, Equatable {
    /// In lower case.
    let name: String
    var value: String
  }

  /// The value of an attribute; nil: the element has none of this name. Setting nil removes it.
  subscript(_ name: String) -> String? {
    get { attributes.first { $0.name == name }?.value }
    set {
      let place = attributes.firstIndex { $0.name == name }
      switch (place, newValue) {
      case (let place?, let value?): attributes[place].value = value
      case (let place?, nil): attributes.remove(at: place)
      case (nil, let value?): attributes.append(Attribute(name: name, value: value))
      case (nil, nil): break
      }
    }
  }

  var classes: [Substring] { self["class"]?.split(whereSeparator: \.isWhitespace) ?? [] }

  /// The elements directly in it.
  var elements: [MarkupElement] { children.compactMap(\.element) }

  /// Appends its markup.
  func write(into output: inout HTML) {
    output.markup("<\(name)")
    for attribute in attributes {
      let value = HTML(trusted: Array(attribute.value.replacing("\"", with: "&quot;").utf8))
      output.markup(" \(attribute.name)=\"\(value)\"")
    }
    output.raw(">")
    if Self.void.contains(name) { return }
    for child in children { child.write(into: &output) }
    output.markup("</\(name)>")
  }

  /// The elements that have no end tag.
  static let void: Set<String> = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
  ]
}

/// An element or a text of a page.
enum MarkupNode: Sendable, Equatable {
  case element(MarkupElement)
  /// As it is in the page: escaped.
  case text([UInt8])

  /// nil for texts.
  var element: MarkupElement? { if case .element(let element) = self { element } else { nil } }

  var isBlank: Bool {
    if case .text(let bytes) = self { bytes.allSatisfy { $0 <= 0x20 } } else { false }
  }

  /// Appends its markup.
  func write(into output: inout HTML) {
    switch self {
    case .element(let element): element.write(into: &output)
    case .text(let bytes): output.append(contentsOf: HTML(trusted: bytes))
    }
  }
}

/// Reads the markup of a page as a tree. Broken markup, which `trust-html` lets through, gives a tree, too.
struct MarkupReader {
  /// Elements that are deeper are left out, and what is in them goes into the elements around them.
  static let mostLevels = 100

  private let bytes: [UInt8]
  private var index = 0
  /// The open elements, the outermost first.
  private var open: [MarkupElement]
  /// The names of open elements that are too deep.
  private var ignored: [String] = []

  private init(_ bytes: [UInt8], in root: MarkupElement) {
    self.bytes = bytes
    open = [root]
  }

  /// What is in the `main` element of a page; nil: it has none.
  static func main(of page: [UInt8]) -> [MarkupNode]? {
    guard let start = find("<main", in: page[...]), let end = findLast("</main>", in: page),
      let content = page[start...].firstIndex(of: UInt8(ascii: ">")), content < end
    else { return nil }
    return nodes(Array(page[(content + 1)..<end]))
  }

  /// The tree of a part of a page.
  static func nodes(_ markup: [UInt8]) -> [MarkupNode] {
    var reader = MarkupReader(markup, in: MarkupElement(name: ""))
    reader.read()
    return reader.open[0].children
  }

  private static func find(_ text: StaticString, in bytes: ArraySlice<UInt8>) -> Int? {
    text.withUTF8Buffer { wanted in
      var place = bytes.startIndex
      while place + wanted.count <= bytes.endIndex {
        if bytes[place] == wanted[0], bytes[place...].starts(with: wanted) { return place }
        place += 1
      }
      return nil
    }
  }

  private static func findLast(_ text: StaticString, in bytes: [UInt8]) -> Int? {
    text.withUTF8Buffer { wanted in
      var place = bytes.count - wanted.count
      while place >= 0 {
        if bytes[place] == wanted[0], bytes[place...].starts(with: wanted) { return place }
        place -= 1
      }
      return nil
    }
  }

  private mutating func read() {
    while index < bytes.count {
      let text = bytes[index...].prefix { $0 != UInt8(ascii: "<") }
      if !text.isEmpty { append(.text(Array(text))) }
      index = text.endIndex
      if index < bytes.count { readMarkup() }
    }
    while open.count > 1 { close() }
  }

  private mutating func append(_ node: MarkupNode) { open[open.count - 1].children.append(node) }

  private mutating func close() {
    guard open.count > 1, let element = open.popLast() else { return }
    append(.element(element))
  }

  /// Reads what starts with `<`.
  private mutating func readMarkup() {
    let rest = bytes[index...]
    if rest.starts(with: "<!--".utf8) {
      index = Self.find("-->", in: rest).map { $0 + 3 } ?? bytes.count
    } else if rest.starts(with: "<!".utf8) || rest.starts(with: "<?".utf8) {
      index = rest.firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 } ?? bytes.count
    } else if rest.starts(with: "</".utf8) {
      readEnd()
    } else if let next = rest.dropFirst().first, next.isLetter {
      readStart()
    } else {
      append(.text(Array("&lt;".utf8)))
      index += 1
    }
  }

  private mutating func readEnd() {
    let name = name(from: index + 2)
    index = bytes[index...].firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 } ?? bytes.count
    if let place = ignored.lastIndex(of: name) {
      ignored.remove(at: place)
    } else if let place = open.lastIndex(where: { $0.name == name }), place > 0 {
      while open.count > place { close() }
    }
  }

  private mutating func readStart() {
    var element = MarkupElement(name: name(from: index + 1))
    index += 1 + element.name.utf8.count
    element.attributes = readAttributes()
    if MarkupElement.void.contains(element.name) { return append(.element(element)) }
    if Self.raw.contains(element.name) { return skip(element.name) }
    if open.count > Self.mostLevels { return ignored.append(element.name) }
    open.append(element)
  }

  /// Skips the text of an element in which there is no markup.
  private mutating func skip(_ name: String) {
    while index < bytes.count {
      guard let end = Self.find("</", in: bytes[index...]) else {
        index = bytes.count
        return
      }
      index = end + 2
      guard self.name(from: index) == name else { continue }
      index = bytes[index...].firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 } ?? bytes.count
      return
    }
  }

  private func name(from start: Int) -> String {
    let name = bytes[min(start, bytes.count)...].prefix { $0.isLetter || Self.isDigitOrHyphen($0) }
    return String(decoding: name, as: UTF8.self).lowercased()
  }

  /// Reads the rest of a start tag.
  private mutating func readAttributes() -> [MarkupElement.Attribute] {
    var attributes: [MarkupElement.Attribute] = []
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: ">"):
        index += 1
        return attributes
      case 0...0x20, UInt8(ascii: "/"), UInt8(ascii: "="): index += 1
      default: attributes.append(readAttribute())
      }
    }
    return attributes
  }

  private mutating func readAttribute() -> MarkupElement.Attribute {
    let name = bytes[index...].prefix { $0 > 0x20 && !"=>/".utf8.contains($0) }
    index = name.endIndex
    let text = String(decoding: name, as: UTF8.self).lowercased()
    skipSpace()
    guard index < bytes.count, bytes[index] == UInt8(ascii: "=") else { return .init(name: text, value: "") }
    index += 1
    skipSpace()
    guard index < bytes.count else { return .init(name: text, value: "") }
    let quote = bytes[index]
    let value: ArraySlice<UInt8>
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      value = bytes[(index + 1)...].prefix { $0 != quote }
      index = min(value.endIndex + 1, bytes.count)
    } else {
      value = bytes[index...].prefix { $0 > 0x20 && $0 != UInt8(ascii: ">") }
      index = value.endIndex
    }
    return .init(name: text, value: String(decoding: value, as: UTF8.self))
  }

  private mutating func skipSpace() { while index < bytes.count, bytes[index] <= 0x20 { index += 1 } }

  private static func isDigitOrHyphen(_ byte: UInt8) -> Bool {
    byte.isDigit || byte == UInt8(ascii: "-")
  }

  /// Elements without markup whose text no reader sees.
  private static let raw: Set<String> = [
    "script", "style", "textarea", "iframe", "noscript", "noembed", "noframes", "title", "xmp", "plaintext",
  ]
}
