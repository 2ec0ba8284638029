import Diagnostics
import Markdown
import Text

/// The text of a report with its sheets as tables below the directives that name them, and with comparisons in the place of tables
/// that have a row for each position.
struct SheetExpansion {
  /// A table that is part of the text that is parsed.
  struct Insertion {
    /// The bytes of the report that it replaces; empty: it goes before this offset.
    let replaced: Range<Int>
    /// The sheet of its places; nil: the report itself.
    let sheet: (path: String, source: SourceText)?
    let table: SheetTable
  }

  private struct Segment {
    let start: Int
    let origin: Origin
  }

  private enum Origin {
    /// The report's text from an offset on.
    case report(Int)
    /// One place of a sheet, or of a table that is replaced, as a range of the report.
    case sheet(Range<Int>)
  }

  /// The text that is parsed.
  let source: SourceText
  /// In the order of the directives.
  let sheets: [ReportSheet]
  private var segments: [Segment] = []

  /// - Parameter insertions: by the place in the report; none overlaps another.
  init(_ report: SourceText, _ insertions: [Insertion]) {
    var bytes: [UInt8] = []
    var sheets: [ReportSheet] = []
    var (copied, base) = (0, report.bytes.count + 1)
    for insertion in insertions {
      segments.append(Segment(start: bytes.count, origin: .report(copied)))
      bytes += report.bytes[copied..<insertion.replaced.lowerBound]
      copied = insertion.replaced.upperBound
      let start = insertion.sheet == nil ? 0 : base
      var place = start..<start
      for piece in insertion.table.pieces {
        if let range = piece.range { place = range.lowerBound + start..<range.upperBound + start }
        segments.append(Segment(start: bytes.count, origin: .sheet(place)))
        bytes += Array(piece.text.utf8)
      }
      if let (path, source) = insertion.sheet {
        let count = source.bytes.count
        sheets.append(ReportSheet(path: path, sourcePath: source.path, base: base, count: count))
        base += count + 1
      }
    }
    segments.append(Segment(start: bytes.count, origin: .report(copied)))
    bytes += report.bytes[copied...]
    source = SourceText(path: report.path, bytes: bytes)
    self.sheets = sheets
  }

  /// The same document, with ranges of the report and its sheets.
  func original(_ document: Document) -> Document { document.movingSources(original) }

  /// The same diagnostics of the text, at the places in the report and its sheets.
  func original(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    diagnostics.map { $0.movingPlaces(original) }
  }

  private func original(_ place: Place) -> Place {
    guard place.path == source.path, let range = place.range else { return place }
    return Place(path: place.path, range: original(range))
  }

  private func original(_ range: Range<Int>) -> Range<Int> {
    let (first, last) = (index(of: range.lowerBound), index(of: max(range.lowerBound, range.upperBound - 1)))
    switch (segments[first].origin, segments[last].origin) {
    case (.report(let start), .report(let other)):
      let lower = range.lowerBound - segments[first].start + start
      return lower..<max(lower, range.upperBound - segments[last].start + other)
    case (.report(let start), .sheet):
      let lower = range.lowerBound - segments[first].start + start
      let end = first + 1 < segments.count ? segments[first + 1].start : source.bytes.count
      return lower..<max(lower, end - segments[first].start + start)
    case (.sheet(var place), _):
      for segment in segments[first...last] {
        guard case .sheet(let other) = segment.origin else { break }
        place = min(place.lowerBound, other.lowerBound)..<max(place.upperBound, other.upperBound)
      }
      return place
    }
  }

  /// The last segment that starts at or before an offset.
  private func index(of offset: Int) -> Int {
    var (low, high) = (0, segments.count)
    while low < high {
      let middle = (low + high) / 2
      if segments[middle].start <= offset { low = middle + 1 } else { high = middle }
    }
    return max(0, low - 1)
  }
}
