import Text

/// Takes from an element of a page what the search index needs of it: text, headings, and the places that results lead to.
///
/// Like Pagefind, it ends the text of blocks with a period, so that a sentence does not run into the next one.
struct PageReduction {
  private let bytes: UnsafeRawBufferPointer
  private var output: [UInt8] = []
  private var open: [Element] = []

  /// An element without its end tag so far.
  private struct Element {
    let name: ElementName
    let mark: SearchExclusions.Mark
    let kind: Kind
    /// The length of the output at its beginning.
    let start: Int
  }

  /// What happens to an element.
  private enum Kind {
    /// Its text alone is taken.
    case text
    /// The same, and it ends a sentence.
    case block
    /// It is an element of the output.
    case kept
  }

  private static let headings = Set(["h1", "h2", "h3", "h4", "h5", "h6"].map(ElementName.init))
  private static let blocks = Set(["p", "td", "div", "ul", "li", "article", "section"].map(ElementName.init))
  /// Elements whose end the search must know, because what follows them belongs to another place.
  private static let entries = Set(["td", "li"].map(ElementName.init))
  /// Elements that begin a place, with their tags.
  private static let places: [ElementName: [UInt8]] = Dictionary(
    uniqueKeysWithValues: ["section", "tbody"].map { (ElementName($0), Array($0.utf8)) })
  private static let kept: [ElementName: [UInt8]] = Dictionary(
    uniqueKeysWithValues: ["h1", "h2", "h3", "h4", "h5", "h6", "td", "li"].map {
      (ElementName($0), Array($0.utf8))
    }
  )
  private static let lineBreak = ElementName("br")
  private static let sentenceSigns = Set("_'\")$*".utf8)
  /// Elements that contain no tags.
  private static let raw = [
    ElementName("script"): Array("</script".utf8), ElementName("style"): Array("</style".utf8),
  ]
  private static let footnote = Array("fn".utf8)
  private static let part = Array("page:".utf8)
  private static let comment = Array("!--".utf8)
  private static let commentEnd = Array("-->".utf8)
  private static let tagStart = ByteSearch(UInt8(ascii: "<"))

  /// The reduced content of the element whose tag begins at `start`, and the place after the element; nil if its tags do
  /// not match, or have instructions for Pagefind that need the whole page.
  static func body(of bytes: UnsafeRawBufferPointer, at start: Int) -> (content: [UInt8], end: Int)? {
    guard let tag = HTMLTag(bytes, at: start), !tag.isEnd, !tag.isClosed, !tag.isIgnored, !tag.isSpecial
    else { return nil }
    var reduction = PageReduction(bytes: bytes)
    reduction.output.reserveCapacity((bytes.count - start) / 4)
    reduction.open.append(Element(name: tag.name, mark: [], kind: .text, start: 0))
    guard let end = reduction.run(from: tag.end) else { return nil }
    return (reduction.output, end)
  }

  private init(bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  /// The place after the element; nil if it cannot be reduced.
  private mutating func run(from start: Int) -> Int? {
    var place = start
    while true {
      let next = Self.tagStart.next(in: bytes, from: place)
      guard next < bytes.count, let mark = open.last?.mark else { return nil }
      if !mark.contains(.isExcluded) { append(place..<next) }
      if bytes[(next + 1)...].starts(with: Self.comment) {
        guard let end = find(Self.commentEnd, from: next + 4) else { return nil }
        place = end
        continue
      }
      guard let tag = HTMLTag(bytes, at: next) else { return nil }
      place = tag.end
      if tag.isEnd {
        guard finish(tag) else { return nil }
        if open.isEmpty { return place }
      } else {
        guard !tag.isSpecial, !tag.isSearched else { return nil }
        begin(tag, mark)
        if let end = Self.raw[tag.name], !tag.isClosed {
          guard let found = find(end, from: place) else { return nil }
          place = found - end.count
        }
      }
    }
  }

  private mutating func append(_ range: Range<Int>) {
    output += UnsafeRawBufferPointer(rebasing: bytes[range])
  }

  /// The place after some bytes; nil without them.
  private func find(_ sought: [UInt8], from start: Int) -> Int? {
    let search = ByteSearch(sought[sought.count - 1])
    var found = search.next(in: bytes, from: start + sought.count - 1)
    while found < bytes.count {
      if bytes[(found + 1 - sought.count)...found].elementsEqual(sought) { return found + 1 }
      found = search.next(in: bytes, from: found + 1)
    }
    return nil
  }

  private mutating func begin(_ tag: HTMLTag, _ parent: SearchExclusions.Mark) {
    var mark = SearchExclusions.mark(tag.name, tag.classes, in: parent)
    if tag.isIgnored { mark.insert(.isExcluded) }
    let isExcluded = mark.contains(.isExcluded)
    if ElementName.empty.contains(tag.name) || tag.isClosed {
      if tag.name == Self.lineBreak, !isExcluded { output.append(UInt8(ascii: " ")) }
      return
    }
    let kind = isExcluded ? .text : kind(of: tag)
    if kind == .block { output.append(UInt8(ascii: " ")) }
    if !isExcluded, let name = kind == .kept ? Self.kept[tag.name] : Self.places[tag.name] {
      write(name, tag.id, isWhole: kind == .kept)
    }
    open.append(Element(name: tag.name, mark: mark, kind: kind, start: output.count))
  }

  private func kind(of tag: HTMLTag) -> Kind {
    if Self.headings.contains(tag.name) { return .kept }
    guard Self.blocks.contains(tag.name) else { return .text }
    return Self.entries.contains(tag.name) && tag.id.map(isPlace) == true ? .kept : .block
  }

  /// Whether results lead to an element with this `id`: it is neither a footnote nor a part of each page.
  private func isPlace(_ id: Range<Int>) -> Bool {
    !id.isEmpty && !bytes[id].starts(with: Self.footnote) && !bytes[id].starts(with: Self.part)
  }

  /// Writes the tag of an element, and its end tag unless the `element` is whole.
  private mutating func write(_ name: [UInt8], _ id: Range<Int>?, isWhole: Bool) {
    guard isWhole || id.map(isPlace) == true else { return }
    output.append(UInt8(ascii: "<"))
    output += name
    if let id, !bytes[id].contains(UInt8(ascii: "\"")) {
      output += Array(" id=\"".utf8)
      append(id)
      output.append(UInt8(ascii: "\""))
    }
    output.append(UInt8(ascii: ">"))
    if !isWhole { writeEnd(name) }
  }

  private mutating func writeEnd(_ name: [UInt8]) {
    output += Array("</".utf8)
    output += name
    output.append(UInt8(ascii: ">"))
  }

  /// Whether the tag ends the element that was begun last.
  private mutating func finish(_ tag: HTMLTag) -> Bool {
    guard let element = open.popLast(), element.name == tag.name else { return false }
    switch element.kind {
    case .text: break
    case .kept: if let name = Self.kept[element.name] { writeEnd(name) }
    case .block:
      if output.count > element.start, endsSentence { output.append(UInt8(ascii: ".")) }
      output.append(UInt8(ascii: " "))
    }
    return true
  }

  /// Whether the output ends with a letter, a digit or a similar sign, after which a sentence needs a period.
  private var endsSentence: Bool {
    guard let last = output.last else { return false }
    if last < 0x80 {
      return last.isLetter || last.isDigit || Self.sentenceSigns.contains(last)
    }
    guard let scalar = String(decoding: output.suffix(4), as: UTF8.self).unicodeScalars.last else {
      return false
    }
    return scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }
}
