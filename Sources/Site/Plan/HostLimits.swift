import Content
import Diagnostics

/// What hosts take, and whether a site is within it.
package enum HostLimits {
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
      "the site has \(files) files, but “host: \(host.rawValue)” accepts \(most) on its free plan",
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
      if let key = page.kind { kinds[key, default: 0] += 1 }
    }
    return diagnostic(files: pages.count + copied, of: kinds, host: host)
  }

  // MARK: - Sizes

  /// A number of bytes, in the unit in which a host states its limits.
  private struct Size {
    let bytes: Int
    let unit: Unit

    enum Unit: Int {
      case mebibytes = 1_048_576
      case gigabytes = 1_000_000_000

      var name: String { self == .mebibytes ? "MiB" : "GB" }
    }

    /// Rounded up, so that a size above a limit never reads like the limit.
    var text: String {
      let hundredths = (bytes * 100 + unit.rawValue - 1) / unit.rawValue
      let (whole, rest) = hundredths.quotientAndRemainder(dividingBy: 100)
      let decimals = rest == 0 ? "" : rest < 10 ? ".0\(rest)" : rest % 10 == 0 ? ".\(rest / 10)" : ".\(rest)"
      return "\(whole)\(decimals) \(unit.name)"
    }
  }

  /// The largest file that a host takes; nil: it has no such limit.
  private static func largestFile(_ host: SiteHost) -> Size? {
    switch host {
    case .cloudflarePages: Size(bytes: 25 << 20, unit: .mebibytes)
    // Git does not push larger ones there.
    case .githubPages: Size(bytes: 100 << 20, unit: .mebibytes)
    case .netlify: nil
    }
  }

  /// The largest site that a host takes; nil: it has no such limit.
  private static func largestSite(_ host: SiteHost) -> Size? {
    switch host {
    case .githubPages: Size(bytes: 1_000_000_000, unit: .gigabytes)
    case .cloudflarePages, .netlify: nil
    }
  }

  /// A file of a site that has been written.
  package struct File: Sendable {
    /// The path below the output folder.
    let path: String
    /// In bytes.
    let size: Int
    /// The key of `page-kinds` that makes it; nil: none.
    let kind: String?

    package init(path: String, size: Int, kind: String?) {
      self.path = path
      self.size = size
      self.kind = kind
    }
  }

  /// The warnings about the size of a site, and of files in it, that its host does not take.
  package static func diagnostics(_ files: [File], host: SiteHost) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    let size = files.reduce(0) { $0 + $1.size }
    if let most = largestSite(host), size > most.bytes {
      let heaviest = Dictionary(
        files.compactMap { file in file.kind.map { ($0, file.size) } }, uniquingKeysWith: +
      )
      .max { ($0.value, $1.key) < ($1.value, $0.key) }
      diagnostics.append(
        Diagnostic(
          .hostLimit, at: nil,
          "the site is \(Size(bytes: size, unit: most.unit).text), but “host: \(host.rawValue)” accepts \(most.text)",
          suggestion: heaviest.map {
            Suggestion(
              "“page-kinds: {\($0.key): false}” in site.yml leaves out \(Size(bytes: $0.value, unit: most.unit).text)"
            )
          }))
    }
    if let most = largestFile(host) {
      let large = files.filter { $0.size > most.bytes }.sorted { $0.path < $1.path }
      diagnostics += large.map { diagnostic($0, largerThan: most, host) }
    }
    return diagnostics
  }

  private static func diagnostic(_ file: File, largerThan most: Size, _ host: SiteHost) -> Diagnostic {
    let size = Size(bytes: file.size, unit: most.unit).text
    return Diagnostic(
      .hostLimit, at: nil,
      "the file “\(file.path)” is \(size), but “host: \(host.rawValue)” accepts files of up to \(most.text)",
      suggestion: file.kind.map { Suggestion("“page-kinds: {\($0): false}” in site.yml leaves it out") })
  }
}

extension SitePlan.Page {
  /// The key of `page-kinds` that makes the page; nil: none.
  package var kind: String? {
    if case .data = source { return PageSwitch.exports.key }
    return source.page?.definition.pageSwitch?.key
  }
}
