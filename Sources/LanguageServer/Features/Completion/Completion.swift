import Content
import Diagnostics
import Text

/// What can be written at a place. Depends only on the text before it, which need not be valid yet.
struct Completion {
  let snapshot: Snapshot
  let path: String
  let lines: LineIndex
  /// The place in the text, in bytes.
  let offset: Int
  /// The bytes of the line before the place.
  let before: [UInt8]
  /// The offset of the line.
  let lineStart: Int

  /// nil: the document is not part of the site.
  init?(_ snapshot: Snapshot, _ params: PositionParams) {
    guard let path = snapshot.path(params.textDocument.uri), let lines = snapshot.lines(path) else {
      return nil
    }
    self.snapshot = snapshot
    self.path = path
    self.lines = lines
    offset = lines.offset(of: params.position, snapshot.client.unit)
    lineStart = lines.line(at: offset).lowerBound
    before = lineStart <= offset ? Array(lines.bytes[lineStart..<offset]) : []
  }

  var list: CompletionList {
    let schema = snapshot.schema(path)
    if schema == .site { return keys(EditorSchema.site.completions) }
    let source = SourceText(path: path, bytes: lines.bytes)
    if let yaml = FrontMatterBlock.find(in: source).block.yaml ?? openFrontMatter,
      yaml.lowerBound <= offset && offset <= yaml.upperBound
    {
      return keys(schema?.completions ?? [])
    }
    return link ?? citation ?? footnote ?? directive ?? callout ?? cell
      ?? CompletionList(isIncomplete: false, items: [])
  }

  /// Front matter whose second fence is not written yet.
  private var openFrontMatter: Range<Int>? {
    let fence = lines.line(at: 0)
    guard lines.bytes[fence].elementsEqual("---".utf8), fence.upperBound < lines.bytes.count else {
      return nil
    }
    return FrontMatterBlock.find(in: SourceText(path: path, bytes: lines.bytes)).diagnostics.isEmpty
      ? nil : fence.upperBound + 1..<lines.bytes.count
  }

  /// An item whose text replaces what is between an offset of the line and the place.
  func item(
    _ label: String, _ kind: CompletionItem.Kind, detail: String? = nil, documentation: String? = nil,
    from start: Int, inserting text: String? = nil, order: Int? = nil
  ) -> CompletionItem {
    let typed = String(decoding: before[start...], as: UTF8.self)
    var item = CompletionItem(label: label, kind: kind)
    item.detail = detail
    item.documentation = documentation
    // The client filters by what is written already, which a name in another place of the alphabet need not begin with.
    item.filterText = text.map { $0.hasPrefix(typed) ? $0 : typed + $0 } ?? label
    item.sortText = order.map { number in
      let digits = String(number)
      return String(repeating: "0", count: max(0, 5 - digits.count)) + digits
    }
    item.textEdit = TextEdit(
      range: lines.range(of: lineStart + start..<offset, snapshot.client.unit), newText: text ?? label)
    return item
  }

  /// The offset in the line after the last occurrence of `opening` before the place, if none of `closing` follows it.
  func start(after opening: String, notClosedBy closing: String) -> Int? {
    let mark = Array(opening.utf8)
    guard before.count >= mark.count else { return nil }
    let end = Array(closing.utf8)
    for index in stride(from: before.count - mark.count, through: 0, by: -1)
    where before[index..<index + mark.count].elementsEqual(mark) {
      let rest = before[(index + mark.count)...]
      if rest.indices.contains(where: { rest[$0...].starts(with: end) }) { return nil }
      return index + mark.count
    }
    return nil
  }

  func typed(from start: Int) -> String { String(decoding: before[start...], as: UTF8.self) }
}
