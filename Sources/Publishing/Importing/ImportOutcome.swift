import Content
import Diagnostics
import Importing

/// What became of one briefing.
public struct ImportOutcome: Sendable {
  public let report: ImportedReport
  /// Where the report was written; nil: nowhere.
  public let path: DiskPath?
  /// The pictures that were written beside it.
  public let pictures: [DiskPath]
  /// The text that the places of the complaints are in; nil for formats that have no lines.
  public let source: SourceText?
}
