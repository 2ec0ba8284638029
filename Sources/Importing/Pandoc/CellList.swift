/// The mark of a paragraph that is part of a list in a cell of an .odt document: pandoc (2.17 to 3.1) drops lists in cells, so
/// they reach it as paragraphs, and are made lists again afterwards.
struct CellListMark {
  /// A character for private use, which no document has.
  private static let sign: Character = "\u{E0F2}"

  enum Kind: String {
    case bullet = "b"
    case number = "n"
    /// A further paragraph of the entry before it.
    case continuation = "c"
  }

  let kind: Kind
  /// 1 for a list in the cell itself, 2 for one in an entry of it.
  let level: Int

  init(_ kind: Kind, level: Int) { (self.kind, self.level) = (kind, level) }

  /// The mark at the start of a paragraph; nil: it has none.
  init?(_ inlines: [PandocInline]) {
    guard case .text(let text)? = inlines.first, text.first == Self.sign else { return nil }
    let inside = text.dropFirst().prefix { $0 != Self.sign }
    guard let kind = inside.first.flatMap({ Kind(rawValue: String($0)) }),
      let level = Int(inside.dropFirst()), level > 0
    else { return nil }
    self.init(kind, level: level)
  }

  var text: String { "\(Self.sign)\(kind.rawValue)\(level)\(Self.sign)" }

  /// The paragraph without its mark.
  func removed(from inlines: [PandocInline]) -> [PandocInline] {
    guard case .text(let text)? = inlines.first else { return inlines }
    let rest = text.dropFirst(self.text.count)
    return (rest.isEmpty ? [] : [.text(String(rest))]) + inlines.dropFirst()
  }

  /// The blocks of a cell with lists in place of marked paragraphs.
  static func lists(in blocks: [PandocBlock]) -> [PandocBlock] {
    guard
      blocks.contains(where: { if case .paragraph(let inlines) = $0 { Self(inlines) != nil } else { false } })
    else { return blocks }
    var rest = blocks[...]
    return lists(in: &rest, level: 0)
  }

  /// Takes the blocks of an entry at a level, and of the lists in it, from the front.
  private static func lists(in rest: inout ArraySlice<PandocBlock>, level: Int) -> [PandocBlock] {
    var result: [PandocBlock] = []
    while let block = rest.first {
      guard case .paragraph(let inlines) = block, let mark = Self(inlines) else {
        if level > 0 { break }
        result.append(block)
        rest.removeFirst()
        continue
      }
      if mark.kind == .continuation && mark.level == level {
        result.append(.paragraph(mark.removed(from: inlines)))
        rest.removeFirst()
      } else if mark.level > level {
        result.append(list(in: &rest, level: level + 1, isNumbered: mark.kind == .number))
      } else {
        break
      }
    }
    return result
  }

  /// Takes a list, which starts with a marked paragraph.
  private static func list(in rest: inout ArraySlice<PandocBlock>, level: Int, isNumbered: Bool)
    -> PandocBlock
  {
    var entries: [[PandocBlock]] = []
    while case .paragraph(let inlines)? = rest.first, let mark = Self(inlines), mark.level >= level {
      if mark.level == level {
        if mark.kind != .continuation, !entries.isEmpty, (mark.kind == .number) != isNumbered { break }
        rest.removeFirst()
        entries.append([.paragraph(mark.removed(from: inlines))] + lists(in: &rest, level: level))
      } else {
        entries.append(lists(in: &rest, level: level))
      }
    }
    return isNumbered ? .orderedList(start: 1, entries) : .bulletList(entries)
  }
}

extension OpenDocumentText {
  /// A copy in which the lists in cells are paragraphs with marks.
  package static func markingLists(_ content: [UInt8]) -> [UInt8] {
    var scanner = XMLScanner(content)
    var styles = ListStyles()
    var cells: [OpenLists] = []
    var copy = XMLReplacements(content)
    while let token = scanner.next() {
      switch token {
      case .open(let tag):
        let last = cells.count - 1
        switch tag.name {
        case "table:table-cell" where !tag.isEmpty: cells.append(OpenLists())
        case "text:list" where last >= 0:
          if !tag.isEmpty { cells[last].open(style: tag["text:style-name"]) }
          copy.replace(tag.range)
        case "text:list-item" where last >= 0, "text:list-header" where last >= 0:
          cells[last].startEntry()
          copy.replace(tag.range)
        case "text:p" where last >= 0 && !tag.isEmpty, "text:h" where last >= 0 && !tag.isEmpty:
          if let mark = cells[last].mark(styles) {
            copy.replace(tag.range.upperBound..<tag.range.upperBound, with: mark)
          }
        default: styles.read(tag)
        }
      case .close("table:table-cell", _): _ = cells.popLast()
      case .close("text:list", let range) where !cells.isEmpty:
        cells[cells.count - 1].close()
        copy.replace(range)
      case .close("text:list-item", let range) where !cells.isEmpty,
        .close("text:list-header", let range) where !cells.isEmpty:
        copy.replace(range)
      default: break
      }
    }
    return copy.bytes
  }

  /// Which levels of which list styles have numbers.
  private struct ListStyles {
    private var name: String?
    private var numbered: Set<String> = []

    mutating func read(_ tag: XMLTag) {
      switch tag.name {
      case "text:list-style": name = tag["style:name"]
      case "text:list-level-style-number":
        if let name { numbered.insert("\(name) \(tag["text:level"] ?? "1")") }
      default: break
      }
    }

    func isNumbered(_ style: String?, level: Int) -> Bool {
      style.map { numbered.contains("\($0) \(level)") } ?? false
    }
  }

  /// The lists of a cell that are open while its paragraphs are read, outermost first.
  private struct OpenLists {
    private var styles: [String?] = []
    private var startsEntry = false

    /// A list without a style has that of the list around it (ODF 1.3, section 5.3.1).
    mutating func open(style: String?) { styles.append(style ?? styles.last ?? nil) }
    mutating func close() { _ = styles.popLast() }
    mutating func startEntry() { startsEntry = true }

    /// The mark of the next paragraph; nil outside of lists.
    mutating func mark(_ known: ListStyles) -> String? {
      guard !styles.isEmpty else { return nil }
      defer { startsEntry = false }
      let level = styles.count
      let kind: CellListMark.Kind =
        !startsEntry ? .continuation : known.isNumbered(styles[level - 1], level: level) ? .number : .bullet
      return CellListMark(kind, level: level).text
    }
  }
}
