import Publishing
import Site

/// Holds the current version of the site and answers requests from it.
///
/// When a page is asked for and a source has changed, the site is read anew first; other requests are answered
/// from the version at hand. Live reload can hang itself on here.
public actor PreviewSource {
  /// What there is to tell the author.
  public enum Event: Sendable {
    /// The site was read, for the first time or after a change.
    case read(PlannedSite)
    /// The site could not be read anew; the version before is still shown.
    case failed(EnvironmentFault)
  }

  private let pipeline: SitePipeline
  private let tell: @Sendable (Event) -> Void
  private var current: PreviewSite
  private var fingerprint: SourceFingerprint
  private var checked = ContinuousClock.now
  private var refreshing: Task<Void, Never>?

  /// Reads the site; throws what is the disk's fault.
  public init(
    _ folders: SiteFolders, options: BuildOptions, tell: @escaping @Sendable (Event) -> Void
  ) async throws {
    pipeline = SitePipeline(folders, options: options)
    self.tell = tell
    // Taken before the files are read: what changes meanwhile is noticed at the next request.
    fingerprint = try pipeline.fingerprint()
    let site = try await pipeline.plan()
    current = PreviewSite(site)
    tell(.read(site))
  }

  /// The answer to a GET request for `target`, as it stood in the request.
  nonisolated func answer(to target: String) async -> PreviewAnswer {
    guard target.utf8.count <= RequestTarget.limit else {
      return PreviewAnswer(status: 414, "The address is too long.")
    }
    guard let target = RequestTarget(target) else {
      return PreviewAnswer(status: 400, "That is no address of a page.")
    }
    let isPage = target.path.isEmpty || target.path.hasSuffix("/") || target.path.hasSuffix(".html")
    let site = isPage ? await refreshed() : await current
    switch site.place(at: target.path) {
    case .page(let index): return Self.page(index, of: site)
    case .asset(let index): return Self.asset(site.site.assets[index])
    case .folder: return .redirect(to: target.withSlash)
    case .nothing: return Self.notFound(site)
    }
  }

  private static func page(_ index: Int, of site: PreviewSite, status: Int = 200) -> PreviewAnswer {
    let page = site.site.plan.pages[index]
    return PreviewAnswer(
      status: status, type: MediaType.of(page.path), body: site.site.plan.render(page).bytes)
  }

  private static func asset(_ asset: Asset) -> PreviewAnswer {
    guard let bytes = try? asset.read() else { return PreviewAnswer(status: 404, "The file has gone.") }
    return PreviewAnswer(type: MediaType.of(asset.path), body: bytes)
  }

  private static func notFound(_ site: PreviewSite) -> PreviewAnswer {
    guard case .page(let index) = site.place(at: "404.html") else {
      return PreviewAnswer(status: 404, "There is no such page.")
    }
    return page(index, of: site, status: 404)
  }

  /// The current version, read anew if a source has changed.
  private func refreshed() async -> PreviewSite {
    if refreshing == nil, checked.duration(to: .now) > .milliseconds(200) {
      refreshing = Task { await refresh() }
    }
    await refreshing?.value
    return current
  }

  private func refresh() async {
    do {
      let now = try pipeline.fingerprint()
      if now != fingerprint {
        let site = try await pipeline.plan()
        current = PreviewSite(site)
        fingerprint = now
        tell(.read(site))
      }
    } catch {
      tell(.failed(error as? EnvironmentFault ?? EnvironmentFault("cannot read the site: \(error)")))
    }
    checked = .now
    refreshing = nil
  }
}
