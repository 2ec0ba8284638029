import Content
import Markdown

/// The places on a page that links can lead to.
struct PageAnchors {
  /// Cells of a report, by anchor.
  private(set) var positions: [String: ID<Position>] = [:]
  /// Headings, tables, options, footnotes; on pages of issues and parties also the positions there.
  private var anchors: Set<String> = []
  /// Anchors of headings, by their text as a name.
  private var byHeading: [NameKey: String] = [:]
  /// The headings, in order.
  private var outline: [OutlineEntry] = []
  private var document: Document?
  /// Whether the page is that of an issue or a party.
  let isSubject: Bool

  private struct OutlineEntry {
    let node: Int
    let level: Int
    let anchor: String
  }

  init(
    _ page: Destination, _ graph: GraphAssembly, headings: [[DocumentLinks.Anchor]],
    tables: [[DocumentLinks.Anchor]]
  ) {
    let site = graph.site
    switch page {
    case .issue, .party: isSubject = true
    default: isSubject = false
    }
    if let file = site.file(of: page) {
      let document = site.files[file].header.document
      self.document = document
      for heading in headings[file] { add(heading, of: document) }
      for table in tables[file] { anchors.insert(table.anchor) }
      for node in document.nodes where node.kind == .footnoteDefinition {
        anchors.insert("fn:" + document.string(node.text))
      }
    }
    switch page {
    case .report(let report): addParts(of: report, graph)
    case .issue(let issue): addPositions(graph.positionsOfIssue[ID(issue)], graph) { $0.party.index }
    case .party(let party):
      let own = graph.positions.filter { $0.party.index == party }.map(\.id)
      for id in own { anchors.insert(site.issues.members[graph.positions[id.index].issue.index].slug) }
    case .page, .home, .list: break
    }
  }

  private mutating func add(_ heading: DocumentLinks.Anchor, of document: Document) {
    let anchor = isSubject ? DocumentLinks.textPrefix + heading.anchor : heading.anchor
    anchors.insert(anchor)
    guard document.nodes[Int(heading.node)].kind == .heading else {
      if isSubject { byHeading[NameKey(heading.anchor)] = anchor }
      return
    }
    outline.append(
      OutlineEntry(
        node: Int(heading.node), level: Int(document.nodes[Int(heading.node)].detail), anchor: anchor))
    let text = NameKey(document.plainText(of: Int(heading.node)))
    if byHeading[text] == nil { byHeading[text] = anchor }
    if isSubject, byHeading[NameKey(heading.anchor)] == nil { byHeading[NameKey(heading.anchor)] = anchor }
  }

  private mutating func addParts(of report: Int, _ graph: GraphAssembly) {
    let site = graph.site
    for index in graph.firstPosition[report]..<graph.firstPosition[report + 1] {
      let position = graph.positions[index]
      positions[site.anchor(of: position)] = position.id
    }
    addFormerNames(of: report, graph)
    for comparison in graph.comparisons(of: report) { anchors.insert(comparison.anchor) }
    for option in graph.options(of: report) { anchors.insert(option.anchor) }
  }

  /// The anchors under which cells of a report were published. What took the place of others is not among them.
  private mutating func addFormerNames(of report: Int, _ graph: GraphAssembly) {
    let names = graph.formerNames
    if names.isEmpty { return }
    for index in graph.firstPosition[report]..<graph.firstPosition[report + 1] {
      for former in names.ofPositions[index] ?? [] where positions[former.anchor] == nil {
        positions[former.anchor] = ID(index)
      }
    }
    let replaced = names.ofReplaced[ID(report)] ?? []
    let silenced = names.ofSilentCells.filter { graph.silentCells[$0.key].report.index == report }
    anchors.formUnion((replaced + silenced.values.joined()).map(\.anchor))
  }

  private mutating func addPositions(
    _ ids: ArraySlice<ID<Position>>, _ graph: GraphAssembly, party: (Position) -> Int
  ) {
    for id in ids {
      let position = graph.positions[id.index]
      let slug = graph.site.parties.members[party(position)].slug
      let pair = slug + "--" + graph.site.files[position.report.index].header.slug
      anchors.insert(slug)
      anchors.insert(position.ordinal == 1 ? pair : pair + "--\(position.ordinal)")
      for former in graph.formerNames.ofPositions[id.index] ?? [] { anchors.insert(former.anchorOnIssuePage) }
    }
  }

  /// The anchor that a fragment means: the anchor itself, or that of the heading with this text.
  func find(_ fragment: String) -> String? {
    if anchors.contains(fragment) { return fragment }
    return byHeading[NameKey(fragment)] ?? heading(along: fragment)
  }

  /// The heading that a fragment names as Obsidian writes it: without the signs that it leaves out, and with the headings
  /// above it, outermost first, as in `Round two#Annex`.
  private func heading(along fragment: String) -> String? {
    let path = fragment.split(separator: "#").map { Self.words($0) }
    guard let document, !path.isEmpty, !path.contains("") else { return nil }
    var next = 0
    var levels: [Int] = []
    for entry in outline {
      while let level = levels.last, entry.level <= level {
        levels.removeLast()
        next -= 1
      }
      guard Self.words(document.plainText(of: entry.node)) == path[next] else { continue }
      if next == path.count - 1 { return entry.anchor }
      next += 1
      levels.append(entry.level)
    }
    return nil
  }

  /// A text as a name in which everything but letters, marks and digits is white space.
  private static func words(_ text: some StringProtocol) -> String {
    var words = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let isWord =
        scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        || scalar.properties.generalCategory == .nonspacingMark
      words.append(isWord ? scalar : " ")
    }
    return NameKey(String(words)).text
  }

  /// All anchors, sorted.
  var all: [String] { (Array(anchors) + positions.keys).sorted() }
}

extension GraphAssembly {
  fileprivate func comparisons(of report: Int) -> ArraySlice<Comparison> {
    let start = comparisons.partition { $0.report.index >= report }
    return comparisons[start...].prefix { $0.report.index == report }
  }

  fileprivate func options(of report: Int) -> ArraySlice<Option> {
    let start = options.partition { $0.report.index >= report }
    return options[start...].prefix { $0.report.index == report }
  }
}
