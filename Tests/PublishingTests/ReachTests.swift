import FileSystem
import Graph
import TestSites
import TestSupport
import Testing
import Workspace

@testable import Content
@testable import Publishing

/// What the preview does after a change of one key: whether the other files are linked again, and that the site is
/// then the same as a full build.
@Suite("The reach of each key in the preview")
struct ReachTests {
  /// A value for each key of front matter; none is the fallback.
  private static let values = [
    "title": "Another title", "date": "2024-05-06", "updated": "2025-01-01", "expires": "2030-01-01",
    "draft": "true", "summary": "In short.", "authors": "[A. Writer]", "tags": "[roads]", "slug": "elsewhere",
    "weight": "-3", "core-issues": "[Ports]", "affects": "[Blue]", "aliases": "[Another name]",
    "proposition": "There should be more.", "group": "Sea", "broader": "[Ports]", "related": "[Ports]",
    "language": "uk", "kind": "state", "abbreviation": "R", "colour": "maroon", "acts-for": "Blue",
    "succeeds": "Blue", "order": "-3",
    "member-of": "[Blue]",
    "from": "2001", "to": "2030",
    "redirects": "[/old/]", "automatic-links": "false", "review-after": "3 months", "reviewed": "2026-01-01",
    "corrections": "[{date: 2026-02, note: Wrong.}]",
    "proposition-history": "[{until: 2025-03, text: There was another.}]",
  ]

  /// The keys whose change concerns every file, because it can change names, addresses or relations.
  private static let reachingSite: Set = [
    "title", "slug", "aliases", "broader", "related", "acts-for", "succeeds", "member-of", "from", "to",
    "redirects", "language", "colour", "order",
  ]

  /// The file that a key is written to, by kind.
  private static let paths: [FrontMatterKey.Kind: String] = [
    .report: "reports/plan.md", .issue: "issues/tolls.md", .party: "parties/red.md", .page: "pages/about.md",
  ]

  @Test("a key of front matter reaches other files as declared", arguments: FrontMatterKey.all.map(\.name))
  func frontMatter(_ name: String) async throws {
    let key = try #require(FrontMatterKey.named(name))
    #expect((key.reach == .site) == Self.reachingSite.contains(name))
    let value = try #require(Self.values[name], "add a value for the key")
    for kind in key.kinds {
      let site = try ReachedSite()
      let before = try await site.read()
      let path = try #require(Self.paths[kind])
      _ = try await site.refreshed(before, path) {
        $0.replacing(ReachedSite.placeholder, with: ReachedSite.line("\(name): \(value)"))
      }
      let (_, reach) = try await before.workspace.updating([path], from: site.files)
      // Reports are sorted by date, and positions have the dates of their reports.
      let isOrder = name == "date" && kind == .report
      #expect((reach == .everything) == (key.reach == .site || isOrder), "\(name) of a \(kind)")
    }
  }

  /// A line of `site.yml` for each setting; none has the value of the sample site.
  private static let settings = [
    "title": "Another title", "description": "In short.", "licence": "CC BY 4.0",
    "base-url": "https://example.org/b/",
    "addresses": "plain", "host": "netlify", "language": "de", "time-zone": "Europe/Kyiv",
    "nav": "[Matrix: /matrix/]", "home": "[text, matrix]", "smart-punctuation": "true",
    "automatic-links": "false",
    "trust-html": "true", "trust-links": "true", "quiet": "[ragged-row]", "documents": "pages",
    "ignore": "[pages/**]", "unresolved-links": "warning", "positions-per-page": "1",
    "review-after": "1 year",
    "page-kinds": "{matrix: false}", "pairs": "[[Red, Blue]]", "feeds": "[Tolls]", "order": "[Tolls, Red]",
    "search": "off", "share-pictures": "true", "limits": "{view-positions: 1}",
    "embeds": "true", "markdown-copies": "true",
    "axis-words": "{add: [Matter]}", "option-words": "{add: [Way]}", "party-words": "{add: [Side]}",
    "not-a-party": "[Blue]", "party-suffixes": "{add: [Line]}", "matching-suffixes": "{add: [Council]}",
    "silence-words": "[None]", "stance-names": "{supports: Backs}",
    "logo": "/logo.svg", "footer": "Edited in Geneva.", "links": "[{Imprint: /about/}]",
    "theme-color": "\"#0b5394\"", "head": "{html: <!-- a -->, policy: \"script-src https://a.example\"}",
    "repository": "https://github.com/owner/name",
    "withdrawn": "[{address: /reports/gone/, date: 2026-01-01, reason: Wrong}]",
  ]

  @Test("every setting reaches the whole site", arguments: SettingsKey.all.map(\.name))
  func setting(_ name: String) async throws {
    let value = try #require(Self.settings[name], "add a value for the setting")
    let site = try ReachedSite()
    let before = try await site.read()
    let after = try await site.refreshed(before, "site.yml") { $0 + "\(name): \(value)\n" }
    #expect(after.loaded.settings != before.loaded.settings)
    #expect(!after.keepsAddresses)
    let problems = after.site.diagnostics.entries.map(\.diagnostic).filter {
      $0.place?.path.hasSuffix("site.yml") == true
    }
    #expect(problems == [], "the setting is understood")
  }
}

/// A site with a file of each kind, of which one after the other is changed.
private struct ReachedSite {
  private let scratch: ScratchFolder
  private let pipeline: SitePipeline

  var files: ContentFiles { ContentFiles(onDisk: pipeline.folders) }

  /// The line of front matter that a test replaces. The length stays the same, so that nothing else in the file moves.
  static let placeholder = line("#")

  static func line(_ text: String) -> String { text + String(repeating: " ", count: 120 - text.count) }

  private static let files = [
    "site.yml": "# The settings\n",
    "reports/plan.md": """
    ---
    \(placeholder)
    ---

    Red and Blue speak of Tolls. <b>"So"</b> -- [x](ftp://example.org/)

    | Aspect | Red | Blue |
    |---|---|---|
    | Tolls | [+] Yes | [-] No |
    | Ports | Some | None |

    """,
    "reports/other.md": """
    ---
    title: Other
    date: 2024-03-04
    ---

    See [[Tolls]], [[Red]] and [[report:plan]].

    | Aspect | Red | Blue |
    |---|---|---|
    | Tolls | [~] Perhaps | — |

    """,
    "issues/tolls.md": "---\n\(placeholder)\n---\n\n# Tolls\n\nWhat Red asks for.\n",
    "issues/ports.md": "---\ntitle: Ports\n---\n\nText.\n",
    "parties/red.md": "---\n\(placeholder)\n---\n\n# Red\n\nText.\n",
    "parties/blue.md": "---\ntitle: Blue\n---\n\nText.\n",
    "logo.svg": "<svg/>",
    "pages/about.md": "---\n\(placeholder)\n---\n\nAbout Tolls.\n",
  ]

  init() throws {
    scratch = try ScratchFolder()
    for (path, text) in Self.files { try scratch.write("Content/" + path, text) }
    var options = BuildOptions()
    options.includesDrafts = true
    options.today = PartialDate(year: 2026, month: 6, day: 1)
    pipeline = SitePipeline(try scratch.folders(), options: options)
  }

  func read() async throws -> IncrementalSite { try await IncrementalSite.read(pipeline) }

  /// The site in memory after a change of one file; expects it to be what a build makes.
  func refreshed(
    _ site: IncrementalSite, _ path: String, _ change: (String) -> String
  ) async throws -> IncrementalSite {
    let old = try #require(scratch.text("Content/" + path))
    try scratch.write("Content/" + path, change(old))
    var changes = FileChanges()
    changes.paths = [scratch.disk("Content/" + path).text]
    let next = try await site.refreshed(pipeline, after: changes)
    IncrementalSiteTests.expectSame(next.site, try await pipeline.plan(), path)
    return next
  }
}
