import Content
import Diagnostics

/// Assembles the graph from the linked files.
struct GraphAssembly {
  let site: SymbolTable
  private var files: [LinkedFile]
  private let relations: Relations
  private let listed: ListedSubjects
  private(set) var diagnostics: [Diagnostic] = []
  private(set) var comparisons: [Comparison] = []
  private(set) var positions: [Position] = []
  private(set) var silentCells: [SilentCell] = []
  private(set) var formerNames = FormerNames()
  private(set) var options: [Option] = []
  private(set) var mentions: [Mention] = []
  private(set) var positionsOfIssue = Edges<Issue, Position>([])
  private var positionsOfParty = Edges<Party, Position>([])
  private var positionsOfComparison = Edges<Comparison, Position>([])
  private var positionsOfPair = PairPositions.none
  private(set) var standings = Standings.none
  private var tensions: [Tension] = []
  private var tensionCounts: [TensionPair: Int] = [:]
  /// The anchors of tensions on report pages, by report.
  private(set) var tensionAnchors: [Int: Set<String>] = [:]
  /// The index of the first position of each report, and one past the last position.
  private(set) var firstPosition: [Int] = [0]

  /// For files that are added one after the other.
  init(_ site: SymbolTable, _ relations: Relations, _ listed: ListedSubjects) {
    self.site = site
    self.relations = relations
    self.listed = listed
    files = []
    files.reserveCapacity(site.files.count)
  }

  /// For files that are all linked.
  init(_ site: SymbolTable, _ files: [LinkedFile], _ relations: Relations, _ listed: ListedSubjects) {
    self.init(site, relations, listed)
    reserveCapacity(for: files)
    for file in files { add(file) }
  }

  /// For links of files that have changed, while all lists are given.
  init(_ builder: GraphBuilder, _ files: [LinkedFile], lists: GraphLists) {
    site = builder.site
    self.files = files
    relations = builder.relations
    listed = builder.listed
    comparisons = lists.comparisons
    positions = lists.positions
    silentCells = lists.silentCells
    formerNames = lists.formerNames
    options = lists.options
    mentions = lists.mentions
    positionsOfIssue = lists.positionsOfIssue
    standings = lists.standings
    tensions = lists.tensions
    for tension in tensions { name(tension) }
    var report = 0
    for (place, position) in positions.enumerated() {
      while report < position.report.index {
        firstPosition.append(place)
        report += 1
      }
    }
    while report < site.shared.reportCount {
      firstPosition.append(positions.count)
      report += 1
    }
  }

  /// Makes room for the lists of all reports at once: lists that grow are copied again and again.
  private mutating func reserveCapacity(for files: [LinkedFile]) {
    let reports = files.prefix(site.shared.reportCount)
    comparisons.reserveCapacity(reports.reduce(0) { $0 + $1.comparisons.count })
    positions.reserveCapacity(reports.reduce(0) { $0 + $1.positions.count })
    silentCells.reserveCapacity(reports.reduce(0) { $0 + $1.silentCells.count })
    options.reserveCapacity(reports.reduce(0) { $0 + $1.options.count })
    mentions.reserveCapacity(reports.reduce(0) { $0 + $1.mentions.count })
    firstPosition.reserveCapacity(reports.count + 1)
  }

  /// Adds the next file, in the order of the site. The lists of a report become part of those of the graph, and are not kept
  /// twice.
  mutating func add(_ linked: LinkedFile) {
    var file = linked
    if files.count < site.shared.reportCount { take(&file) }
    files.append(file)
  }

  /// Moves the lists of a report to their places in the graph.
  private mutating func take(_ file: inout LinkedFile) {
    let (firstComparison, firstPosition) = (comparisons.count, positions.count)
    for comparison in file.comparisons { comparisons.append(comparison.moved(by: firstComparison)) }
    for position in file.positions {
      positions.append(position.moved(positions: firstPosition, comparisons: firstComparison))
    }
    let firstSilence = silentCells.count
    for cell in file.silentCells {
      silentCells.append(cell.moved(cells: firstSilence, comparisons: firstComparison))
    }
    if !file.formerNames.isEmpty {
      formerNames.add(file.formerNames, positions: firstPosition, silentCells: firstSilence)
    }
    let firstOption = options.count
    for option in file.options { options.append(option.moved(by: firstOption, comparisons: firstComparison)) }
    let firstMention = mentions.count
    for mention in file.mentions { mentions.append(mention.moved(by: firstMention)) }
    self.firstPosition.append(positions.count)
    file.comparisons = []
    file.positions = []
    file.silentCells = []
    file.options = []
    file.mentions = []
  }

  /// Builds the graph when all files are added. Afterwards, `diagnostics` contains those of links that could not be checked earlier.
  mutating func graph() -> IssueGraph {
    precondition(files.count == site.files.count, "every file is added once")
    findEdges()
    readTensions()
    var resolver = PendingResolver(self, anchors: files.map(\.anchors), tables: files.map(\.tables))
    for index in files.indices {
      if !files[index].pending.isEmpty { files[index].targets = targets(of: files[index], index, &resolver) }
    }
    diagnostics += resolver.diagnostics
    let graph = assembled()
    checkEmbeds(in: graph)
    return graph
  }

  private mutating func findEdges() {
    let edges = PositionEdges(
      positions, issueCount: site.issues.members.count, partyCount: site.parties.members.count,
      comparisonCount: comparisons.count, silentCells: silentCells,
      reported: site.reportIntervals, lifetimes: site.shared.lifetimes, today: site.today)
    positionsOfIssue = edges.ofIssue
    positionsOfParty = edges.ofParty
    positionsOfComparison = edges.ofComparison
    positionsOfPair = edges.ofPair
    standings = edges.standings
  }

  private mutating func checkEmbeds(in graph: IssueGraph) {
    guard files.contains(where: { !$0.embeds.isEmpty }) else { return }
    var check = EmbedCheck(graph)
    for (index, file) in files.enumerated() where !file.embeds.isEmpty {
      let address = site.address(of: site.shared.destinations[index])
      let header = site.files[index].header
      let own =
        index < site.shared.reportCount ? graph.text(of: graph.reports[index]) : graph.text(at: address)
      guard let own, own.document === header.document else { continue }
      check.check(file.embeds, in: own, sourcePath: header.sourcePath)
    }
    diagnostics += check.diagnostics
  }

  /// Resolves the positions of all tensions. This comes before the links, because they may lead to a tension.
  private mutating func readTensions() {
    guard files.contains(where: { !$0.tensions.isEmpty }) else { return }
    var resolver = PendingResolver(self, anchors: files.map(\.anchors), tables: files.map(\.tables))
    for index in files.indices {
      for tension in files[index].tensions {
        guard let (first, second) = resolver.resolve(tension, in: index) else { continue }
        add(tension, of: index, first, second)
      }
    }
    diagnostics += resolver.diagnostics
  }

  /// The targets of the links of some files; nil: there is a diagnostic that only the whole graph can give.
  func targets(ofFiles indices: [Int]) -> [[DocumentLinks.Entry]]? {
    var resolver = PendingResolver(self, anchors: files.map(\.anchors), tables: files.map(\.tables))
    let all = indices.map { targets(of: files[$0], $0, &resolver) }
    return resolver.diagnostics.isEmpty ? all : nil
  }

  private func targets(
    of file: LinkedFile, _ index: Int, _ resolver: inout PendingResolver
  ) -> [DocumentLinks.Entry] {
    var targets = file.targets
    for link in file.pending {
      guard let target = resolver.resolve(link, in: index) else { continue }
      targets.append(DocumentLinks.Entry(node: link.node, target: target))
    }
    return targets.sorted { $0.node < $1.node }
  }

  private mutating func add(
    _ tension: PendingTension, of report: Int, _ first: Tension.Side, _ second: Tension.Side?
  ) {
    let pair = TensionPair(report: report, issue: first.issue, party: first.party)
    tensionCounts[pair, default: 0] += 1
    let marked = Tension(
      id: ID(tensions.count), report: ID(report), node: tension.node, first: first, second: second,
      ordinal: tensionCounts[pair] ?? 1)
    tensions.append(marked)
    name(marked)
  }

  /// What tensions of a report have in common if their anchors differ only by a number.
  private struct TensionPair: Hashable {
    let report: Int
    let issue: ID<Issue>
    let party: ID<Party>
  }

  private mutating func name(_ tension: Tension) {
    let first = tension.first
    let anchor = tension.anchor(
      issue: site.issues.members[first.issue.index].slug, party: site.parties.members[first.party.index].slug)
    tensionAnchors[tension.report.index, default: []].insert(anchor)
  }

  private func assembled() -> IssueGraph {
    let issueCount = site.issues.members.count
    let partyCount = site.parties.members.count
    let named = MentionEdges(
      mentions, issueCount: issueCount, partyCount: partyCount, reportCount: site.shared.reportCount)
    let edges = ReportEdges(comparisons, site: site)
    let reportCount = site.shared.reportCount
    var lists = GraphLists(settings: site.shared.settings)
    lists.reports = reports()
    lists.pages = pages()
    lists.home = home()
    lists.issues = issues()
    lists.reworded = lists.issues.reduce(into: [:]) { reworded, issue in
      let propositions = issue.propositions
      if propositions.hasHistory { reworded[issue.id] = propositions }
    }
    lists.parties = parties()
    lists.hasSuccessions = lists.parties.contains { $0.predecessor != nil }
    lists.comparisons = comparisons
    lists.positions = positions
    lists.silentCells = silentCells
    lists.formerNames = formerNames
    lists.formerSlugs = site.shared.ledger.former
    lists.options = options
    lists.mentions = mentions
    lists.tensions = tensions
    lists.positionsOfIssue = positionsOfIssue
    lists.positionsOfParty = positionsOfParty
    lists.positionsOfComparison = positionsOfComparison
    lists.positionsOfPair = positionsOfPair
    lists.standings = standings
    lists.comparisonsOfReport = Edges(count: reportCount, pairs: comparisons.lazy.map { ($0.report, $0.id) })
    lists.optionsOfComparison = Edges(
      count: comparisons.count, pairs: options.lazy.map { ($0.comparison, $0.id) })
    lists.optionsOfIssue = ReportEdges.options(options, issueCount: issueCount)
    lists.mentionsOfIssue = named.ofIssue
    lists.mentionsOfParty = named.ofParty
    lists.mentionsOfReport = named.ofReport
    lists.issuesOfReport = Edges(count: reportCount, pairs: edges.issues)
    lists.partiesOfReport = Edges(count: reportCount, pairs: edges.parties)
    lists.reportsOfParty = Edges(
      count: partyCount, pairs: edges.parties.reversed().lazy.map { ($0.to, $0.from) })
    lists.reportsOfIssue = Edges(
      count: issueCount, pairs: edges.issues.reversed().lazy.map { ($0.to, $0.from) })
    lists.tableDecisions = site.shared.classification.tables.map { $0.map(\.decision) }
    lists.feedIssues = listed.issues
    lists.feedParties = listed.parties
    lists.feedOccurrences = listed.occurrences
    lists.openLinks = files.flatMap(\.openLinks)
    lists.findSheets()
    return IssueGraph(lists)
  }
}

extension GraphAssembly {
  private func links(_ index: Int) -> DocumentLinks {
    var file = files[index]
    if let named = relations.references[index] { file.references += named }
    let isReport = index < site.shared.reportCount
    return DocumentLinks(file, targets: file.targets, of: isReport ? ID(index) : nil)
  }

  private func reports() -> [ReportEntry] {
    (0..<site.shared.reportCount).compactMap { index in
      guard case .report(let report) = site.files[index] else { return nil }
      return ReportEntry(
        id: ID(index), report: report, address: site.address(of: .report(index)), links: links(index))
    }
  }

  private func pages() -> [PageEntry] {
    site.files.indices.compactMap { index in
      guard case .page(let page) = site.files[index] else { return nil }
      return PageEntry(
        id: ID(index - site.shared.reportCount), page: page, address: page.header.slug, links: links(index))
    }
  }

  private func home() -> PageEntry? {
    for index in site.files.indices {
      if case .home(let page) = site.files[index] {
        return PageEntry(
          id: ID(index - site.shared.reportCount), page: page, address: "", links: links(index))
      }
    }
    return nil
  }

  private func issues() -> [Issue] {
    site.issues.members.enumerated().map { index, member in
      var file: IssueFile?
      if let place = member.file, case .issue(let authored) = site.files[place] { file = authored }
      return Issue(
        id: ID(index), name: member.name, slug: member.slug, aliases: member.aliases, file: file,
        links: member.file.map(links), broader: relations.broader[index].map { ID($0) },
        related: relations.related[index].map { ID($0) }, isPlaced: member.isPlaced)
    }
  }

  private func parties() -> [Party] {
    let declared = relations.ofParties
    return site.parties.members.enumerated().map { index, member in
      var file: PartyFile?
      if let place = member.file, case .party(let authored) = site.files[place] { file = authored }
      return Party(
        id: ID(index), name: member.name, slug: member.slug, aliases: member.aliases, file: file,
        links: member.file.map(links), relations: declared[index])
    }
  }
}
