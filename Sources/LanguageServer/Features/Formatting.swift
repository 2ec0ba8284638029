import Markdown
import Text

/// Aligns the columns of tables.
enum Formatting {
  /// The edits of the tables in a document, or of those that touch a range of it.
  static func edits(_ snapshot: Snapshot, _ params: FormattingParams) -> [TextEdit]? {
    guard let path = snapshot.path(params.textDocument.uri), let file = snapshot.file(path),
      var lines = snapshot.lines(path)
    else { return nil }
    let wanted = params.range.map { lines.offsets(of: $0, snapshot.client.unit) }
    return TableFormatter.edits(of: file.header.document, lines.bytes)
      .filter { edit in
        wanted.map { $0.lowerBound <= edit.range.upperBound && edit.range.lowerBound <= $0.upperBound }
          ?? true
      }
      .map { TextEdit(range: lines.nextRange(of: $0.range, snapshot.client.unit), newText: $0.text) }
  }
}
