import Content
import Foundation
import Graph
import Testing

@testable import Site

@Suite("Documents to print and pass on")
struct PaperDocumentTests {
  private static let files = [
    "reports/march.md": """
    ---
    title: The March plan
    date: 2025-03-02
    authors: [Ann Example, Bo Example]
    summary: What is planned.
    ---

    See [the other report](april.md) and [[Dams]], and [elsewhere](https://example.org/x?a=1&b=2).

    ## Steps

    | Aspect | North | South |
    |---|---|---|
    | Dams | [+] Build <b>them</b> “soon”[^1] | — |
    | Ports | Keep them | [-] Close them[^1] |

    ![A chart](chart.png) ![Another](far.svg)

    [^1]: The [briefing](https://example.org/briefing).
    """,
    "reports/april.md":
      "---\ntitle: Reply\ndate: 2025-04-01\n---\n\n| Aspect | North | South |\n|---|---|---|\n| Dams | [--] Never | — |\n",
    "issues/dams.md": "---\ntitle: Dams\nproposition: Dams should be built.\n---\n",
    "reports/draft.md": "---\ntitle: Secret\ndraft: true\n---\n\nHidden words.\n",
    "reports/old.md": "---\ntitle: Old\ndate: 2020-01-01\nexpires: 2021-01-01\n---\n\nExpired words.\n",
  ]

  private static let png: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

  private func html(
    _ subject: PaperSubject, as format: PaperFormat = .pdf, baseURL: String? = nil, trusting: Bool = false,
    files: [String: String] = files
  ) throws -> String {
    var settings = SiteSettings(switches: PageRegistry.switches)
    settings.title = "Who <holds> \"what\""
    settings.trustHTML = trusting
    if let baseURL { settings.baseURL = try BaseURL(baseURL) }
    let site = WrittenSite(files, assets: ["reports/chart.png", "reports/far.svg"], settings: settings)
    let document = site.plan.document(of: subject, as: format) { path in
      switch path {
      case "reports/chart.png": Self.png
      case "reports/far.svg": Array("<svg xmlns='x'><image href='file:///etc/hostname'/></svg>".utf8)
      default: nil
      }
    }
    return String(decoding: try #require(document).html, as: UTF8.self)
  }

  @Test("a pack has a title page, contents, moves, the matrix, each issue, each report and the sources")
  func pack() throws {
    let html = try html(.site)
    var place = html.startIndex
    for part in [
      "class=\"cover\"", ">Contents</h1>", "<h1>Moves</h1>", "<h1>Who stands where</h1>",
      "class=\"part\">Issues</h1>",
      "<h2>Dams</h2>", "<h2>Ports</h2>", "class=\"part\">Reports</h1>", "<h2>The March plan</h2>",
      "<h2>Reply</h2>",
      "<h1>Sources</h1>", "https://example.org/briefing</a>",
    ] {
      let found = html.range(of: part, range: place..<html.endIndex)
      #expect(found != nil, "\(part) in its place")
      place = found?.upperBound ?? place
    }
    #expect(!html.contains("min read") && html.contains("Ann Example"))
    #expect(!html.contains("Hidden words") && !html.contains("Expired words") && !html.contains("Secret"))
  }

  @Test(
    "every link inside a document leads to one of its anchors, and no anchor stands twice",
    arguments: PaperFormat.allCases)
  func anchors(_ format: PaperFormat) throws {
    let html = try html(.site, as: format)
    let ids = html.matches(of: #/ id="([^"]*)"/#).map { String($0.output.1) }
    #expect(Set(ids).count == ids.count)
    let targets = html.matches(of: #/ href="#([^"]*)"/#).map { String($0.output.1) }
    #expect(targets.count > 10)
    for target in targets { #expect(ids.contains(target), "\(target)") }
  }

  @Test("links to other pages lead to the site, or nowhere without its address")
  func links() throws {
    let report = PaperSubject.page("reports/march")
    let alone = try html(report)
    #expect(alone.contains("See the other report and") && !alone.contains("href=\"../"))
    let based = try html(report, baseURL: "https://site.example/b/")
    #expect(based.contains("<a href=\"https://site.example/b/reports/april/\">the other report</a>"))
    #expect(based.contains("href=\"https://example.org/x?a=1&amp;b=2\" class=\"outside\""))
    #expect(try html(.site).contains("\">the other report</a>"))
  }

  @Test(
    "a report says who wrote it and when, and keeps its words without marks that the author did not write")
  func report() throws {
    let html = try html(.page("reports/march"))
    #expect(html.contains("<title>The March plan</title>"))
    #expect(html.contains("<meta name=\"author\" content=\"Ann Example\">"))
    #expect(html.contains("<meta name=\"dcterms.created\" content=\"2025-03-02\">"))
    #expect(html.contains("<html lang=\"en\" dir=\"ltr\">"))
    #expect(html.contains("“soon”"))
    let text = html.replacing(#/<style>.*?<\/style>/#.dotMatchesNewlines(), with: "").replacing(
      #/<[^>]*>/#, with: "")
    #expect(text.filter { "“”„«»".contains($0) } == "“”")
    #expect(!html.contains("class=\"cite\"") && !html.contains("permalink") && !html.contains("Download"))
  }

  @Test("pictures of the site are in the document; those that refer to other files are described")
  func pictures() throws {
    let html = try html(.page("reports/march"))
    #expect(html.contains("alt=\"A chart\" src=\"data:image/png;base64,"))
    #expect(html.contains("[Another]") && !html.contains("etc/hostname"))
  }

  @Test("footnotes are footnotes of the document for Word")
  func footnotes() throws {
    let html = try html(.page("reports/march"), as: .docx)
    let references = html.matches(of: #/<a href="#(s1-[^"]*)" epub:type="noteref">/#).map {
      String($0.output.1)
    }
    #expect(references.count == 2)
    for reference in references {
      #expect(html.contains("<aside id=\"\(reference)\" epub:type=\"footnote\">"))
    }
    #expect(!html.contains("<h1>"), "pandoc writes the title itself")
  }

  @Test("a document loads nothing, whatever its texts hold")
  func hostile() throws {
    var files = Self.files
    files["reports/march.md"]? += """


      <style>@import "https://evil.example/a.css"; body { background: url(file:///etc/passwd) }</style>
      <script>fetch("https://evil.example/")</script>
      <iframe src="file:///etc/passwd"></iframe><object data="file:///etc/passwd"></object>
      <img src="file:///etc/passwd" alt="p1"><img src="https://evil.example/x.png" alt="p2">
      <img src="../../../../etc/passwd" alt="p3"><img src="data:image/svg+xml;base64,PHN2Zy8+" alt="p4">
      <div style="background: url(https://evil.example/b.png)" onclick="x()">kept</div>
      <svg><image href="file:///etc/passwd"/></svg><link rel="attachment" href="file:///etc/passwd">
      <a href="javascript:alert(1)">j</a><a href="file:///etc/passwd">f</a><meta http-equiv="refresh" content="0; url=x">
      <table background="file:///etc/passwd"><tr><td colspan="99999999">wide</td></tr></table>

      """
    for format in PaperFormat.allCases {
      let html = try html(.page("reports/march"), as: format, trusting: true, files: files)
      for part in [
        "evil.example", "etc/passwd", "<script", "<iframe", "<object", "javascript:", "onclick", "99999999",
        "svg+xml",
      ] {
        #expect(!html.contains(part), "\(part)")
      }
      for part in ["[p1]", "[p2]", "[p3]", "[p4]", "kept", "wide"] { #expect(html.contains(part), "\(part)") }
    }
  }

  @Test("the words of a cell with several positions do not run together")
  func several() throws {
    var files = Self.files
    for (name, cell) in [("may", "[+] Wait"), ("may-too", "[-] Hurry")] {
      files["reports/\(name).md"] =
        "---\ndate: 2025-05-01\n---\n\n| Aspect | North | South |\n|---|---|---|\n| Ports | \(cell) | — |\n"
    }
    let html = try html(.site, files: files)
    let text = html.replacing(#/<br>|<\/t[dh]>/#, with: " ").replacing(#/<[^>]*>/#, with: "")
    #expect(text.contains("Supports Wait") && text.contains("Opposes Hurry"))
    #expect(!html.contains("<th scope=\"col\" class=\"p1\"><br>"))
    #expect(!text.contains("SupportsWait") && !text.contains("2025Supports") && !text.contains("2025Opposes"))
  }

  @Test("the title of the site cannot end the style sheet")
  func title() {
    #expect(PaperStyle.string("a\"b</style>\\\n") == "\"a\\22 b\\3C /style\\3E \\5C \\A \"")
  }

  @Test("a style sheet of the site’s own loads no file")
  func style() {
    #expect(
      PaperStyle.withoutFiles("a { b: URL( 'x.png') } @Import 'y'; c { d: url(data:z) } </style>")
        == "a { b: none( 'x.png') } @none 'y'; c { d: url(data:z) } \\3C /style>")
  }

  @Test("there is no document of a page that does not exist")
  func none() {
    let site = WrittenSite(Self.files)
    #expect(site.plan.document(of: .page("reports/secret"), as: .pdf) { _ in nil } == nil)
  }
}
