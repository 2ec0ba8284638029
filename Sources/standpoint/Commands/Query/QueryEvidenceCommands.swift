import ArgumentParser
import Content
import Diagnostics
import Editions
import Graph
import Text

/// A query about the number of sources of current positions.
protocol SourceCountQuery: AsyncParsableCommand {
  /// What the positions have in common, as the rest of a sentence.
  static var rest: String { get }
  static func positions(_ index: EvidenceIndex) -> [ID<Position>]
  var site: SiteOptions { get }
  var query: QueryOptions { get }
}

extension SourceCountQuery {
  func run() async throws {
    let folders = try site.folders()
    let record = try await site.graph(of: folders, quiet: true).record(in: folders)
    query.write(
      EvidenceAnswer(
        query: Self._commandName, record: record, folders: folders,
        positions: record.places(of: Self.positions(EvidenceIndex(record.graph))), what: "current position",
        rest: Self.rest))
  }
}

/// `standpoint query unsourced`
struct QueryUnsourcedCommand: SourceCountQuery {
  static let configuration = CommandConfiguration(
    commandName: "unsourced",
    abstract: "List the current positions without a source.",
    discussion: """
      A source is a footnote or a link in the position’s cell.

      Examples:

        standpoint query unsourced
        standpoint query unsourced --format csv > unsourced.csv
      """)
  static let rest = "without a source"

  @OptionGroup var site: SiteOptions
  @OptionGroup var query: QueryOptions

  static func positions(_ index: EvidenceIndex) -> [ID<Position>] { index.unsourced }
}

/// `standpoint query single-source`
struct QuerySingleSourceCommand: SourceCountQuery {
  static let configuration = CommandConfiguration(
    commandName: "single-source",
    abstract: "List the current positions that rest on a single source.",
    discussion: """
      Links to the same address count as one source, even if one has “http” and the other “https”, or if they differ in a trailing slash, \
      the part after “#”, or parameters that only track visitors.

      Examples:

        standpoint query single-source
        standpoint query single-source --format json
      """)
  static let rest = "with a single source"

  @OptionGroup var site: SiteOptions
  @OptionGroup var query: QueryOptions

  static func positions(_ index: EvidenceIndex) -> [ID<Position>] { index.singleSourced }
}

/// `standpoint query source ADDRESS`
struct QuerySourceCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "source",
    abstract: "List every position that rests on a source.",
    discussion: """
      Lists current and earlier positions in all reports whose cells or footnotes cite the key or link to the address, and those \
      that only editions remember. A trailing slash, the \
      part after “#”, “http” or “https”, and parameters that only track visitors make no difference.

      Examples:

        standpoint query source march-speech
        standpoint query source https://example.org/speech
        standpoint query source example.org/speech --site ~/briefing --format csv
      """)

  @Argument(help: ArgumentHelp("The key or the address of the source.", valueName: "source"))
  var address: String

  @OptionGroup var site: NamedSiteOptions
  @OptionGroup var query: QueryOptions

  func run() async throws {
    let folders = try site.folders()
    let record = try await site.graph(of: folders, quiet: true).record(in: folders)
    let graph = record.graph
    let index = EvidenceIndex(graph)
    let source = identity(index, in: graph)
    let positions = Self.merged(record.places(of: index.positions(on: source)), record.remembered(on: source))
    if positions.isEmpty {
      guard case .entry = source else { throw unknown(near: index, in: graph) }
    }
    query.write(
      EvidenceAnswer(
        query: "source", record: record, folders: folders, positions: positions, what: "position",
        rest: "on \(address)"))
  }

  /// By issue; those of the site first.
  private static func merged(_ present: [RecordedPlace], _ remembered: [RecordedPlace]) -> [RecordedPlace] {
    (present + remembered).enumerated()
      .sorted { ($0.element.issue, $0.offset) < ($1.element.issue, $1.offset) }.map(\.element)
  }

  /// The source with that key or address, or with that key of its page, which addresses without an entry have.
  private func identity(_ index: EvidenceIndex, in graph: IssueGraph) -> SourceIdentity {
    let library = graph.settings.sources
    let key = address.hasPrefix("@") ? String(address.dropFirst()) : address
    if let entry = library.entry(key) { return .entry(entry.key) }
    let identity = SourceIdentity(address: address, in: library)
    guard index.positions(on: identity).isEmpty else { return identity }
    let named = index.addresses.sorted().first { SourceSlugs.candidates(for: $0).contains(key) }
    return named.map { SourceIdentity(address: $0, in: library) } ?? identity
  }

  private func unknown(near index: EvidenceIndex, in graph: IssueGraph) -> ValidationError {
    let names = index.addresses.union(graph.settings.sources.entries.map(\.key)).sorted()
    let near = NearestName.match(SourceAddress.compared(address), among: names)
    let advice = near.map { "; did you mean “\($0)”?" } ?? "."
    return ValidationError(TerminalText.line("no position rests on “\(address)”\(advice)"))
  }
}

/// `standpoint query evidence KIND`
struct QueryEvidenceCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evidence",
    abstract: "List the current positions that rest on a kind of evidence.",
    discussion: """
      The kinds are those of “{evidence=…}” in cells: own-statement, document, vote, act, reported, assessment and unknown. \
      With several kinds, positions that rest on any of them are listed. With --alone, those that rest on these kinds and on \
      nothing else: a position with a source of another kind, or of a kind that is not given, is left out.

      Examples:

        standpoint query evidence vote
        standpoint query evidence own-statement vote --alone --format csv
      """)

  @Argument(
    help: ArgumentHelp("The kinds of evidence.", valueName: "kind"),
    completion: .list(Evidence.allCases.map(\.rawValue)))
  var kinds: [String]

  @Flag(help: "List only positions that rest on these kinds and nothing else.")
  var alone = false

  @OptionGroup var site: NamedSiteOptions
  @OptionGroup var query: QueryOptions

  func validate() throws {
    _ = try evidence()
  }

  private func evidence() throws(ValidationError) -> [Evidence] {
    var found: [Evidence] = []
    for text in kinds {
      guard let kind = Evidence(written: text) else {
        let all = Evidence.allCases.map(\.rawValue).joined(separator: ", ")
        throw ValidationError(TerminalText.line("“\(text)” is not a kind of evidence; the kinds are \(all)."))
      }
      found.append(kind)
    }
    return found
  }

  func run() async throws {
    let kinds = try evidence()
    let folders = try site.folders()
    let record = try await site.graph(of: folders, quiet: true).record(in: folders)
    let graph = record.graph
    let index = EvidenceIndex(graph)
    let wanted = EvidenceKinds(kinds)
    let positions = index.current.filter { id in
      let evidence = graph.positions[id.index].evidence
      return alone ? evidence.isWithin(wanted) : kinds.contains(where: evidence.contains)
    }
    query.write(
      EvidenceAnswer(
        query: "evidence", record: record, folders: folders, positions: record.places(of: positions),
        what: "current position",
        rest: "on \(wanted.all.map(\.rawValue).joined(separator: ", "))\(alone ? " alone" : "")"))
  }
}
