import Content

/// What is said to who wants to publish and does not say where to.
enum PublishAdvice {
  static func text(for host: SiteHost?) -> String {
    """
    say where to publish, with one of
      --branch gh-pages              one commit on a branch of the git remote “origin”
      --folder /srv/www/site         a folder of this machine
      --rsync host:/srv/www/site/    a folder that rsync reaches
    """ + (host.map { "\n" + own($0) } ?? "")
  }

  /// How a host publishes that builds the site by itself.
  private static func own(_ host: SiteHost) -> String {
    switch host {
    case .githubPages:
      "GitHub Pages, the host in site.yml, takes that branch, or builds the site itself after every push (.github/workflows/publish.yml)."
    case .netlify, .cloudflarePages:
      "\(host == .netlify ? "Netlify" : "Cloudflare Pages"), the host in site.yml, builds the site itself after every push (build.sh); nothing has to be published from here."
    }
  }
}
