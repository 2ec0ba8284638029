import Content
import Graph
import Testing

@testable import Site

/// Texts in the other direction than their site's, and reports in another language.
@Suite("Text in another direction or language") struct TextDirectionTests {
  private static let arabic = """
    ---
    title: مواقف الأطراف
    date: 2025-03-01
    LANGUAGE
    ---
    هذه الوثيقة (مسودة) عن NATO و EU.

    - نقطة أولى: 10%
    - Second point in English

    > اقتباس (أول).

    ## عنوان: 5

    | القضية | لبنان | سوريا |
    |---|---|---|
    | الحدود (1701) | مع التنفيذ! | ضد: "لا" |

    | Issue | Lebanon | سوريا |
    |---|---|---|
    | Border (1701) | [+] يؤيد التنفيذ، بحسب NATO. | opposes: لا |

    """

  private static func site(_ text: String, language: String = "en") -> WrittenSite {
    var settings = SiteSettings(switches: PageRegistry.switches)
    settings.language = language
    settings.words = TableWords(language: language)
    settings.baseURL = try? BaseURL("https://example.org/")
    return WrittenSite(["reports/a.md": text], settings: settings)
  }

  @Test("blocks of a text with Arabic in an English site take their direction from their text") func blocks()
  {
    let site = Self.site(Self.arabic.replacing("LANGUAGE\n", with: ""))
    let report = site.page("reports/a/index.html")
    for block in [
      "<p dir=\"auto\">هذه", "<li dir=\"auto\">نقطة", "<li dir=\"auto\">Second",
      "<blockquote dir=\"auto\">\n<p>اقتباس",
      " dir=\"auto\">عنوان", " dir=\"auto\">القضية", " dir=\"auto\">مع التنفيذ!",
      " dir=\"auto\">ضد:",
    ] {
      #expect(report.contains(block), "\(block)")
    }
    // The word for the stance does not decide the direction of the cell.
    #expect(report.contains("<bdi><span class=\"stance s-supports\">Supports</span></bdi> يؤيد"))
    #expect(site.page("issues/border-1701/index.html").contains("<bdi>يؤيد التنفيذ، بحسب NATO.</bdi>"))
  }

  @Test("a text in the site’s direction has no attributes") func none() {
    let site = Self.site(
      "Plain – “text”.\n\n| Issue | North | South |\n|---|---|---|\n| Fish | [+] Yes | No |\n")
    #expect(!site.page("reports/a/index.html").contains("dir="))
  }

  @Test(
    "in an Arabic site, blocks in Latin letters run from left to right, those that only start with a name do not"
  )
  func rightToLeftSite() {
    let site = Self.site(
      "NATO ترفض التوسع.\n\nOnly English here.\n\n10%\n\n| القضية | أ | ج |\n|---|---|---|\n| ب | [+] Yes, they do. | لا |\n",
      language: "ar")
    let report = site.page("reports/a/index.html")
    #expect(report.contains("<p>NATO ترفض"))
    #expect(report.contains("<p dir=\"auto\">Only"))
    #expect(report.contains("<p>10%"))
    let issue = site.pages.first { $0.hasPrefix("issues/") && $0 != "issues/index.html" } ?? ""
    #expect(site.page(issue).contains("<bdi>Yes, they do.</bdi>"), "\(issue)")
  }

  @Test("a report’s language is that of its text and of its quoted cells") func language() {
    let site = Self.site(Self.arabic.replacing("LANGUAGE", with: "language: ar"))
    let report = site.page("reports/a/index.html")
    #expect(report.contains("<html lang=\"en\">"))
    #expect(report.contains("<h1 lang=\"ar\" dir=\"rtl\">مواقف الأطراف</h1>"))
    #expect(report.contains("<div class=\"prose\" lang=\"ar\" dir=\"rtl\">"))
    #expect(report.contains("<li dir=\"auto\">Second"))
    #expect(report.contains("\"inLanguage\":\"ar\""))
    let issue = site.page("issues/border-1701/index.html")
    #expect(issue.contains("<span lang=\"ar\" dir=\"rtl\">يؤيد التنفيذ، بحسب NATO.</span>"))
    #expect(issue.contains("<span lang=\"ar\" dir=\"rtl\">مواقف الأطراف</span></a>"))
    #expect(site.page("feed.xml").contains("<entry xml:lang=\"ar\">"))
  }

  @Test("a report’s language decides which quotation marks pair") func quotations() {
    let cell = "Sie sagte: »Das ist nicht unser Plan für Europa.«"
    func verbatim(_ head: String) -> [[String]] {
      let site = Self.site(
        "---\ntitle: A\n\(head)---\n\n| Issue | North | South |\n|---|---|---|\n| Fish | \(cell) | |\n")
      return site.graph.positions.map { site.graph.verbatim(of: $0.id) }
    }
    #expect(verbatim("language: de\n") == [["Das ist nicht unser Plan für Europa."]])
    #expect(verbatim("") == [[]])
  }
}

/// `stance-names` in site.yml.
@Suite("Names of stances") struct StanceNameTests {
  @Test("replace the words of the language on pages, and are read in columns of stances") func names() throws
  {
    let yaml = "stance-names: {supports: Backs, red-line: Never <this>}\n"
    let (settings, diagnostics) = ContentReader.readSettings(
      InputFile(path: "site.yml", role: .settings, source: .init(path: "site.yml", text: yaml)),
      switches: PageRegistry.switches)
    #expect(diagnostics.isEmpty)
    let site = WrittenSite(
      [
        "reports/a.md": """
        | Issue | North | South |
        |---|---|---|
        | Fish | [+] Yes | [--] No |

        ## Tolls

        | Party | Position | Stance |
        |---|---|---|
        | North | Wants them | Backs |

        """, "issues/tolls.md": "---\ntitle: Tolls\n---\n",
      ], settings: settings)
    let report = site.page("reports/a/index.html")
    #expect(report.contains("<span class=\"stance s-supports\">Backs</span> Yes"))
    #expect(report.contains("<span class=\"stance s-red-line\">Never &lt;this&gt;</span> No"))
    #expect(!report.contains(">Supports<"))
    #expect(
      site.page("compare/north--south/index.html").contains("from “Never &lt;this&gt;” to “Champions”"))
    #expect(site.graph.positions.compactMap(\.stance) == [.supports, .redLine, .supports])
    #expect(site.messages == [])
  }

  @Test("an unknown stance is reported") func unknown() {
    let (_, diagnostics) = ContentReader.readSettings(
      InputFile(
        path: "site.yml", role: .settings,
        source: .init(path: "site.yml", text: "stance-names: {suports: Backs}\n")), switches: [])
    #expect(diagnostics.map(\.id) == [.unknownKey])
  }
}
