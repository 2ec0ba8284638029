import Content
import Diagnostics
import Markdown
import Text

/// Resolves links that depend on all files: links to anchors of pages, and to positions of any report.
struct PendingResolver {
  private let graph: GraphAssembly
  private let site: SymbolTable
  private let headings: [[DocumentLinks.Anchor]]
  private let tables: [[DocumentLinks.Anchor]]
  private var pages: [Destination: PageAnchors] = [:]
  private var tally: DiagnosticTally
  /// The number of diagnostics so far, with those that are not listed.
  private var reported = 0
  /// Whether diagnostics are dropped, because the same place is also read elsewhere.
  private var isMuted = false
  /// The number of broken anchors for which a similar one will still be searched.
  private var searchesLeft = 200
  /// The positions of the last file with such links, by issue and party.
  private var own: (file: Int, byPair: [PositionPair: [ID<Position>]])?
  /// The standings that were asked for.
  private var standings: [StandingQuery: [ID<Position>]] = [:]
  /// What diagnostics say about the holders of positions on an issue.
  private var holders: [Int: String] = [:]
  /// The anchors of the corrections of reports.
  private var corrections: [Int: Set<String>] = [:]

  private struct PositionPair: Hashable {
    let issue: Int
    let party: Int
  }

  private struct StandingQuery: Hashable {
    let pair: PositionPair
    let limit: Int32?
  }

  /// - Parameters:
  ///   - anchors: of headings, by file.
  ///   - tables: anchors of plain tables, by file.
  init(_ graph: GraphAssembly, anchors: [[DocumentLinks.Anchor]], tables: [[DocumentLinks.Anchor]]) {
    self.graph = graph
    site = graph.site
    headings = anchors
    self.tables = tables
    tally = DiagnosticTally(causes: site.shared.settings.limits)
  }

  /// The diagnostics, in the order in which they were found.
  var diagnostics: [Diagnostic] { tally.diagnostics }

  /// The target of a link in a file; nil: it has none, which is reported.
  mutating func resolve(_ link: PendingLink, in file: Int) -> LinkTarget? {
    isMuted = link.isSilent
    defer { isMuted = false }
    switch link.request {
    case .position(let issue, let party):
      let found = positions(issue: issue, party: party, from: file, at: link.range)
      return found.count > 1 ? .positions(found) : found.first.map { .position($0) }
    case .anchor(let page, let fragment):
      let before = reported
      let found = anchor(fragment, on: page, from: file, at: link.range)
      if link.isEmbed, let found, reported == before {
        checkEmbed(found, fragment, on: page, at: place(link.range, in: file))
      }
      return found
    }
  }

  private mutating func checkEmbed(
    _ target: LinkTarget, _ fragment: String, on page: Destination, at place: Place
  ) {
    switch target {
    case .position, .positions: return
    default: break
    }
    add(
      .noteInsideLine("“\(site.name(of: page))#\(fragment)” is a place on a page", at: place))
  }

  /// The positions of a tension; nil: one of them never existed. What no report of the site has is reported, although an edition
  /// may remember it.
  mutating func resolve(_ tension: PendingTension, in file: Int) -> (Tension.Side, Tension.Side?)? {
    let first = self.side(tension.first, from: file)
    guard let side = tension.second else { return first.map { ($0, nil) } }
    let second = self.side(side, from: file)
    guard let first, let second else { return nil }
    return (first, second)
  }

  private mutating func side(_ side: PendingTension.Side, from file: Int) -> Tension.Side? {
    switch side.request {
    case .position(let issue, let party):
      let found = positions(issue: issue, party: party, from: file, at: side.range).first
      return Tension.Side(
        issue: ID(issue), party: ID(party), position: found, link: .standing, range: side.range)
    case .anchor(let page, let fragment):
      let before = reported
      if case .position(let id)? = anchor(fragment, on: page, from: file, at: side.range) {
        let position = graph.positions[id.index]
        return Tension.Side(
          issue: position.issue, party: position.party, position: id,
          link: .cell(position.report, anchor: fragment), range: side.range)
      }
      if reported == before {
        report(
          .unknownPosition, at: place(side.range, in: file),
          "“\(fragment)” is not a position; a tension must link to one",
          suggestion: Suggestion("write [[Issue#Party]]"))
      }
      return replaced(fragment, on: page, range: side.range)
    }
  }

  /// The cell that had an anchor before a newer one took its place; nil: the report never had it.
  private func replaced(_ fragment: String, on page: Destination, range: Range<Int>) -> Tension.Side? {
    guard case .report(let report) = page,
      let names = graph.formerNames.ofReplaced[ID(report)]?.first(where: { $0.anchor == fragment }),
      let issue = site.issues.members.firstIndex(where: { $0.slug == names.issue }),
      let party = site.parties.members.firstIndex(where: { $0.slug == names.party })
    else { return nil }
    return Tension.Side(
      issue: ID(issue), party: ID(party), position: nil, link: .cell(ID(report), anchor: fragment),
      range: range)
  }

  // MARK: Positions

  /// The positions of the pair in the report itself, else its standing at the end of the report's date; empty: there is
  /// none, which is reported. From other files and undated reports, the current standing is meant.
  private mutating func positions(
    issue: Int, party: Int, from file: Int, at range: Range<Int>
  ) -> [ID<Position>] {
    let pair = PositionPair(issue: issue, party: party)
    if let own = own(pair, file: file) { return own }
    let all = graph.positionsOfIssue[ID(issue)]
    let query = StandingQuery(pair: pair, limit: limit(of: file))
    let standing =
      standings[query]
      ?? graph.standings.standing(of: ID(party), in: all, among: graph.positions, until: query.limit)
    standings[query] = standing
    if standing.isEmpty {
      let later = all.last { graph.positions[$0.index].party.index == party }
      reportUnknown(issue: issue, party: party, later: later, from: file, at: range)
    }
    return standing
  }

  /// The positions of the pair in the report itself, in its order; nil: it has none.
  private mutating func own(_ pair: PositionPair, file: Int) -> [ID<Position>]? {
    guard file < site.shared.reportCount else { return nil }
    if own?.file != file {
      let positions = graph.positions[graph.firstPosition[file]..<graph.firstPosition[file + 1]]
      let byPair = Dictionary(grouping: positions) {
        PositionPair(issue: $0.issue.index, party: $0.party.index)
      }
      own = (file, byPair.mapValues { $0.map(\.id) })
    }
    return own?.byPair[pair]
  }

  /// The last day of a report's date; nil for other files and undated reports.
  private func limit(of file: Int) -> Int32? {
    if case .report(let report) = site.files[file] { report.interval?.last } else { nil }
  }

  private mutating func reportUnknown(
    issue: Int, party: Int, later: ID<Position>?, from file: Int, at range: Range<Int>
  ) {
    let issueName = site.issues.members[issue].name
    let partyName = site.parties.members[party].name
    var notes: [Note] = []
    if let later {
      let position = graph.positions[later.index]
      let header = site.files[position.report.index].header
      let date = position.date.map { " (\($0))" } ?? ""
      let source = Place(path: header.sourcePath, range: header.document.nodes[position.cell].source.range)
      notes.append(Note("its first position\(date) is newer than this report", at: source))
    } else {
      notes.append(Note(holders(of: issue)))
    }
    report(
      .unknownPosition, at: place(range, in: file),
      "“\(partyName)” holds no position on “\(issueName)” "
        + (later == nil ? "in any report" : "at the time of this report"), notes: notes)
  }

  private mutating func holders(of issue: Int) -> String {
    if let known = holders[issue] { return known }
    var names: [String] = []
    var seen: Set<Int> = []
    for id in graph.positionsOfIssue[ID(issue)]
    where seen.insert(graph.positions[id.index].party.index).inserted {
      names.append("“\(site.parties.members[graph.positions[id.index].party.index].name)”")
    }
    names.sort()
    let words =
      names.isEmpty
      ? "no party holds a position on it" : "positions on it are held by " + names.listed(most: 12)
    holders[issue] = words
    return words
  }

  // MARK: Anchors

  private mutating func anchor(
    _ fragment: String, on page: Destination, from file: Int, at range: Range<Int>
  ) -> LinkTarget? {
    let address = site.address(of: page)
    let isOwn = site.shared.destinations[file] == page
    if pages[page] == nil { pages[page] = PageAnchors(page, graph, headings: headings, tables: tables) }
    guard let anchors = pages[page] else { return nil }
    if let position = anchors.positions[fragment] { return .position(position) }
    guard let found = anchors.find(fragment) ?? tension(fragment, on: page) ?? correction(fragment, on: page)
    else {
      report(
        .brokenAnchor, at: place(range, in: file),
        isOwn
          ? "this page has no anchor “#\(fragment)”"
          : "“\(site.name(of: page))” has no anchor “#\(fragment)”",
        suggestion: .didYouMean(nearest(fragment, in: anchors).map { "#" + $0 }, for: "#" + fragment))
      return isOwn ? .withheld : page.target(anchor: nil, address: address)
    }
    guard isOwn else { return page.target(anchor: found, address: address) }
    if !anchors.isSubject { return .anchor(found) }
    // The page adds this prefix to the anchors of its own text.
    guard found.hasPrefix(DocumentLinks.textPrefix) else { return .page(address: address, anchor: found) }
    return .anchor(String(found.dropFirst(DocumentLinks.textPrefix.count)))
  }

  /// The fragment, if it is the anchor of a tension on the page of a report.
  private func tension(_ fragment: String, on page: Destination) -> String? {
    guard case .report(let report) = page else { return nil }
    return graph.tensionAnchors[report]?.contains(fragment) == true ? fragment : nil
  }

  /// The fragment, if it is the anchor of a correction on the page of a report.
  private mutating func correction(_ fragment: String, on page: Destination) -> String? {
    guard case .report(let report) = page else { return nil }
    let anchors = corrections[report] ?? Set(site.files[report].header.matter.corrections.map(\.anchor))
    corrections[report] = anchors
    return anchors.contains(fragment) ? fragment : nil
  }

  /// The nearest anchor; nil if none is similar, or after too many diagnostics.
  private mutating func nearest(_ fragment: String, in anchors: PageAnchors) -> String? {
    guard searchesLeft > 0 else { return nil }
    searchesLeft -= 1
    return NearestNames(anchors.all).match(fragment)
  }

  private func place(_ range: Range<Int>, in file: Int) -> Place {
    Place(path: site.files[file].header.sourcePath, range: range)
  }

  private mutating func report(
    _ id: DiagnosticID, at place: Place, _ message: String, notes: [Note] = [], suggestion: Suggestion? = nil
  ) {
    add(Diagnostic(id, at: place, message, notes: notes, suggestion: suggestion))
  }

  private mutating func add(_ diagnostic: Diagnostic) {
    reported += 1
    if !isMuted { tally.add(diagnostic) }
  }
}
