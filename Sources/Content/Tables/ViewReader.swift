import Diagnostics
import Markdown
import Text

/// Finds the ` ```standpoint ` blocks of a document and reads their keys.
struct ViewReader {
  static let keys = ["view", "issues", "parties", "as-of"]

  private let node: Int
  private var fields: FieldReader
  private var kind: AuthoredView.Kind?
  private var hasProblem = false
  private var issues: [AuthoredName]?
  private var parties: [AuthoredName]?
  private var asOf: PartialDate?

  /// The views, in order of appearance. The graph checks whether the names exist.
  ///
  /// Diagnostics: `too-many-live-blocks` for more than `limit`, `invalid-yaml`, `duplicate-key`, `unknown-key`, `wrong-type`, `invalid-date` and, for a
  /// missing or unknown view, `invalid-value`; such a block gives no view.
  static func views(
    in document: Document, path: String, source: [UInt8], limit: Int
  ) -> (views: [AuthoredView], diagnostics: [Diagnostic]) {
    var views: [AuthoredView] = []
    var diagnostics: [Diagnostic] = []
    var count = 0
    for (index, node) in document.nodes.enumerated() {
      // A pattern, because comparing with == in another module is a call for every node.
      guard case .codeBlock = node.kind else { continue }
      guard isLive(document.text[node.extra.range]) else { continue }
      count += 1
      guard count <= limit else {
        if count == limit + 1 { diagnostics.append(tooMany(limit, at: node.source.range, path: path)) }
        continue
      }
      let places = CodePlaces(node, of: document, source: source)
      let code = SourceText(path: path, bytes: Array(document.text[node.text.range]))
      let (entries, problems) = YAMLText.read(code, 0..<code.bytes.count, example: "view: matrix")
      var reader = ViewReader(node: index, path: path)
      for entry in entries { reader.take(entry) }
      if reader.kind == nil, !reader.hasProblem, !problems.contains(where: { $0.severity == .error }) {
        reader.reportMissing()
      }
      diagnostics += (problems + reader.fields.diagnostics).map(places.moved)
      if let view = reader.view(places) { views.append(view) }
    }
    return (views, diagnostics)
  }

  private static func tooMany(_ limit: Int, at range: Range<Int>, path: String) -> Diagnostic {
    Diagnostic(
      .tooManyLiveBlocks, at: Place(path: path, range: range),
      "this file has more than \(limit) live blocks; those from here on are not filled",
      suggestion: Suggestion(
        "split the page, or raise the limit with “limits: {\(Limit.liveBlocks.name): …}” in site.yml"))
  }

  /// Whether the first word of the info string is the name of the program.
  private static func isLive(_ info: ArraySlice<UInt8>) -> Bool {
    info.prefix { $0 != 0x20 && $0 != 9 }.elementsEqual("standpoint".utf8)
  }

  private init(node: Int, path: String) {
    self.node = node
    fields = FieldReader(path: path)
  }

  private mutating func take(_ entry: YAMLEntry) {
    switch entry.key {
    case "view": takeKind(entry)
    case "issues": issues = names(entry)
    case "parties": parties = names(entry)
    case "as-of": asOf = fields.date(entry)
    default: fields.unknown(entry, among: Self.keys)
    }
  }

  /// nil for an empty value, as if the key were absent.
  private mutating func names(_ entry: YAMLEntry) -> [AuthoredName]? {
    entry.value.content == .empty ? nil : fields.names(entry)
  }

  private mutating func takeKind(_ entry: YAMLEntry) {
    guard let name = fields.name(entry) else { return }
    kind = AuthoredView.Kind(rawValue: name.text.lowercased())
    if kind != nil { return }
    hasProblem = true
    let words = AuthoredView.Kind.allCases.map(\.rawValue)
    let nearest = NearestName.match(name.text, among: words)
    fields.report(
      .invalidValue, name.range, "unknown view “\(name.text.excerpt)”",
      suggestion: nearest.map { Suggestion("did you mean “\($0)”?", replacement: $0) }
        ?? Suggestion("write matrix, history or positions"))
  }

  private mutating func reportMissing() {
    fields.report(
      .invalidValue, 0..<0, "this block has no “view”",
      suggestion: Suggestion("write “view: matrix”, “view: history” or “view: positions”"))
  }

  private func view(_ places: CodePlaces) -> AuthoredView? {
    guard let kind else { return nil }
    let moved = { (names: [AuthoredName]?) in
      names?.map { AuthoredName($0.text, range: places.range(of: $0.range)) }
    }
    return AuthoredView(node: node, kind: kind, issues: moved(issues), parties: moved(parties), asOf: asOf)
  }
}
