import Diagnostics

/// Finds the tags of a template, byte by byte. Unsupported syntax becomes an error instead of being misread.
struct TemplateScanner {
  /// How deeply sections may be nested.
  static let maximumDepth = Limit.templateNesting.value

  private let bytes: [UInt8]
  private(set) var tags: [TemplateTag] = []
  private(set) var errors: [TemplateError] = []

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    scan()
    checkPairs()
    if let zero = bytes.firstIndex(of: Placeholder.delimiter) {
      errors.append(
        TemplateError(message: "a template cannot contain the NUL character", range: zero..<zero + 1))
    }
  }

  private mutating func scan() {
    var index = 0
    while let open = find("{{", from: index) {
      let triple = open + 2 < bytes.count && bytes[open + 2] == UInt8(ascii: "{")
      let start = open + (triple ? 3 : 2)
      guard let close = find(triple ? "}}}" : "}}", from: start) else {
        errors.append(TemplateError(message: "this tag has no closing “}}”", range: open..<open + 2))
        return
      }
      read(start..<close, triple: triple)
      index = close + (triple ? 3 : 2)
    }
  }

  private func find(_ wanted: StaticString, from start: Int) -> Int? {
    let count = wanted.utf8CodeUnitCount
    guard start + count <= bytes.count else { return nil }
    return wanted.withUTF8Buffer { wanted in
      (start...bytes.count - count).first { bytes[$0..<$0 + count].elementsEqual(wanted) }
    }
  }

  /// Reads the inside of a tag.
  private mutating func read(_ inside: Range<Int>, triple: Bool) {
    guard let first = inside.first(where: { !Self.isSpace(bytes[$0]) }) else {
      errors.append(
        TemplateError(message: "this tag is empty", range: inside.lowerBound - 2..<inside.upperBound))
      return
    }
    if triple { return add(.unescaped, first..<inside.upperBound) }
    let rest = inside.lowerBound + 1..<inside.upperBound
    switch bytes[inside.lowerBound] {
    case UInt8(ascii: "!"): break
    case UInt8(ascii: "#"): add(.section, rest)
    case UInt8(ascii: "^"): add(.inverted, rest)
    case UInt8(ascii: "/"): add(.close, rest)
    case UInt8(ascii: "&"): add(.unescaped, rest)
    case UInt8(ascii: ">"): add(.partial, rest)
    case UInt8(ascii: "<"): add(.parent, rest)
    case UInt8(ascii: "$"): add(.block, rest)
    case UInt8(ascii: "="): refuse("the delimiters “{{” and “}}” cannot be changed", inside)
    case UInt8(ascii: "%"): refuse("pragmas such as “{{% … }}” are not supported", inside)
    default: add(.variable, first..<inside.upperBound)
    }
  }

  private mutating func refuse(_ message: String, _ range: Range<Int>) {
    errors.append(TemplateError(message: message, range: range))
  }

  private mutating func add(_ kind: TemplateTag.Kind, _ inside: Range<Int>) {
    var range = inside
    while let first = range.first, Self.isSpace(bytes[first]) { range = first + 1..<range.upperBound }
    while let last = range.last, Self.isSpace(bytes[last]) { range = range.lowerBound..<last }
    let name = String(decoding: bytes[range], as: UTF8.self)
    if range.isEmpty { return refuse("this tag has no name", inside.lowerBound - 1..<inside.upperBound) }
    if name.utf8.contains(UInt8(ascii: "(")) {
      return refuse("functions such as “\(name)” are not supported", range)
    }
    if name.hasPrefix("*") { return refuse("the name of a partial cannot come from a value", range) }
    let isPath = kind == .partial || kind == .parent
    guard name.utf8.allSatisfy({ Self.isNameByte($0) || isPath && $0 == UInt8(ascii: "/") }) || kind == .close
    else {
      return refuse("“\(name)” is not a valid name; use letters, digits, hyphens and full stops", range)
    }
    tags.append(TemplateTag(kind: kind, name: name, range: range))
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || (9...13).contains(byte)
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."):
      true
    default: false
    }
  }

  /// Checks that every section is closed by its own name.
  private mutating func checkPairs() {
    var open: [TemplateTag] = []
    for tag in tags {
      if tag.opens {
        open.append(tag)
        if open.count == Self.maximumDepth + 1 {
          refuse("sections are nested more than \(Self.maximumDepth) levels deep", tag.range)
        }
      } else if tag.kind == .close {
        guard let last = open.popLast() else {
          return refuse("“{{/\(tag.name)}}” closes a section that is not open", tag.range)
        }
        if last.name != tag.name {
          return refuse("“{{/\(tag.name)}}” comes before the end of the section “\(last.name)”", tag.range)
        }
      }
    }
    for tag in open { refuse("the section “\(tag.name)” is not closed", tag.range) }
  }
}

/// A tag of a template: `{{…}}`.
struct TemplateTag: Sendable, Hashable {
  /// What the tag does.
  enum Kind: Sendable, Hashable {
    /// `{{name}}`.
    case variable
    /// `{{{name}}}` or `{{&name}}`.
    case unescaped
    /// `{{#name}}`.
    case section
    /// `{{^name}}`.
    case inverted
    /// `{{/name}}`.
    case close
    /// `{{> name}}`.
    case partial
    /// `{{<name}}`.
    case parent
    /// `{{$name}}`.
    case block
  }

  let kind: Kind
  let name: String
  /// The byte offsets of the name in the file.
  let range: Range<Int>

  /// Whether the tag must be closed by `{{/name}}`.
  var opens: Bool {
    switch kind {
    case .section, .inverted, .parent, .block: true
    case .variable, .unescaped, .close, .partial: false
    }
  }
}

/// A syntax error in a template.
struct TemplateError: Sendable, Hashable {
  let message: String
  /// Byte offsets in the file.
  let range: Range<Int>
}
