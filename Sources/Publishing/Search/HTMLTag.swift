import Text

/// The name of an element, in lower case, as a number.
struct ElementName: Hashable {
  private(set) var value: UInt64 = 0

  /// An empty name.
  init() {}

  init(_ name: String) {
    for byte in name.utf8 { add(byte) }
  }

  mutating func add(_ byte: UInt8) { value = (value << 8 | value >> 56) ^ UInt64(byte.lowered) }

  /// Elements without an end tag.
  static let empty = Set(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"].map
    {
      ElementName($0)
    })
}

/// A tag in the bytes of a page.
struct HTMLTag {
  let name: ElementName
  let isEnd: Bool
  /// Whether it ends with `/>`.
  private(set) var isClosed = false
  /// The hashes of its classes.
  private(set) var classes: [UInt64] = []
  /// Its `id`; nil without one.
  private(set) var id: Range<Int>?
  /// Whether it has the attribute `data-pagefind-ignore`.
  private(set) var isIgnored = false
  /// Whether it has the attribute `data-pagefind-body`.
  private(set) var isSearched = false
  /// Whether it has another attribute of Pagefind.
  private(set) var isSpecial = false
  /// The place after it.
  private(set) var end = 0

  /// The tag that begins at `start`, with “<”; nil if it does not end, or if it is not a tag.
  init?(_ bytes: UnsafeRawBufferPointer, at start: Int) {
    var place = start + 1
    isEnd = place < bytes.count && bytes[place] == UInt8(ascii: "/")
    if isEnd { place += 1 }
    guard place < bytes.count, bytes[place].isLetter else { return nil }
    var name = ElementName()
    while place < bytes.count,
      bytes[place].isLetter || bytes[place].isDigit || bytes[place] == UInt8(ascii: "-")
    {
      name.add(bytes[place])
      place += 1
    }
    self.name = name
    while true {
      while place < bytes.count, Self.isSpace(bytes[place]) || bytes[place] == UInt8(ascii: "/") {
        isClosed = bytes[place] == UInt8(ascii: "/")
        place += 1
      }
      guard place < bytes.count else { return nil }
      if bytes[place] == UInt8(ascii: ">") { break }
      isClosed = false
      guard let attribute = Self.attribute(bytes, &place) else { return nil }
      note(bytes, attribute.name, attribute.value)
    }
    end = place + 1
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte &- 9 < 5 && byte != 0x0B }

  /// The attribute that begins at `place`, which is then after it; nil if its value does not end.
  private static func attribute(
    _ bytes: UnsafeRawBufferPointer, _ place: inout Int
  ) -> (name: Range<Int>, value: Range<Int>)? {
    func skip(while condition: (UInt8) -> Bool) -> Int {
      while place < bytes.count, condition(bytes[place]) { place += 1 }
      return place
    }
    let start = place
    // The first byte belongs to the name, whatever it is.
    place += 1
    let name =
      start..<skip {
        !isSpace($0) && $0 != UInt8(ascii: "=") && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "/")
      }
    let next = skip { isSpace($0) }
    guard next < bytes.count, bytes[next] == UInt8(ascii: "=") else {
      return (name, name.upperBound..<name.upperBound)
    }
    place += 1
    let value = skip { isSpace($0) }
    guard value < bytes.count else { return nil }
    let quote = bytes[value]
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
      return (name, value..<skip { !isSpace($0) && $0 != UInt8(ascii: ">") })
    }
    let end = ByteSearch(quote).next(in: bytes, from: value + 1)
    guard end < bytes.count else { return nil }
    place = end + 1
    return (name, value + 1..<end)
  }

  private static let names = (
    id: Array("id".utf8), classes: Array("class".utf8), prefix: Array("data-pagefind".utf8),
    ignored: Array("data-pagefind-ignore".utf8), searched: Array("data-pagefind-body".utf8)
  )

  private mutating func note(_ bytes: UnsafeRawBufferPointer, _ name: Range<Int>, _ value: Range<Int>) {
    let text = UnsafeRawBufferPointer(rebasing: bytes[name])
    if text.elementsEqual(Self.names.id) {
      id = value
    } else if text.elementsEqual(Self.names.classes) {
      classes = Self.words(UnsafeRawBufferPointer(rebasing: bytes[value]))
    } else if text.elementsEqual(Self.names.ignored) {
      isIgnored = true
    } else if text.elementsEqual(Self.names.searched) {
      isSearched = true
    } else if text.starts(with: Self.names.prefix) {
      isSpecial = true
    }
  }

  private static func words(_ bytes: UnsafeRawBufferPointer) -> [UInt64] {
    var words: [UInt64] = []
    var word: StableHash?
    for byte in bytes {
      if isSpace(byte) {
        if let word { words.append(word.value) }
        word = nil
      } else {
        var next = word ?? StableHash()
        next.add(byte)
        word = next
      }
    }
    if let word { words.append(word.value) }
    return words
  }
}
