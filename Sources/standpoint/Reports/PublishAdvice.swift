import Content

/// The message for `publish` without a target.
enum PublishAdvice {
  static func text(for host: SiteHost?) -> String {
    """
    choose where to publish:
      --branch gh-pages              one commit on a branch of the git remote “origin”
      --folder /srv/www/site         a folder on this machine
      --rsync host:/srv/www/site/    a folder on another machine, with rsync
      --rclone store:site            a store such as S3, SFTP, WebDAV or Azure, with rclone
    """ + (host.map { "\n" + own($0) } ?? "")
  }

  /// How a host in site.yml publishes by building the site itself.
  private static func own(_ host: SiteHost) -> String {
    switch host {
    case .githubPages:
      "GitHub Pages, the host in site.yml, publishes that branch, or builds the site itself after every push (.github/workflows/publish.yml)."
    case .netlify, .cloudflarePages:
      "\(host == .netlify ? "Netlify" : "Cloudflare Pages"), the host in site.yml, builds the site itself after every push (build.sh); you do not need to publish it from here."
    }
  }
}
