/// A list whose items have bullets or numbers.
struct MarkedList {
  /// An item: its level (0 for the outermost), its marker, and its text, not escaped.
  struct Item: Hashable {
    let level: Int
    let marker: ListMarker
    var text: String
  }

  private static let levelLimit = 8

  private(set) var items: [Item] = []
  /// The index after the last line.
  private(set) var end: Int
  /// The last marker that was read at each open level, outermost first.
  private var open: [ListMarker.Kind] = []

  /// The list that starts at line `start`; nil if there is no item, or if there is only a single line with a
  /// dash or number.
  init?(at start: Int, in lines: [PastedLine], isAnnounced: Bool, wrap: LineWrapping) {
    guard let first = ListMarker(lines[start].text) else { return nil }
    end = start
    while end < lines.count, let marker = ListMarker(lines[end].text), let level = level(of: marker) {
      let start = end
      take(marker, level: level, from: lines, wrap: wrap)
      guard items.last?.text.isEmpty == true else { continue }
      // The list ends above a marker without a text, and is not read again from each of its lines.
      items.removeLast()
      end = start
      break
    }
    // A single “o” is a word of Spanish, Italian or Polish.
    let isWord = first.kind == .bullet("o") && items.count(where: { $0.marker.kind == first.kind }) < 2
    guard !items.isEmpty, first.isCertain || !isWord && (isAnnounced || items.count > 1) else { return nil }
  }

  /// The level that the marker continues or begins; nil if it belongs to another list.
  private func level(of marker: ListMarker) -> Int? {
    if let level = open.lastIndex(where: { $0.isFollowed(by: marker.kind) }) { return level }
    if open.contains(where: { $0.isLevel(of: marker.kind) }) { return nil }
    guard open.count < Self.levelLimit else { return nil }
    if case .number(let number, _) = marker.kind, number != 1, !open.isEmpty { return nil }
    return open.count
  }

  private mutating func take(_ marker: ListMarker, level: Int, from lines: [PastedLine], wrap: LineWrapping) {
    open.removeLast(open.count - level)
    open.append(marker.kind)
    var text = marker.rest
    let first = end
    end += 1
    if text.isEmpty, end < lines.count, ListMarker(lines[end].text) == nil {
      text = lines[end].text
      end += 1
    }
    while end < lines.count, isContinued(text, at: end, indent: lines[first].indent, in: lines, wrap: wrap) {
      LineWrapping.join(lines[end].text, to: &text)
      end += 1
    }
    items.append(Item(level: level, marker: marker, text: text))
  }

  /// Whether line `index` continues the item above it.
  private func isContinued(
    _ text: String, at index: Int, indent: Int, in lines: [PastedLine], wrap: LineWrapping
  )
    -> Bool
  {
    let line = lines[index]
    guard !line.followsBlank, ListMarker(line.text) == nil, PipeRow(line.text) == nil,
      !line.text.contains("\t")
    else { return false }
    return line.indent > indent + 1 || wrap.isBroken(after: index - 1)
      || (!LineShape.isClosed(text) && LineShape(line.text).startsLowerCase)
  }

  /// The list as blocks, with the items of each level below the item above them.
  var block: DraftBlock {
    var rest = items[...]
    return Self.list(&rest, level: 0)
  }

  private static func list(_ rest: inout ArraySlice<Item>, level: Int) -> DraftBlock {
    var start: Int?
    if case .number(let number, _) = rest.first?.marker.kind { start = number }
    var items: [[DraftBlock]] = []
    while let item = rest.first, item.level >= level {
      if item.level > level, !items.isEmpty {
        items[items.count - 1].append(list(&rest, level: item.level))
      } else {
        rest.removeFirst()
        items.append([.paragraph(MarkdownEscape.paragraph(item.text))])
      }
    }
    return .list(start: start, items)
  }
}
