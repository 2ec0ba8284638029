import Text

/// Returns the locations and lines of places in files. Caches one file, so that each run of diagnostics of
/// one file reads it once.
struct SourceFileCache {
  private let source: DiagnosticPrinter.Source
  private var path: String?
  private var lines: LineIndex?

  init(source: @escaping DiagnosticPrinter.Source) { self.source = source }

  /// The start and end of a place; nil for a whole file or a file that cannot be read.
  mutating func locations(of place: Place) -> (start: SourceLocation, end: SourceLocation)? {
    guard let range = place.range, open(place.path), var lines else { return nil }
    let start = lines.location(of: range.lowerBound)
    let end = lines.location(of: range.upperBound)
    self.lines = lines
    return (start, end)
  }

  /// The line of a place, as a terminal shows it; nil as for `locations`.
  mutating func excerpt(of place: Place) -> Excerpt? {
    guard let range = place.range, open(place.path), let lines else { return nil }
    return Excerpt(range, in: lines)
  }

  /// The line of a place, unchanged, at most `limit` bytes of it; nil as for `locations`.
  mutating func line(of place: Place, limit: Int) -> String? {
    guard let range = place.range, open(place.path), let lines else { return nil }
    return String(decoding: lines.bytes[lines.line(at: range.lowerBound)].prefix(limit), as: UTF8.self)
  }

  private mutating func open(_ path: String) -> Bool {
    if path != self.path {
      self.path = path
      lines = source(path).map(LineIndex.init)
    }
    return lines != nil
  }
}
