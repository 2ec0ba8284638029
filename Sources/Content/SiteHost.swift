/// Who serves the site: `host:` in site.yml. It decides which rules a build writes for the server.
package enum SiteHost: String, Sendable, Hashable, CaseIterable {
  case githubPages = "github-pages"
  case netlify
  case cloudflarePages = "cloudflare-pages"

  /// It reads `_headers` and `_redirects` from the published folder.
  package var readsRules: Bool { self != .githubPages }
}
