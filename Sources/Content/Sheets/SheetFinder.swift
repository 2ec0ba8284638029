import Diagnostics
import Markdown
import Text

/// Finds the directives of a report that read a sheet, and what they give.
struct SheetFinder {
  let file: InputFile
  let document: Document
  private(set) var insertions: [SheetExpansion.Insertion] = []
  private(set) var diagnostics: [Diagnostic] = []

  init(_ file: InputFile, _ document: Document) {
    self.file = file
    self.document = document
  }

  /// Whether a text may have such a directive.
  static func mayOccur(in bytes: [UInt8]) -> Bool {
    // The end of “from=”. Foundation's search for more bytes took longer than the rest of the build.
    bytes.contains(UInt8(ascii: "m"), followedBy: UInt8(ascii: "="))
  }

  /// Reads the sheets of all directives that are not inside a list, a quotation or another block.
  ///
  /// Diagnostics: `unreadable-sheet`, and those of the sheets.
  mutating func read<Failure: Error>(
    _ sheet: (SheetRequest) throws(Failure) -> SheetAnswer
  ) throws(Failure) {
    for index in document.children(of: 0) where document.nodes[index].kind == .htmlBlock {
      let node = document.nodes[index]
      guard let inside = DirectiveReader.inside(of: document.string(node.text)) else { continue }
      let range = node.source.range
      let directive = DirectiveReader.read(inside, path: file.source.path) { _ in range }.directive
      guard let name = directive.from else { continue }
      let request = SheetRequest(
        path: SheetPath.resolved(name.text, from: file.path), name: name.text, kind: directive.kind,
        number: insertions.count)
      try take(request, node, sheet)
    }
  }

  private mutating func take<Failure: Error>(
    _ request: SheetRequest, _ node: Node, _ sheet: (SheetRequest) throws(Failure) -> SheetAnswer
  ) throws(Failure) {
    guard let path = request.path else {
      return report(node, "“\(request.name)” is outside the content folder", Self.pathAdvice)
    }
    let ending = path.split(separator: ".").last.map { $0.lowercased() } ?? ""
    guard ["csv", "tsv", "txt"].contains(ending) else {
      return report(
        node, "“\(request.name)” is not a CSV file",
        "save it as CSV, with the extension .csv")
    }
    switch try sheet(request) {
    case .missing: report(node, "the content folder has no file “\(path)”", Self.pathAdvice)
    case .unreadable(let problems): diagnostics += problems
    case .table(let table, let source, let problems):
      diagnostics += problems
      let end = lineEnd(after: node)
      insertions.append(
        SheetExpansion.Insertion(
          replaced: end..<end, sheet: (path, source), table: table))
    }
  }

  private static let pathAdvice =
    "give the path relative to the report, such as from=grid.csv or from=../data/grid.csv"

  /// The end of the line on which the comment ends.
  private func lineEnd(after node: Node) -> Int {
    let bytes = file.source.bytes
    let range = node.source.range
    var offset = min(bytes.count, max(range.lowerBound + node.text.count, range.upperBound))
    while offset > range.lowerBound, bytes[offset - 1] == 10 || bytes[offset - 1] == 13 { offset -= 1 }
    while offset < bytes.count, bytes[offset] != 10, bytes[offset] != 13 { offset += 1 }
    return offset
  }

  private mutating func report(_ node: Node, _ message: String, _ fix: String) {
    diagnostics.append(
      Diagnostic(
        .unreadableSheet, at: Place(path: file.source.path, range: node.source.range), message,
        suggestion: Suggestion(fix)))
  }
}
