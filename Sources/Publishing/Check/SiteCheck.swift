import Diagnostics
import FileSystem
import Site
import Text
import Workspace

/// Checks a site without writing it.
package struct SiteCheck: Sendable {
  /// The result of a check.
  package struct Outcome: Sendable {
    /// The site that was checked.
    package let site: PlannedSite
    /// The diagnostics of a build, and those that only a check reports.
    package let diagnostics: DiagnosticList
    /// How many external links were requested, and how many were skipped because they worked within the last week; nil if
    /// external links were not checked.
    package let external: (asked: Int, known: Int)?
    /// How many published positions were compared; nil: there is no published site to compare with, or it has no data.
    package let compared: Int?
  }

  private let pipeline: SitePipeline
  private let asksOthers: Bool
  private let published: PublishedSite?
  private let keepsAddresses: Bool

  /// - Parameters:
  ///   - asksOthers: whether external links are checked.
  ///   - published: the site that readers see now; nil: there is none to compare with.
  ///   - keepsAddresses: whether the addresses of that site are recorded in `.standpoint`, so that builds keep them.
  package init(
    _ pipeline: SitePipeline, asksOthers: Bool = false, against published: PublishedSite? = nil,
    keepsAddresses: Bool = false
  ) {
    self.pipeline = pipeline
    self.asksOthers = asksOthers
    self.published = published
    self.keepsAddresses = keepsAddresses
  }

  /// Throws file system errors, and an error if curl is needed but not installed.
  package func run() async throws -> Outcome {
    let record = try await published?.record(from: pipeline.folders.root)
    if keepsAddresses, let record { try PublicationLedger.keep(record, in: pipeline.folders) }
    let site = try await pipeline.plan()
    var found = try Self.findings(about: site, pipeline)
    var external: (asked: Int, known: Int)?
    if asksOthers {
      let (diagnostics, counts) = try await externalLinks(site)
      found += diagnostics
      external = counts
    }
    let policy = pipeline.options.policy(site.settings)
    let all = site.diagnostics.entries.map(\.diagnostic) + found
    let diagnostics = policy.apply(to: all)
    guard let record else {
      return Outcome(site: site, diagnostics: diagnostics, external: external, compared: nil)
    }
    return Outcome(
      site: site,
      diagnostics: diagnostics.adding(
        errors: site.plan.brokenCitations(
          of: [record.positions], earlier: record.earlier, includesGonePages: true)),
      external: external, compared: record.positions.positions.count)
  }

  /// Reports pages that were published and now have neither a page nor a redirect. Generated pages come and go with what they
  /// list.
  private static func gonePages(
    _ site: PlannedSite, _ folders: SiteFolders
  ) throws(EnvironmentError) -> [Diagnostic] {
    let published = try PublishedPages.read(folders)
    if published.isEmpty { return [] }
    var here = Set(site.plan.pages.map(\.path))
    here.formUnion(site.copies.map(\.path))
    // A page that was published beside the one that is gone is another page.
    let new = here.subtracting(published).filter { $0.hasSuffix(".html") }.sorted()
    let style = site.settings.addresses
    return published.filter { !here.contains($0) && PublishedPath($0).isAuthored }.map { path in
      let old = "/" + (path.hasSuffix("index.html") ? path.dropLast("index.html".count) : path[...])
      // Issues and parties with similar names are different ones.
      let near =
        PublishedPath(path).isSubject
        ? nil
        : NearestName.match(path, among: new)
          .flatMap { style.address(ofFile: $0) }
      let place = near.map { "“/\($0)/”, or the page that replaced it," } ?? "the page that replaced it"
      return Diagnostic(
        .publishedPageGone, at: nil,
        "the page “\(old)” was published before, but no longer exists and has no redirect",
        suggestion: Suggestion(
          "add “redirects: [\(old)]” to \(place) or remove the line “\(path)” from “.standpoint/published”"))
    }
  }

  /// What a check reports about a planned site, without asking other sites. Throws if the list of published pages cannot be
  /// read.
  package static func diagnostics(
    of site: PlannedSite, _ pipeline: SitePipeline
  ) throws(EnvironmentError) -> DiagnosticList {
    let found = try findings(about: site, pipeline)
    if found.isEmpty { return site.diagnostics }
    return pipeline.options.policy(site.settings)
      .apply(to: site.diagnostics.entries.map(\.diagnostic) + found)
  }

  /// What a check finds besides the diagnostics of the plan: pages that have gone, and replaced files of the theme.
  private static func findings(
    about site: PlannedSite, _ pipeline: SitePipeline
  ) throws(EnvironmentError) -> [Diagnostic] {
    // The record of a day leaves pages out, which have not gone.
    let gone = pipeline.options.recordDay == nil ? try gonePages(site, pipeline.folders) : []
    return try gone + ThemeFolder(pipeline.folders).changedFiles()
  }

  private func externalLinks(
    _ site: PlannedSite
  ) async throws -> ([Diagnostic], (asked: Int, known: Int)) {
    let links = ExternalLink.all(in: site.graph)
    var memory = LinkMemory(pipeline.folders)
    var hosts: [String: [String]] = [:]
    var known: Set<String> = []
    var seen: Set<String> = []
    for link in links where seen.insert(link.address).inserted {
      if memory.knows(link.address) {
        known.insert(link.address)
      } else {
        hosts[link.host, default: []].append(link.address)
      }
    }
    let count = seen.count - known.count
    let lists = hosts.keys.sorted().map { (host: $0, addresses: hosts[$0] ?? []) }
    let answers = try await LinkProbe().answers(to: lists) {
      pipeline.progress(BuildProgress(phase: .ask, done: $0, total: count))
    }
    for (address, answer) in answers where answer == .there { memory.add(address) }
    if count > 0 { try memory.write() }
    return (links.compactMap { Self.diagnostic($0, answers[$0.address]) }, (asked: count, known: known.count))
  }

  private static func diagnostic(_ link: ExternalLink, _ answer: LinkAnswer?) -> Diagnostic? {
    switch answer {
    case nil, .there: nil
    case .broken(let words):
      Diagnostic(.brokenExternalLink, at: link.place, "broken link to “\(link.address)”: \(words)")
    case .unclear(let words):
      Diagnostic(
        .uncheckedExternalLink, at: link.place, "cannot check the link to “\(link.address)”: \(words)")
    }
  }
}

extension DiagnosticList {
  /// The list with diagnostics that are errors in this run, in place of others about the same addresses.
  func adding(errors: [Diagnostic]) -> DiagnosticList {
    if errors.isEmpty { return self }
    let strict = DiagnosticPolicy(isStrict: true).apply(to: errors)
    let ids: Set<DiagnosticID> = [.publishedAnchorChanged, .publishedAnchorGone]
    let places = Set(errors.map(\.place))
    let kept = entries.filter { !ids.contains($0.diagnostic.id) || !places.contains($0.diagnostic.place) }
    return DiagnosticList(entries: strict.entries + kept)
  }
}
