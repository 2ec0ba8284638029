import Content
import Diagnostics
import Foundation
import Testing

@testable import Site

/// Texts that a language lacks are English, and marked as such.
@Suite("Texts that are borrowed from English") struct BorrowedTextTests {
  private static func site(_ language: String, _ texts: String? = nil) -> SitePlan {
    var settings = SiteSettings(switches: PageRegistry.switches)
    settings.title = "Τίτλος"
    settings.language = language
    settings.baseURL = try? BaseURL("https://example.org/")
    let files = [
      "reports/α.md": """
      ---
      title: Πρώτη
      date: 2025-03-02
      authors: [Αλφα, Βήτα]
      ---

      <!-- standpoint: positions -->
      | Θέμα | Κόκκινο | Μπλε |
      |---|---|---|
      | Διόδια | [+] Ναι[^1] {as-of=2025-02} | [--] Όχι |
      | Πορθμεία | [~] Ίσως | — |
      | Γέφυρες |  | Ναι |

      > [!note]
      > Κείμενο.

      - [x] Όχι

      [^1]: Πηγή.
      """
    ]
    var overrides: [String: SourceText] = [:]
    if let texts {
      let path = "languages/\(language).yml"
      overrides[path] = SourceText(path: "Templates/" + path, text: texts)
    }
    let graph = WrittenSite(files, settings: settings).graph
    return SitePlan(graph: graph, theme: Theme(overrides: overrides, language: language))
  }

  private static func html(_ plan: SitePlan, _ path: String) -> String {
    plan.pages.first { $0.path == path }.map { String(decoding: plan.render($0).bytes, as: UTF8.self) } ?? ""
  }

  /// The words in Latin letters that stand in no element with the language English.
  private static func unmarkedWords(of page: String) throws -> [String] {
    var text = page
    for element in ["script", "style", "title", "svg", "option", "code", "pre"] {
      text.replace(try Regex("(?s)<\(element)[ >].*?</\(element)>"), with: "")
    }
    var words: [String] = []
    /// Whether each open span is English; nil: it has no language.
    var spans: [Bool?] = []
    for part in text.split(separator: "<") {
      let tag = part.prefix { $0 != ">" }
      if tag.hasPrefix("span") {
        spans.append(tag.contains("lang=\"en\"") ? true : tag.contains("lang=") ? false : nil)
      } else if tag == "/span" {
        spans.removeLast()
      }
      if spans.compactMap(\.self).last == true { continue }
      let shown = part.dropFirst(tag.count + 1).replacing(
        try Regex("&[a-z]+;|https://[^ ]*|reports/[^ ]*[.]md|BibTeX"), with: " ")
      words += shown.split { !($0.isASCII && $0.isLetter) }.map(String.init).filter { $0 != "CSV" }
    }
    return words
  }

  @Test("every English word of every page stands in an element with its language") func pages() throws {
    let plan = Self.site("el")
    for page in plan.pages where page.path.hasSuffix(".html") && !page.isRedirect {
      let words = try Self.unmarkedWords(of: String(decoding: plan.render(page).bytes, as: UTF8.self))
      #expect(words == [], "\(page.path)")
    }
  }

  @Test("no file has the marks themselves") func marks() {
    let plan = Self.site("el")
    for page in plan.pages where !page.isThemeFile {
      let bytes = plan.render(page).bytes
      let hasMark = zip(bytes, bytes.dropFirst()).contains { $0 == 0xEF && $1 == 0xB7 }
      #expect(!hasMark, "\(page.path)")
    }
  }

  @Test("attributes, titles and data have the text alone") func attributes() {
    let plan = Self.site("fa")
    let report = Self.html(plan, "reports/α/index.html")
    #expect(report.contains("aria-label=\"Main menu\""))
    #expect(report.contains("<span lang=\"en\" dir=\"ltr\">By <span lang=\"fa\" dir=\"rtl\">"))
    #expect(Self.html(plan, "issues/index.html").contains("<title>Issues – Τίτλος</title>"))
    #expect(
      Self.html(plan, "issues/index.html").contains("<h1><span lang=\"en\" dir=\"ltr\">Issues</span></h1>"))
    #expect(Self.html(plan, "feed.xml").contains("<feed"))
  }

  @Test("a site’s own file needs no marks for what it has") func own() {
    let home = Self.html(Self.site("el", "issues: Θέματα\n"), "issues/index.html")
    #expect(home.contains("<h1>Θέματα</h1>"))
    #expect(home.contains("<span lang=\"en\" dir=\"ltr\">Reports</span>"))
    #expect(!Self.html(Self.site("de"), "index.html").contains("lang=\"en\""))
  }
}
