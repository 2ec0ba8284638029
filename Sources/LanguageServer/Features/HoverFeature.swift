import Content
import Diagnostics
import Editions
import Graph
import Text

/// What is known about the thing under the cursor.
struct HoverFeature {
  private let snapshot: Snapshot
  private var graph: IssueGraph { snapshot.graph }
  private var text: PositionText { PositionText(snapshot.record) }

  /// The longest list, in items.
  private static let limit = 12

  static func hover(_ snapshot: Snapshot, _ params: PositionParams) -> Hover? {
    guard let (path, offset) = snapshot.cursor(params.textDocument, params.position),
      let lines = snapshot.lines(path)
    else { return nil }
    if let file = snapshot.file(path),
      let found = SymbolFinder(file, lines, in: snapshot.graph).find(at: offset),
      let text = HoverFeature(snapshot: snapshot).text(of: found.target, here: path)
    {
      return Hover(
        contents: MarkupContent(text), range: lines.range(of: found.range, snapshot.client.unit))
    }
    return key(snapshot, path, lines, offset)
  }

  /// The meaning of a key of front matter or of `site.yml`.
  private static func key(_ snapshot: Snapshot, _ path: String, _ lines: LineIndex, _ offset: Int) -> Hover? {
    let line = lines.line(at: offset)
    let text = String(decoding: lines.bytes[line], as: UTF8.self)
    guard let colon = text.firstIndex(of: ":"), text.first?.isWhitespace == false,
      let schema = snapshot.schema(path)
    else { return nil }
    let end = line.lowerBound + text[..<colon].utf8.count
    let yaml =
      FrontMatterBlock.find(in: SourceText(path: path, bytes: lines.bytes)).block.yaml
      ?? (schema == .site ? 0..<lines.bytes.count : 0..<0)
    guard yaml.contains(line.lowerBound), offset <= end,
      let known = schema.completions.first(where: { $0.name == text[..<colon] })
    else { return nil }
    return Hover(
      contents: MarkupContent([.paragraph("\(.code(known.name)): \(MarkdownLine(authored: known.meaning))")]),
      range: lines.range(of: line.lowerBound..<end, snapshot.client.unit))
  }

  private func text(of target: SymbolTarget, here path: String) -> [MarkdownBlock]? {
    switch target {
    case .issue(let id): issue(id)
    case .party(let id): party(id)
    case .report(let id): report(id)
    case .page(let address):
      graph.authoredPages.first { $0.address == address }.map {
        [.paragraph("**\($0.page.header.title)** (\(address.isEmpty ? "home page" : "page"))")]
      }
    case .position(let id): pair(of: id)
    case .positions(let ids): ids.first.map(pair)
    case .pair(let pair): self.pair(pair)
    case .block(let path, let node):
      snapshot.file(path).map {
        [.paragraph("**\($0.header.document.plainText(of: node))** in “\($0.header.title)”")]
      }
    case .footnote(let path, let node):
      snapshot.file(path).map { [.paragraph("\($0.header.document.plainText(of: node))")] }
    case .source(let key): source(key)
    case .stance(let stance):
      [.paragraph("\(.code("[\(stance.rawValue)]")) **\(stance.word)**: \(Self.meaning(stance))")]
    case .asset(let path): [.paragraph(.code(path))]
    }
  }

  private func issue(_ id: ID<Issue>) -> [MarkdownBlock] {
    let issue = graph.issues[id.index]
    var blocks: [MarkdownBlock] = [.paragraph("**\(issue.name)** (issue)")]
    if let proposition = issue.file?.header.matter.proposition {
      blocks.append(.paragraph("*\(proposition)*"))
    }
    let items = graph.heldStances(on: id).flatMap { held in
      standing(held.party, on: id, named: graph.parties[held.party.index].name)
    }
    return blocks + [Self.list(items)]
  }

  /// An item for each position of what a party holds on an issue.
  private func standing(_ party: ID<Party>, on issue: ID<Issue>, named name: String) -> [MarkdownLine] {
    snapshot.record.standing(issue, party).map { text.item(name, $0, of: party, isHeld: true) }
  }

  private func party(_ id: ID<Party>) -> [MarkdownBlock] {
    let party = graph.parties[id.index]
    var name: MarkdownLine = "**\(party.name)** (party)"
    if let other = party.actsFor { name += ", acts for \(graph.parties[other.index].name)" }
    let issues = Set(graph.positionsOfParty[id].map { graph.positions[$0.index].issue })
      .union(snapshot.record.rememberedIssues(of: id))
    let items = issues.sorted().flatMap { issue in
      standing(id, on: issue, named: graph.issues[issue.index].name)
    }
    return [.paragraph(name), Self.list(items)]
  }

  private func report(_ id: ID<ReportEntry>) -> [MarkdownBlock] {
    let report = graph.reports[id.index].report
    let date = report.date.map { ", \($0)" } ?? ""
    let summary = report.header.matter.summary.map { [MarkdownBlock.paragraph("\($0)")] } ?? []
    return [.paragraph("**\(report.header.title)** (report\(date))")] + summary
  }

  private func pair(of id: ID<Position>) -> [MarkdownBlock] {
    let position = graph.positions[id.index]
    return pair(PartyOnIssue(position.party, on: position.issue))
  }

  /// All that a party has held on an issue.
  private func pair(_ pair: PartyOnIssue) -> [MarkdownBlock] {
    let names = [graph.parties[pair.party.index].name, graph.issues[pair.issue.index].name]
    let standing = snapshot.record.standing(pair.issue, pair.party)
    let items = text.history(pair).map {
      text.item(text.report(of: $0), $0, of: pair.party, isHeld: standing.contains($0))
    }
    return [.paragraph("**\(names[0])** on **\(names[1])**"), Self.list(items)]
  }

  private func source(_ key: String) -> [MarkdownBlock]? {
    guard let source = graph.settings.sources.entries.first(where: { $0.key == key }) else { return nil }
    let parts: [String?] = [
      source.authors.isEmpty ? nil : source.authors.joined(separator: ", "), source.name, source.publisher,
      source.date?.description,
    ]
    let words = parts.compactMap(\.self).joined(separator: ", ")
    return [.paragraph("\(.code("@\(key)")) \(words)")]
      + (source.url.map { [.paragraph(.address($0))] } ?? [])
  }

  private static func list(_ items: [MarkdownLine]) -> MarkdownBlock {
    let rest = items.count - limit
    let more: [MarkdownLine] = rest > 0 ? ["and \(rest) more"] : []
    return .entries((items.prefix(limit) + more).map { .entry($0) })
  }

  private static func meaning(_ stance: Stance) -> String {
    switch stance {
    case .champions: "the party promotes it actively."
    case .supports: "the party is in favour."
    case .mixed: "the party is partly or conditionally in favour."
    case .neutral: "the party takes no side."
    case .opposes: "the party is against it."
    case .redLine: "the party rules it out."
    }
  }
}
