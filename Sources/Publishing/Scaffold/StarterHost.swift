import Content
import Site

/// Where a site will be published: decides which recipe files it gets.
package enum StarterHost: String, Sendable, Hashable, CaseIterable {
  case githubPages = "github-pages"
  case netlify
  case cloudflarePages = "cloudflare-pages"
  case none

  /// The host's recipe files. The hosts take `404.html`, which every build writes, as it is.
  func files(domain: String?) -> [StarterFile] {
    switch self {
    case .none: []
    case .githubPages:
      [Self.buildScript, StarterFile(".github/workflows/publish.yml", Self.workflow)]
        + (domain.map { [StarterFile("Content/CNAME", $0 + "\n")] } ?? [])
    case .netlify:
      [Self.buildScript, StarterFile("netlify.toml", Self.netlifySettings)] + Self.rules
    case .cloudflarePages: [Self.buildScript] + Self.rules
    }
  }

  /// The host as site.yml names it; nil: none.
  package var setting: SiteHost? { SiteHost(rawValue: rawValue) }

  /// What is to be done by hand to publish the site, one step each.
  ///
  /// - Parameter domain: the site's own host name; nil: it has none.
  package func steps(domain: String?) -> [String] {
    let variables =
      "STANDPOINT_URL and STANDPOINT_SHA256: where the host fetches the tool, and its checksum (build.sh says more)"
    let byHand = "standpoint build && standpoint publish"
    switch self {
    case .none:
      return [
        "\(byHand) --branch gh-pages, --folder /srv/www/site or --rsync host:/srv/www/site/",
        "a host that builds by itself: standpoint init . --force --host github-pages, netlify or cloudflare-pages",
      ]
    case .githubPages:
      let name = domain.map { ", and enter \($0) as the custom domain" } ?? ""
      return [
        "in the repository's settings, under Pages, choose “GitHub Actions” as the source\(name)",
        "set the repository's variables \(variables)",
        "or leave both, run \(byHand) --branch gh-pages, and choose that branch as the source",
      ]
    case .netlify: return ["set the site's environment variables \(variables)"]
    case .cloudflarePages:
      return [
        "set the project's build command to ./build.sh and its output directory to Public",
        "set its environment variables \(variables)",
      ] + (domain == nil ? ["write the address that the site gets to Content/site.yml, as base-url"] : [])
    }
  }

  private static let buildScript = StarterFile(
    "build.sh",
    """
    #!/bin/sh
    # Builds the site into Public/, on this machine or on a host.
    #
    # Where there is no standpoint on the PATH, it is fetched: put the binary that "make dist" builds (for Linux, of the
    # host's processor) where the host can reach it, and set
    #
    #   STANDPOINT_URL      its address
    #   STANDPOINT_SHA256   what "sha256sum standpoint" says of it; anything else is refused
    set -eu
    cd "$(dirname "$0")"

    if ! command -v standpoint >/dev/null 2>&1; then
      : "${STANDPOINT_URL:?there is no standpoint here, and nothing says where to fetch it}"
      : "${STANDPOINT_SHA256:?the checksum of what STANDPOINT_URL leads to is needed}"
      mkdir -p .tool
      curl --fail --silent --show-error --location --retry 3 --output .tool/standpoint "$STANDPOINT_URL"
      printf '%s  %s\\n' "$STANDPOINT_SHA256" .tool/standpoint | sha256sum --check --quiet
      chmod +x .tool/standpoint
      PATH=$PWD/.tool:$PATH
    fi
    # Hosts fetch the last commit alone; reports without a date of their own take it from their first one.
    if [ -n "${CI:-}" ] && [ "$(git rev-parse --is-shallow-repository 2>/dev/null)" = true ]; then
      git fetch --quiet --unshallow || echo "build.sh: the history could not be fetched" >&2
    fi
    exec standpoint build "$@"

    """, isExecutable: true)

  private static let workflow = """
    # Builds the site and publishes it on GitHub Pages, after every push to the main branch.
    name: Publish

    on:
      push:
        branches: [main, master]
      workflow_dispatch:

    permissions:
      contents: read
      pages: write
      id-token: write

    # One at a time; a run that has begun is not broken off.
    concurrency:
      group: pages
      cancel-in-progress: false

    jobs:
      publish:
        runs-on: ubuntu-latest
        environment:
          name: github-pages
          url: ${{ steps.deployment.outputs.page_url }}
        steps:
          - uses: actions/checkout@v4
            with:
              fetch-depth: 0 # all of the history: reports without a date of their own take it from there
          - id: pages
            uses: actions/configure-pages@v5
          - name: Build
            run: ./build.sh --base-url "$BASE_URL"
            env:
              BASE_URL: ${{ steps.pages.outputs.base_url }}
              STANDPOINT_URL: ${{ vars.STANDPOINT_URL }}
              STANDPOINT_SHA256: ${{ vars.STANDPOINT_SHA256 }}
          - uses: actions/upload-pages-artifact@v3
            with:
              path: Public
          - id: deployment
            uses: actions/deploy-pages@v4

    """

  private static let netlifySettings = """
    # How Netlify builds the site: https://docs.netlify.com/configure-builds/file-based-configuration/
    # Headers and redirects are in Content/_headers and Content/_redirects.
    [build]
      command = "./build.sh --base-url \\"$URL\\""
      publish = "Public"

    """

  /// What both Netlify and Cloudflare Pages read from the published folder.
  private static let rules = [
    StarterFile(
      "Content/_headers",
      """
      # Headers of every page: https://docs.netlify.com/manage/routing/headers/
      # and https://developers.cloudflare.com/pages/configuration/headers/
      # A build adds what it knows: which files browsers may keep for good.
      # Pages need nothing from elsewhere; pictures may come from other sites.
      /*
        Content-Security-Policy: \(ContentPolicy.header)
        X-Content-Type-Options: nosniff
        Referrer-Policy: strict-origin-when-cross-origin

      """),
    StarterFile(
      "Content/_redirects",
      """
      # A build adds the addresses of “redirects:” in the site's files.
      # Other old addresses, one a line: from, to, and 301 for good or 302 for now.
      # https://docs.netlify.com/manage/routing/redirects/overview/
      # https://developers.cloudflare.com/pages/configuration/redirects/
      #
      # /old/plan/  /reports/plan/  301

      """),
  ]
}
