import Content
import Testing

@testable import Site

/// Whole sites in languages other than English.
@Suite("Sites in other languages") struct SiteLanguageTests {
  private static func site(_ language: String) -> WrittenSite {
    var settings = SiteSettings(switches: PageRegistry.switches)
    settings.title = "Огляд"
    settings.language = language
    settings.baseURL = try? BaseURL("https://example.org/")
    return WrittenSite(
      [
        "reports/2025-03-02-a.md": """
        | Issue | Ґанок | Гора | Дім | OSCE |
        |---|---|---|---|---|
        | Їжа | [+] Так | [--] Ні | — | |
        | Ціни | Так | Ні | Ні | Ні |
        """
      ], settings: settings)
  }

  @Test("have pages, feeds and metadata in that language") func ukrainian() {
    let site = Self.site("uk")
    let home = site.page("index.html")
    #expect(home.contains("<html lang=\"uk\">"))
    #expect(home.contains("<a href=\"issues/\">Питання</a>"))
    #expect(home.contains("<span>6 позицій</span> <span>1 звіт</span>"))
    #expect(site.page("issues/index.html").contains("2 позиції"))
    #expect(home.contains("1 звіт, 6 позицій. Ставлення показано"))
    let report = site.page("reports/2025-03-02-a/index.html")
    #expect(report.contains("<time datetime=\"2025-03-02\">2 березня 2025</time>"))
    #expect(report.contains("<span class=\"no-position\">Не висловлюється</span>"))
    #expect(report.contains("s-red-line"))
    #expect(report.contains("\"name\":\"Звіти\""))
    #expect(site.page("feed.xml").contains("xml:lang=\"uk\""))
    #expect(site.page("404.html").contains("<title>Сторінку не знайдено – Огляд</title>"))
  }

  @Test("sort names by their alphabet") func order() {
    #expect(Self.site("uk").graph.parties.map(\.name) == ["Гора", "Ґанок", "Дім", "OSCE"])
    #expect(Self.site("uk").graph.issues.map(\.name) == ["Їжа", "Ціни"])
    #expect(Self.site("en").graph.parties.map(\.name) == ["OSCE", "Ґанок", "Гора", "Дім"])
  }

  @Test("have the same addresses as in English", arguments: ["uk", "de", "fr", "ar"])
  func addresses(_ language: String) {
    #expect(Self.site(language).pages.sorted() == Self.site("en").pages.sorted())
  }
}
