import Content
import Text

/// A configuration file for the site's host (`host:` in site.yml).
enum HostFile: Sendable, Hashable {
  /// The header fields of files.
  case headers
  /// The redirects of old addresses.
  case redirects
  /// Makes GitHub Pages publish files whose names start with an underscore.
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

/// The author's own `_headers` and `_redirects`; the build appends its rules to them.
package struct HostRules: Sendable, Hashable {
  /// The paths, below Content, of the files that the build extends for the site's host.
  package static func paths(_ settings: SiteSettings) -> [String] {
    HostFile.files(of: settings).filter { $0 != .jekyllSwitch }.map(\.path)
  }

  /// The bytes of the author's files, by path below Content.
  package var authored: [String: [UInt8]] = [:]

  package init() {}

  /// - Parameters:
  ///   - fingerprinted: paths of files whose content never changes.
  ///   - leadsOnToCells: whether pages of cards were published, which lead on to the cells.
  ///   - pages: the paths of all HTML files below the output folder.
  func bytes(
    _ file: HostFile, _ settings: SiteSettings, fingerprinted: [String], redirects: [Redirect],
    leadsOnToCells: Bool, pages: [String]
  ) -> [UInt8] {
    var own = authored[file.path] ?? []
    if file == .headers { own = authoredHeaders(own, settings, pages: pages) }
    var output = RuleLines(authored: own)
    if let last = output.last, last != UInt8(ascii: "\n") { output.raw("\n") }
    switch file {
    case .jekyllSwitch: break
    case .headers: Self.headers(fingerprinted, into: &output)
    case .redirects:
      Self.redirects(redirects, settings, into: &output)
      if leadsOnToCells {
        output.raw(output.isEmpty ? "" : "\n")
        output.raw("# Written by Standpoint: former pages of positions\n")
        for rule in FormerCardPages.rules(settings) {
          output.address(rule.old)
          output.raw(" ")
          output.address(rule.target)
          output.raw(settings.host == .netlify ? " 301!\n" : " 301\n")
        }
      }
    }
    return output.bytes
  }

  /// The author's header rules, with further sources in their policies and those about frames.
  private func authoredHeaders(_ rules: [UInt8], _ settings: SiteSettings, pages: [String]) -> [UInt8] {
    let rules = ContentPolicy.adding(settings.theme.head.policy, toHeaders: rules)
    guard settings.offersFrames, let host = settings.host, let frames = FrameRules(rules, host: host) else {
      return rules
    }
    return frames.bytes(pages: pages)
  }

  /// The names of these files change with their contents, so browsers may cache them forever.
  private static func headers(_ paths: [String], into output: inout RuleLines) {
    if paths.isEmpty { return }
    output.raw(output.isEmpty ? "" : "\n")
    output.raw("# Written by Standpoint: files whose names change with their contents\n")
    for path in paths {
      output.raw("/")
      output.percentEncoded(path)
      output.raw("\n  Cache-Control: public, max-age=31536000, immutable\n")
    }
  }

  /// Old addresses are below the published folder. Netlify needs `!` if there is a page at the old address.
  private static func redirects(
    _ redirects: [Redirect], _ settings: SiteSettings, into output: inout RuleLines
  ) {
    if redirects.isEmpty { return }
    output.raw(output.isEmpty ? "" : "\n")
    output.raw("# Written by Standpoint: “redirects:” in the site’s files\n")
    let code: StaticString = settings.host == .netlify ? " 301!\n" : " 301\n"
    for redirect in redirects {
      let isFile = redirect.file == redirect.old
      for ending in isFile ? [""] : settings.host == .netlify ? ["/"] : ["", "/"] {
        output.raw("/")
        output.percentEncoded(redirect.old + ending)
        output.raw(" ")
        output.address(target(redirect.new, settings))
        output.raw(code)
      }
    }
  }

  /// The target relative to the root of the host; the full address if the site is below a path of the host.
  private static func target(_ address: String, _ settings: SiteSettings) -> String {
    if let base = settings.baseURL, base.path != "/", let whole = settings.fullAddress(address) {
      return whole
    }
    return "/" + PercentEncoding.encoded(address)
  }
}

/// The Content Security Policy of the site's pages (level 3): they load nothing from other hosts except
/// pictures, and have no inline scripts or styles.
package enum ContentPolicy {
  /// The policy as a header field.
  package static let header = usual + "; frame-ancestors 'none'"

  private static let usual =
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' https: data:; "
    + "font-src 'self'; connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'"

  /// The policy as a `meta` element, which cannot restrict framing.
  static func meta(_ head: HeadAddition) -> String { adding(head.policy, to: usual) }

  /// The policy with further sources. A directive that it lacks is added.
  static func adding(_ directives: [HeadAddition.PolicyDirective], to policy: String) -> String {
    var parts = policy.split(separator: ";").map { String($0.trimmingWhitespace) }
    for directive in directives {
      let sources = directive.sources.joined(separator: " ")
      let index = parts.firstIndex { $0.lowercased().hasPrefix(directive.name + " ") }
      guard let index else {
        parts.append(directive.name + " " + sources)
        continue
      }
      if parts[index].hasSuffix(" 'none'") { parts[index] = directive.name }
      parts[index] += " " + sources
    }
    return parts.joined(separator: "; ")
  }

  /// The author's header rules, with the further sources in each policy.
  static func adding(_ directives: [HeadAddition.PolicyDirective], toHeaders rules: [UInt8]) -> [UInt8] {
    if directives.isEmpty { return rules }
    let field = "content-security-policy:"
    let lines = String(decoding: rules, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false)
    let changed = lines.map { line in
      let start = line.prefix(while: \.isWhitespace)
      let rest = line.dropFirst(start.count)
      guard rest.lowercased().hasPrefix(field) else { return String(line) }
      return start + rest.prefix(field.count) + " "
        + adding(directives, to: String(rest.dropFirst(field.count)))
    }
    return Array(changed.joined(separator: "\n").utf8)
  }
}

extension SiteSettings {
  /// The policy in the pages themselves; nil: the host sends it, or the author's own HTML may load anything.
  var policyOfPages: String? {
    host == .githubPages && !trustHTML ? ContentPolicy.meta(theme.head) : nil
  }
}
