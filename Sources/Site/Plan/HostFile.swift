import Content

/// A file that tells the site's host what to do (`host:` in site.yml).
enum HostFile: Sendable, Hashable {
  /// Which header fields go with which files.
  case headers
  /// Which addresses have moved.
  case redirects
  /// Keeps GitHub Pages from leaving out files whose names start with an underscore.
  case jekyllSwitch

  var path: String {
    switch self {
    case .headers: "_headers"
    case .redirects: "_redirects"
    case .jekyllSwitch: ".nojekyll"
    }
  }

  static func files(of settings: SiteSettings) -> [HostFile] {
    switch settings.host {
    case .netlify, .cloudflarePages: [.headers, .redirects]
    case .githubPages: [.jekyllSwitch]
    case nil: []
    }
  }
}

/// What an author's own `_headers` and `_redirects` say; what the build adds comes after it.
package struct HostRules: Sendable, Hashable {
  /// The paths, below Content, of files whose rules the build writes anew for the site's host.
  package static func paths(_ settings: SiteSettings) -> [String] {
    HostFile.files(of: settings).filter { $0 != .jekyllSwitch }.map(\.path)
  }

  /// The bytes of the author's files, by path below Content.
  package var authored: [String: [UInt8]] = [:]

  package init() {}

  /// - Parameter fingerprinted: paths of files whose bytes never change.
  func bytes(
    _ file: HostFile, _ settings: SiteSettings, fingerprinted: [String], redirects: [Redirect]
  ) -> [UInt8] {
    var output = authored[file.path] ?? []
    if let last = output.last, last != UInt8(ascii: "\n") { output.raw("\n") }
    switch file {
    case .jekyllSwitch: break
    case .headers: Self.headers(fingerprinted, into: &output)
    case .redirects: Self.redirects(redirects, settings, into: &output)
    }
    return output
  }

  /// The names of these files change with their bytes, so that browsers may keep them for good.
  private static func headers(_ paths: [String], into output: inout [UInt8]) {
    if paths.isEmpty { return }
    output.raw(output.isEmpty ? "" : "\n")
    output.raw("# Written by Standpoint: files whose names change with their bytes\n")
    for path in paths {
      output.raw("/")
      output.percentEncoded(path)
      output.raw("\n  Cache-Control: public, max-age=31536000, immutable\n")
    }
  }

  /// Old addresses are those below the published folder. Netlify asks for `!` where a page stands at the old address.
  private static func redirects(
    _ redirects: [Redirect], _ settings: SiteSettings, into output: inout [UInt8]
  ) {
    if redirects.isEmpty { return }
    output.raw(output.isEmpty ? "" : "\n")
    output.raw("# Written by Standpoint: “redirects:” of the site’s files\n")
    let code = settings.host == .netlify ? " 301!\n" : " 301\n"
    for redirect in redirects {
      let isFile = redirect.file == redirect.old
      for ending in isFile ? [""] : settings.host == .netlify ? ["/"] : ["", "/"] {
        output.raw("/")
        output.percentEncoded(redirect.old + ending)
        output.raw(" ")
        output.raw(target(redirect.new, settings))
        output.raw(code)
      }
    }
  }

  /// From the root of the host; the whole address where the site stands below a path of another host.
  private static func target(_ way: String, _ settings: SiteSettings) -> String {
    let base = settings.baseURL.map { $0.split(separator: "/", omittingEmptySubsequences: true).count } ?? 2
    if base > 2, let whole = settings.fullAddress(way) { return whole }
    var path: [UInt8] = []
    path.percentEncoded(way)
    return "/" + String(decoding: path, as: UTF8.self)
  }
}
