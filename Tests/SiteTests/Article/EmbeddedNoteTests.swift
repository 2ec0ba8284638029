import Content
import Diagnostics
import Graph
import Testing

@testable import Site

@Suite("Embedded notes") struct EmbeddedNoteTests {
  private static let march = """
    ---
    title: March
    date: 2025-03-02
    ---

    # March

    First words.[^1] See [[#Costs]].

    | Issue | Red | Blue |
    |---|---|---|
    | Tolls | [+] Lower them | [--] Never |

    ## Costs

    They rise. ^rise

    ## Annex

    Not for all.

    [^1]: A letter.
    """

  @Test("a note in a paragraph of its own is shown with a link to it, without ids and notes") func whole()
    throws
  {
    let site = Self.site(["reports/march.md": Self.march, "pages/about.md": "# About\n\n![[March]]\n"])
    let page = try site.page("about/index.html")
    #expect(page.contains("<div class=\"callout embed\" data-pagefind-ignore>"))
    #expect(page.contains("<p class=\"callout-title\"><a href=\"../reports/march/\">March</a></p>"))
    for words in [
      "First words.<sup class=\"footnote\"><a href=\"../reports/march/#fn:1\"", "They rise.", "Not for all.",
      "href=\"../reports/march/#costs\"", "Lower them", "Costs</h", "Supports",
    ] { #expect(page.contains(words), "\(words)") }
    for words in ["A letter.", "id=\"costs\"", "id=\"tolls--red\"", "id=\"fn", "download", "[+]"] {
      #expect(!page.contains(words), "\(words)")
    }
    #expect(site.graph.positions.count == 2 && site.diagnostics.isEmpty, "\(site.diagnostics)")
  }

  @Test(
    "a part of a note is shown: from a heading to the next of its level, or a block",
    arguments: [
      ("March#Costs", "Costs</h"), ("March#^rise", "They rise."), ("march.md", "First words"),
    ])
  func part(target: String, words: String) throws {
    let site = Self.site(["reports/march.md": Self.march, "pages/about.md": "![[\(target)]]\n"])
    let page = try site.page("about/index.html")
    #expect(page.contains(words) && page.contains("They rise."))
    #expect(page.contains("Not for all.") == (target == "march.md"))
    #expect(site.diagnostics.isEmpty, "\(site.diagnostics)")
  }

  @Test("issues, parties, pages, the home page and the page itself can be embedded") func targets() throws {
    let site = Self.site([
      "reports/march.md": Self.march,
      "issues/tolls.md": "# Tolls\n\nWords of tolls.\n\n## Scope\n\nAll of it.\n",
      "parties/red.md": "# Red\n\nWords of Red, see [[#Past]].\n\n## Past\n\nLong.\n",
      "pages/other.md": "# Other\n\nWords of other.\n", "index.md": "# Home\n\nWords of home.\n",
      "pages/about.md":
        "![[Tolls]]\n![[Red]]\n\n![[Other]]\n\n- ![[Tolls#Scope]]\n\n![[#Own part]]\n\n## Own part\n\nOwn words.\n",
    ])
    let page = try site.page("about/index.html")
    for words in ["Words of tolls.", "Words of Red", "Words of other.", "href=\"../parties/red/#text:past\""]
    {
      #expect(page.contains(words), "\(words)")
    }
    #expect(page.components(separatedBy: "Own words.").count == 3)
    #expect(page.components(separatedBy: "All of it.").count == 3)
    #expect(page.components(separatedBy: "id=\"own-part\"").count == 2)
    #expect(site.diagnostics.isEmpty, "\(site.diagnostics)")
  }

  @Test("notes that embed each other end in a link, with a diagnostic in each") func cycle() throws {
    let site = Self.site([
      "pages/a.md": "# A\n\nWords of a.\n\n![[B]]\n", "pages/b.md": "# B\n\nWords of b.\n\n![[A]]\n",
    ])
    let page = try site.page("a/index.html")
    #expect(page.components(separatedBy: "Words of a.").count == 2)
    #expect(page.components(separatedBy: "Words of b.").count == 2)
    #expect(page.contains("<p><a href=\"../a/\">A</a></p>"))
    #expect(site.diagnostics.map(\.id.rawValue) == ["nested-embed", "nested-embed"], "\(site.diagnostics)")
  }

  @Test("embeds inside one another, and the notes of one page, are bounded") func depth() throws {
    var files: [String: String] = [:]
    for number in 1...8 {
      files["pages/n\(number).md"] = "# N\(number)\n\nWords \(number).\n\n![[N\(number + 1)]]\n"
    }
    files["pages/n9.md"] = "# N9\n\nWords.\n"
    let site = Self.site(files)
    let page = try site.page("n1/index.html")
    #expect(page.contains("Words 5.") && !page.contains("Words 6."))
    #expect(site.diagnostics.count == 4, "\(site.diagnostics)")

    let many = String(repeating: "![[N9]]\n\n", count: 210)
    let list = Self.site(["pages/n9.md": "# N9\n\nWords.\n", "pages/many.md": many])
    #expect(try list.page("many/index.html").components(separatedBy: "Words.").count == 201)
    #expect(list.diagnostics.map(\.id.rawValue).contains("nested-embed"))
  }

  @Test(
    "what a page embeds is limited in number, size and depth, as site.yml says, and each limit is named once")
  func limits() throws {
    let words = "Words " + String(repeating: "and more ", count: 100)
    let files = [
      "pages/n.md": "# N\n\n\(words)\n", "pages/m.md": "# M\n\nText.\n\n![[N]]\n",
      "pages/list.md": "# List\n\n" + String(repeating: "![[N]]\n\n", count: 6),
      "pages/deep.md": "# Deep\n\n![[M]]\n",
    ]
    func messages(_ limit: Limit, _ value: Int) throws -> (shown: Int, deep: Bool, [String]) {
      let site = Self.site(files, limits: [(limit, value)])
      let deep = try site.page("deep/index.html").contains(words.dropLast())
      let list = try site.page("list/index.html").components(separatedBy: words.dropLast()).count - 1
      return (list, deep, site.diagnostics.map { "\($0.place?.path ?? ""): \($0.message)" })
    }
    let count = try messages(.embeds, 4)
    #expect(count.shown == 4 && count.deep)
    #expect(
      count.2 == ["Content/pages/list.md: this page embeds more than 4 notes; the others are shown as links"])
    let size = try messages(.embedBytes, 2_000)
    #expect(size.shown == 2 && size.deep)
    #expect(
      size.2 == [
        "Content/pages/list.md: the notes that this page embeds are larger than 2000 bytes in total; the others are shown as links"
      ])
    let depth = try messages(.embedDepth, 1)
    #expect(depth.shown == 6 && !depth.deep)
    #expect(
      depth.2.count == 1 && depth.2[0].hasPrefix("Content/pages/deep.md: “M” nests notes more than 1"),
      "\(depth.2)")
  }

  @Test("a note within a line or a cell, and a note without text, stay links with a warning") func links()
    throws
  {
    let site = Self.site([
      "reports/march.md": Self.march, "pages/empty.md": "# Empty\n",
      "pages/about.md":
        "In a line ![[March]].\n\n| A | B |\n|---|---|\n| ![[March]] | b |\n\n![[Empty]]\n\n![[Tolls]]\n",
    ])
    let page = try site.page("about/index.html")
    #expect(!page.contains("First words") && page.components(separatedBy: ">March</a>").count >= 3)
    #expect(
      site.diagnostics.map(\.id.rawValue) == Array(repeating: "no-position-to-embed", count: 4),
      "\(site.diagnostics)")
  }

  @Test("a note in another language has it") func language() throws {
    let site = Self.site([
      "reports/farsi.md": "---\ntitle: Farsi\nlanguage: fa\n---\n\nسلام\n", "pages/about.md": "![[Farsi]]\n",
    ])
    #expect(try site.page("about/index.html").contains("data-pagefind-ignore lang=\"fa\" dir=\"rtl\">"))
  }

  private struct Built {
    let graph: IssueGraph
    let diagnostics: [Diagnostic]

    func page(_ path: String) throws -> String {
      let plan = SitePlan(graph: graph, theme: Theme())
      let page = try #require(plan.pages.first { $0.path == path })
      return String(decoding: plan.render(page).bytes, as: UTF8.self)
    }
  }

  private static func site(_ files: [String: String], limits: [(Limit, Int)] = []) -> Built {
    var settings = SiteSettings(switches: PageRegistry.switches)
    for (limit, value) in limits { settings.limits[limit] = value }
    let reader = ContentReader(
      settings: settings, today: PartialDate(year: 2030, month: 1, day: 1), includesDrafts: false)
    let authored = files.keys.sorted().map { path in
      let source = SourceText(path: "Content/" + path, text: files[path] ?? "")
      let role: InputFile.Role =
        switch path.split(separator: "/")[0] {
        case "pages": .page
        case "parties": .party
        case "issues": .issue
        case "reports": .report
        default: .home
        }
      return reader.read(InputFile(path: path, role: role, source: source)).authored
    }
    let built = GraphBuilder.build(authored, settings: settings)
    return Built(graph: built.graph, diagnostics: built.diagnostics)
  }
}
