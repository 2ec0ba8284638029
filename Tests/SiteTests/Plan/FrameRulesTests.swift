import Content
import Testing

@testable import Site

/// Which pages other sites may frame, under the rules that hosts merge in their own ways.
@Suite("Rules about frames") struct FrameRulesTests {
  private static let authored = """
    # Ours
    /*
      Content-Security-Policy: default-src 'none'; frame-ancestors 'none'; style-src 'self'
      X-Content-Type-Options: nosniff
      X-Frame-Options: DENY
    /reports/*
      X-A: b

    """
  private static let pages = [
    "index.html", "404.html", "about.html", "issues/a/index.html", "köln/index.html",
    "embed/matrix/index.html",
  ]

  private static func rules(_ host: SiteHost, _ authored: String = authored) throws -> String {
    let rules = try #require(FrameRules(Array(authored.utf8), host: host))
    return String(decoding: rules.bytes(pages: pages), as: UTF8.self)
  }

  /// How a host merges the fields of several rules for a path.
  private enum Merging: CaseIterable {
    /// Later values are added after a comma; `!` takes the earlier ones away.
    case adding
    case replacing
  }

  /// The fields that a host sends for a path, by lower-case name.
  private static func fields(_ rules: String, _ path: String, _ merging: Merging) -> [String: String] {
    var fields: [String: String] = [:]
    var matches = false
    for line in rules.split(separator: "\n") where !line.hasPrefix("#") {
      guard line.first == " " else {
        matches = line.hasSuffix("*") ? path.hasPrefix(line.dropLast()) : path == line
        continue
      }
      if !matches { continue }
      let field = line.drop { $0 == " " }
      if field.hasPrefix("! ") {
        fields[field.dropFirst(2).lowercased()] = nil
        continue
      }
      let parts = field.split(separator: ":", maxSplits: 1)
      let name = parts[0].lowercased()
      let value = String(parts[1].drop { $0 == " " })
      fields[name] = merging == .adding ? (fields[name].map { $0 + ", " + value } ?? value) : value
    }
    return fields
  }

  /// Whether a browser shows the page in a frame of another site: every policy must allow it.
  private static func isFramed(_ fields: [String: String]) -> Bool {
    let policies = fields["content-security-policy"]?.split(separator: ",").map(String.init) ?? []
    let says = policies.contains { $0.contains("frame-ancestors") }
    if policies.contains(where: { $0.contains("frame-ancestors 'none'") }) { return false }
    return says || fields["x-frame-options"] == nil
  }

  @Test("let other sites frame the pages below embed/ and no others, and keep the rest of the policy")
  func merged() throws {
    let hosts: [(SiteHost, [Merging])] = [(.cloudflarePages, [.adding]), (.netlify, [.adding, .replacing])]
    for (host, mergings) in hosts {
      let rules = try Self.rules(host)
      for merging in mergings {
        for (path, isFramed) in [
          ("/", false), ("/index.html", false), ("/about", false), ("/about.html", false),
          ("/issues/a/", false),
          ("/k%C3%B6ln/", false), ("/embed/matrix/", true), ("/embed/issues/a/", true),
        ] {
          let fields = Self.fields(rules, path, merging)
          #expect(Self.isFramed(fields) == isFramed, "\(host) \(merging) \(path): \(fields)")
          let policy = fields["content-security-policy"] ?? ""
          #expect(
            policy.contains("default-src 'none'") && policy.contains("style-src 'self'"), "\(host) \(path)")
          #expect(fields["x-content-type-options"] == "nosniff", "\(host) \(path)")
          #expect(fields["x-frame-options"] == (isFramed ? nil : "DENY"), "\(host) \(merging) \(path)")
        }
      }
    }
  }

  @Test("are those of the author where nothing forbids frames") func nothing() {
    for rules in [
      "", "/*\n  X-A: b\n", "/a/*\n  X-Frame-Options: DENY\n", "/*\n  Content-Security-Policy: img-src *\n",
    ] {
      #expect(FrameRules(Array(rules.utf8), host: .netlify) == nil, "\(rules)")
    }
  }

  @Test("on Cloudflare Pages take one rule, because it reads a hundred") func count() throws {
    let added = try Self.rules(.cloudflarePages).dropFirst(Self.authored.count)
    #expect(added.split(separator: "\n").count { $0.hasPrefix("/") } == 1)
  }
}
