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
      [Self.buildScript, StarterFile(".github/workflows/publish.yml", Self.workflow)]
        + (domain.map { [StarterFile("Content/CNAME", $0 + "\n")] } ?? [])
    case .netlify:
      [Self.buildScript, StarterFile("netlify.toml", Self.netlifySettings)] + Self.rules
    case .cloudflarePages: [Self.buildScript] + Self.rules
    }
  }

  /// The host's value for site.yml; nil without a host.
  package var setting: SiteHost? { SiteHost(rawValue: rawValue) }

  /// The steps that the user must take to publish the site.
  ///
  /// - Parameter domain: the site's own domain; nil if it has none.
  package func steps(domain: String?) -> [String] {
    let variables =
      "STANDPOINT_URL and STANDPOINT_SHA256: the URL where the host downloads Standpoint, and its checksum (see build.sh)"
    let byHand = "standpoint build && standpoint publish"
    switch self {
    case .none:
      return [
        "\(byHand) --branch gh-pages, --folder /srv/www/site or --rsync host:/srv/www/site/",
        "to build on a host: standpoint init . --force --host github-pages, netlify or cloudflare-pages",
      ]
    case .githubPages:
      let name = domain.map { ", and enter \($0) as the custom domain" } ?? ""
      return [
        "in the repository's settings, under Pages, choose “GitHub Actions” as the source\(name)",
        "set the repository's variables \(variables)",
        "or skip both steps, run \(byHand) --branch gh-pages, and choose that branch as the source",
      ]
    case .netlify: return ["set the site's environment variables \(variables)"]
    case .cloudflarePages:
      return [
        "set the project's build command to ./build.sh and its output directory to Public",
        "set its environment variables \(variables)",
      ] + (domain == nil ? ["set base-url in Content/site.yml to the site’s address"] : [])
    }
  }

  private static let buildScript = StarterFile(
    "build.sh",
    """
    #!/bin/sh
    # Builds the site into Public/, on this machine or on a host.
    #
    # If standpoint is not on the PATH, it is downloaded: upload the binary that "make dist" builds (for Linux, for the
    # host's processor) to where the host can reach it, and set
    #
    #   STANDPOINT_URL      its URL
    #   STANDPOINT_SHA256   its checksum, as printed by "sha256sum standpoint"; a file with another checksum is rejected
    set -eu
    cd "$(dirname "$0")"

    if ! command -v standpoint >/dev/null 2>&1; then
      : "${STANDPOINT_URL:?standpoint is not installed; set this to a URL to download it from}"
      : "${STANDPOINT_SHA256:?set this to the checksum of the file at STANDPOINT_URL}"
      mkdir -p .tool
      curl --fail --silent --show-error --location --retry 3 --output .tool/standpoint "$STANDPOINT_URL"
      printf '%s  %s\\n' "$STANDPOINT_SHA256" .tool/standpoint | sha256sum --check --quiet
      chmod +x .tool/standpoint
      PATH=$PWD/.tool:$PATH
    fi
    # Hosts fetch only the last commit, but reports without a date take it from their first commit.
    if [ -n "${CI:-}" ] && [ "$(git rev-parse --is-shallow-repository 2>/dev/null)" = true ]; then
      git fetch --quiet --unshallow || echo "build.sh: cannot fetch the history" >&2
    fi
    # Stops if an address that readers may have cited would lead to something else.
    if [ -n "${PUBLISHED_AT:-}" ]; then
      standpoint check --quiet --against "$PUBLISHED_AT"
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

    # One run at a time; a run in progress is not cancelled.
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
              fetch-depth: 0 # the whole history: reports without a date take it from their first commit
          - id: pages
            uses: actions/configure-pages@v5
          - name: Build
            run: ./build.sh --base-url "$BASE_URL"
            env:
              BASE_URL: ${{ steps.pages.outputs.base_url }}
              PUBLISHED_AT: ${{ steps.pages.outputs.base_url }}
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
      command = "PUBLISHED_AT=\\"$URL\\" ./build.sh --base-url \\"$URL\\""
      publish = "Public"

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
