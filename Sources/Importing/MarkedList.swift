/// A list whose entries have bullets or numbers.
struct MarkedList {
  /// One entry: how deep it lies (0: outermost), its marker, its text (not escaped).
  struct Entry: Hashable {
    let level: Int
    let marker: ListMarker
    var text: String
  }

  private static let levelLimit = 8

  private(set) var entries: [Entry] = []
  /// Index just behind the last line.
  private(set) var end: Int
  /// The open levels, outermost first: the marker last seen at each.
  private var open: [ListMarker.Kind] = []

  /// The list that starts at line `start`; nil when no entry does, or when one line with a dash or number stands alone.
  init?(at start: Int, in lines: [PastedLine], isAnnounced: Bool, wrap: WrapWidth) {
    guard let first = ListMarker(lines[start].text) else { return nil }
    end = start
    while end < lines.count, let marker = ListMarker(lines[end].text), let level = level(of: marker) {
      take(marker, level: level, from: lines, wrap: wrap)
    }
    guard first.isCertain || isAnnounced || entries.count > 1 else { return nil }
    guard entries.allSatisfy({ !$0.text.isEmpty }) else { return nil }
  }

  /// The level at which an entry goes on or begins; nil when it belongs to another list.
  private func level(of marker: ListMarker) -> Int? {
    if let level = open.lastIndex(where: { $0.isFollowed(by: marker.kind) }) { return level }
    if open.contains(where: { $0.isLevel(of: marker.kind) }) { return nil }
    guard open.count < Self.levelLimit else { return nil }
    if case .number(let number, _) = marker.kind, number != 1, !open.isEmpty { return nil }
    return open.count
  }

  private mutating func take(_ marker: ListMarker, level: Int, from lines: [PastedLine], wrap: WrapWidth) {
    open.removeLast(open.count - level)
    open.append(marker.kind)
    var text = marker.rest
    let first = end
    end += 1
    if text.isEmpty, end < lines.count, ListMarker(lines[end].text) == nil {
      text = lines[end].text
      end += 1
    }
    while end < lines.count, goesOn(text, at: end, indent: lines[first].indent, in: lines, wrap: wrap) {
      text = PastedJoin.joined(text, lines[end].text)
      end += 1
    }
    entries.append(Entry(level: level, marker: marker, text: text))
  }

  /// Line `index` is the rest of the entry above it.
  private func goesOn(_ text: String, at index: Int, indent: Int, in lines: [PastedLine], wrap: WrapWidth)
    -> Bool
  {
    let line = lines[index]
    guard !line.followsBlank, ListMarker(line.text) == nil, PipeRow(line.text) == nil,
      !line.text.contains("\t")
    else { return false }
    let shape = LineShape(text)
    return line.indent > indent + 1 || wrap.isBroken(after: index - 1)
      || (!shape.isClosed && LineShape(line.text).startsLowerCase)
  }

  /// The list as blocks: entries of one level under the entry above them.
  var block: DraftBlock {
    var rest = entries[...]
    return Self.list(&rest, level: 0)
  }

  private static func list(_ rest: inout ArraySlice<Entry>, level: Int) -> DraftBlock {
    var start: Int?
    if case .number(let number, _) = rest.first?.marker.kind { start = number }
    var items: [[DraftBlock]] = []
    while let entry = rest.first, entry.level >= level {
      if entry.level > level, !items.isEmpty {
        items[items.count - 1].append(list(&rest, level: entry.level))
      } else {
        rest.removeFirst()
        items.append([.paragraph(MarkdownEscape.paragraph(entry.text))])
      }
    }
    return .list(start: start, items)
  }
}

/// Lines that another program broke, put together again.
enum PastedJoin {
  /// With a space between; without one after a hyphen inside a word.
  static func joined(_ first: String, _ second: String) -> String {
    let isHyphenated =
      first.last == "-" && first.dropLast().last?.isLetter == true && second.first?.isLetter == true
    return first + (isHyphenated ? "" : " ") + second
  }
}
