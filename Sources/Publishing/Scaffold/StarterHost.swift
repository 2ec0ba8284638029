import Content
import Site

/// Where a site will be published. Decides which configuration files it gets.
package enum StarterHost: String, Sendable, Hashable, CaseIterable {
  case githubPages = "github-pages"
  case netlify
  case cloudflarePages = "cloudflare-pages"
  case none

  /// The host's configuration files. All hosts serve `404.html`, which every build writes, without configuration.
  func files(domain: String?) -> [StarterFile] {
    switch self {
    case .none: []
    case .githubPages:
      [StarterScripts.build, StarterScripts.gitHubPublishing] + StarterPipeline.github.files
        + (domain.map { [StarterFile("Content/CNAME", $0 + "\n")] } ?? [])
    case .netlify:
      [StarterScripts.build, StarterFile("netlify.toml", Self.netlifySettings)] + Self.rules
    case .cloudflarePages: [StarterScripts.build] + Self.rules
    }
  }

  /// The host's value for site.yml; nil without a host.
  package var setting: SiteHost? { SiteHost(rawValue: rawValue) }

  /// The steps that the user must take to publish the site.
  ///
  /// - Parameter domain: the site's own domain; nil if it has none.
  package func steps(domain: String?) -> [String] {
    let byHand = "standpoint build && standpoint publish"
    switch self {
    case .none:
      return [
        "\(byHand) --branch gh-pages, --folder /srv/www/site, --rsync host:/srv/www/site/ or --rclone store:site",
        "to build on a host: standpoint init . --force --host github-pages, netlify or cloudflare-pages",
      ]
    case .githubPages:
      let name = domain.map { ", and enter \($0) as the custom domain" } ?? ""
      return [
        "in the repository’s settings, under Pages, choose “GitHub Actions” as the source\(name)",
        "or skip this step, run \(byHand) --branch gh-pages, and choose that branch as the source",
      ]
    case .netlify: return ["connect the repository to a new site; netlify.toml has the settings"]
    case .cloudflarePages:
      return [
        "set the project’s build command to ./build.sh and its output directory to Public"
      ] + (domain == nil ? ["set base-url in Content/site.yml to the site’s address"] : [])
    }
  }

  private static let netlifySettings = """
    # How Netlify builds the site: https://docs.netlify.com/configure-builds/file-based-configuration/
    # Headers and redirects are in Content/_headers and Content/_redirects.
    [build]
      command = "PUBLISHED_AT=\\"$URL\\" ./build.sh --base-url \\"$URL\\""
      publish = "Public"

    # A preview of each pull request, with drafts, not for search engines.
    [context.deploy-preview]
      command = "./build.sh --preview \\"PR $REVIEW_ID\\" --base-url \\"$DEPLOY_PRIME_URL\\""

    """

  /// Files that both Netlify and Cloudflare Pages read from the published folder.
  private static let rules = [
    StarterFile(
      "Content/_headers",
      """
      # Headers of every page: https://docs.netlify.com/manage/routing/headers/
      # and https://developers.cloudflare.com/pages/configuration/headers/
      # A build adds caching rules for files whose names contain a fingerprint.
      # Pages load nothing from other sites except pictures.
      /*
        Content-Security-Policy: \(ContentPolicy.header)
        X-Content-Type-Options: nosniff
        Referrer-Policy: strict-origin-when-cross-origin

      """),
    StarterFile(
      "Content/_redirects",
      """
      # A build adds the addresses listed under “redirects:” in the site's files.
      # Add other old addresses, one per line: from, to, and 301 (permanent) or 302 (temporary).
      # https://docs.netlify.com/manage/routing/redirects/overview/
      # https://developers.cloudflare.com/pages/configuration/redirects/
      #
      # /old/plan/  /reports/plan/  301

      """),
  ]
}
