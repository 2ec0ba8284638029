import Content
import Diagnostics
import FileSystem
import Importing

/// The result of importing one briefing.
package struct ImportOutcome: Sendable {
  /// The report's text, with the decisions and diagnostics of the import.
  package let report: ImportedReport
  /// Where the report was written; nil if it was not written.
  package let path: DiskPath?
  /// The pictures written beside it.
  package let pictures: [DiskPath]
  /// The text that the places of the diagnostics refer to; nil for formats without lines.
  package let source: SourceText?
}
