import Content
import Diagnostics
import FileSystem
import Importing

/// What became of one briefing.
package struct ImportOutcome: Sendable {
  package let report: ImportedReport
  /// Where the report was written; nil: nowhere.
  package let path: DiskPath?
  /// The pictures that were written beside it.
  package let pictures: [DiskPath]
  /// The text that the places of the diagnostics are in; nil for formats that have no lines.
  package let source: SourceText?
}
