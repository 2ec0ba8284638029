import Content
import Diagnostics
import FileSystem
import Graph
import Text

/// Checks the sources of a site: whether they are still there, whether their text has changed, and whether the passages that
/// reports quote are in it.
package struct SourceCheck: Sendable {
  /// The answer for one passage.
  package struct Passage: Sendable {
    /// How it ended.
    package enum Result: String, Sendable, CaseIterable {
      case found
      case notFound = "not found"
      case unreadable = "cannot be read"
    }

    package let text: String
    /// Where a report quotes it.
    package let position: ID<Position>
    package let result: Result
    /// Why it cannot be looked for; nil for other results.
    package let reason: String?
  }

  /// The result of a check.
  package struct Outcome: Sendable {
    /// What was found, after `quiet:` and `--strict` have been applied; without the diagnostics of the content.
    package let diagnostics: DiagnosticList
    package let graph: IssueGraph
    /// By report, in order of appearance.
    package let passages: [Passage]
    /// How many sources were checked, and how many of them an interrupted check had already asked.
    package let counts: (sources: Int, resumed: Int)
  }

  private let pipeline: SitePipeline
  private let keeps: Bool

  /// - Parameter keeps: whether the texts are stored in `Content/.sources/`.
  package init(_ pipeline: SitePipeline, keeps: Bool) {
    self.pipeline = pipeline
    self.keeps = keeps
  }

  /// Throws file system errors, and an error if curl is not installed.
  package func run(_ site: GraphedSite) async throws -> Outcome {
    let cited = CitedSources(site.graph)
    var visits = SourceVisits(cited, SourceRecords(pipeline.folders), keeps: keeps)
    let resumed = try await visits.run { pipeline.progress(BuildProgress(phase: .ask, done: $0, total: $1)) }
    try remember(visits)
    var diagnostics: [Diagnostic] = []
    for source in cited.sources {
      if let record = visits.record(of: source) { diagnostics += source.diagnostics(record) }
    }
    let passages = cited.passages.map { passage in
      let (result, reason) = visits.result(of: passage)
      if result == .notFound { diagnostics.append(Self.diagnostic(passage, in: cited)) }
      return Passage(text: passage.text, position: passage.position, result: result, reason: reason)
    }
    let policy = DiagnosticPolicy(
      isStrict: pipeline.options.isStrict, quiet: site.graph.settings.quiet,
      limits: site.graph.settings.limits)
    return Outcome(
      diagnostics: policy.apply(to: diagnostics), graph: site.graph, passages: passages,
      counts: (cited.sources.count, resumed))
  }

  /// Links that were found are not asked again by `check --external`.
  private func remember(_ visits: SourceVisits) throws(EnvironmentError) {
    var memory = LinkMemory(pipeline.folders)
    let there = visits.records.values.filter { $0.state == .there }
    for record in there { memory.add(record.address) }
    if !there.isEmpty { try memory.write() }
  }

  private static func diagnostic(_ passage: CitedPassage, in cited: CitedSources) -> Diagnostic {
    let sources = passage.sources.map { cited.sources[$0] }
    let names = sources.map { "“\($0.name)”" }.joined(separator: ", ")
    let whose = sources.count == 1 ? "its source \(names)" : "any of its sources \(names)"
    return Diagnostic(
      .quoteNotInSource, at: passage.place, "“\(passage.text.excerpt)” is not in the text of \(whose)",
      suggestion: Suggestion(
        "compare the passage with \(sources[0].link.address); if it is a paraphrase, remove the quotation marks"
      ))
  }
}

extension CitedSource {
  /// What a record means for the author.
  fileprivate func diagnostics(_ record: SourceRecord) -> [Diagnostic] {
    var found: [Diagnostic] = []
    let rest =
      positions == 0
      ? [] : [Note("\(positions.counted("position")) \(positions == 1 ? "rests" : "rest") on it")]
    switch record.state {
    case .there: break
    case .gone:
      let advice =
        archive.map { "cite the archived copy “\($0.address)” in “url:”" }
        ?? "look for a copy, for example at https://web.archive.org/web/*/\(link.address), and add its address as “archive:”"
      found.append(
        Diagnostic(
          .sourceGone, at: link.place, "the source “\(name)” is gone: \(record.detail)", notes: rest,
          suggestion: Suggestion(advice)))
    case .moved:
      found.append(
        Diagnostic(
          .sourceMoved, at: link.place, "the source “\(name)” has moved to “\(record.detail)”",
          suggestion: Suggestion("check the new address and use it")))
    case .unchecked:
      found.append(
        Diagnostic(.sourceUnchecked, at: link.place, "cannot check the source “\(name)”: \(record.detail)"))
    }
    if let day = record.changedSince {
      let copy = archive.map { "; the archived copy is “\($0.address)”" } ?? ""
      found.append(
        Diagnostic(
          .sourceChanged, at: link.place, "the text of the source “\(name)” has changed since \(day)",
          notes: rest,
          suggestion: Suggestion("check whether it still supports the positions that rest on it" + copy)))
    }
    return found
  }
}
