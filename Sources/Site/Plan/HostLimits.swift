import Content
import Diagnostics

/// Whether the host takes as many files as the site has.
enum HostLimits {
  /// The most files that a host takes; nil: it has no such limit.
  private static func mostFiles(_ host: SiteHost) -> Int? {
    switch host {
    // The free plan.
    case .cloudflarePages: 20_000
    case .githubPages, .netlify: nil
    }
  }

  /// The diagnostic about a site with too many files for its host; nil: it has not.
  ///
  /// - Parameters:
  ///   - files: the number of all files.
  ///   - kinds: how many of them each key of `page-kinds` makes.
  static func diagnostic(files: Int, of kinds: [String: Int], host: SiteHost?) -> Diagnostic? {
    guard let host, let most = mostFiles(host), files > most else { return nil }
    let heaviest = kinds.max { ($0.value, $1.key) < ($1.value, $0.key) }
    return Diagnostic(
      .hostLimit, at: nil,
      "the site has \(files) files, but “host: \(host.rawValue)” takes \(most) in its free plan",
      suggestion: heaviest.map {
        Suggestion("“page-kinds: {\($0.key): false}” in site.yml leaves out \($0.value) of them")
      })
  }

  /// The same for the pages of a plan.
  ///
  /// - Parameter copied: the number of the author's own files.
  static func diagnostic(_ pages: [SitePlan.Page], copied: Int, host: SiteHost?) -> Diagnostic? {
    var kinds: [String: Int] = [:]
    for page in pages {
      if let key = page.source.page?.definition.pageSwitch?.key { kinds[key, default: 0] += 1 }
    }
    return diagnostic(files: pages.count + copied, of: kinds, host: host)
  }
}
