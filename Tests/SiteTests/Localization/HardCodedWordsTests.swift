import Content
import Diagnostics
import Editions
import Foundation
import Graph
import Testing

@testable import Site

/// Templates and code contain no interface texts: on a site with Greek content whose interface
/// shows “•” for every text, no page contains a Latin letter that people would see or hear.
@Suite("Hard-coded words") struct HardCodedWordsTests {
  private static let files = [
    "index.md": "---\nsummary: Σύνοψη\n---\n\nΚείμενο.\n",
    "pages/μέθοδος.md": "---\ntitle: Μέθοδος\n---\n\nΚείμενο.\n",
    "issues/διόδια.md":
      "---\ntitle: Διόδια\nproposition: Πρέπει;\ngroup: Δρόμοι\naliases: [Τέλη]\nrelated: [Πορθμεία]\n---\n\nΚείμενο για το Λιμάνι.\n",
    "parties/κόκκινο.md":
      "---\ntitle: Κόκκινο\nacts-for: Κράτος\nmember-of: [Ένωση]\nfrom: 2020\nto: 2029-01-01\n---\n\nΚείμενο.\n",
    "parties/κράτος.md": "---\ntitle: Κράτος\n---\n", "parties/ένωση.md": "---\ntitle: Ένωση\n---\n",
    "reports/α.md": """
    ---
    title: Πρώτη[^1]
    date: 2025-03-02
    updated: 2025-04-10
    summary: Σύνοψη
    authors: [Αλφα, Βήτα, Γάμμα]
    tags: [δρόμοι]
    core-issues: [Διόδια, Ιστορία]
    affects: [Κόκκινο, Κράτος]
    review-after: 1 month
    corrections:
      - {date: 2025-04, note: Λάθος., position: Διόδια#Κόκκινο}
      - {date: 2025-04, note: Λάθος., position: Πορθμεία#Μπλε}
    ---

    Το Κόκκινο και τα Διόδια.[^1] Πάλι τα Διόδια. Τρίτη φορά τα Διόδια.

    ## Ένα

    <!-- standpoint: positions -->
    | Θέμα | Κόκκινο | Μπλε |
    |---|---|---|
    | Διόδια | [+] Ναι[^1] {as-of=2025-02} | [--] Όχι |
    | Πορθμεία | [~] Ίσως | — |
    | Γέφυρες |  | Ναι |

    ## Δύο

    <!-- standpoint: options -->
    | Σχέδιο | Σκοπός |
    |---|---|
    | Διόδια τώρα | Ναι |

    | 1 | 2 |
    |---|---|
    | 3 | 4 |

    ## Τρία

    > [!tension] [[Διόδια#Κόκκινο]] [[Διόδια#Μπλε]]
    > Κείμενο.

    > [!tension] [[Διόδια#Κόκκινο]]
    > Κείμενο.

    > [!note]
    > Κείμενο.

    - [ ] Ναι
    - [x] Όχι

    ![[Διόδια#Κόκκινο]]

    [^1]: Πηγή.

        - μία
    """,
    "reports/β.md": """
    ---
    title: Δεύτερη
    date: 2026-03
    ---

    <!-- standpoint: positions as-of=2026-02 -->
    | Θέμα | Κόκκινο | Μπλε |
    |---|---|---|
    | Διόδια | [-] Ναι | [~] Όχι |
    | Πορθμεία | Ίσως | [+] Ναι |
    | Γέφυρες | [+] Ναι | [+] Ναι |

    ```standpoint history
    issue: Διόδια
    ```

    ```standpoint matrix
    party: Κανείς
    ```
    """,
    "reports/γ.md":
      "---\ntitle: Τρίτη\n---\n\n<!-- standpoint: positions -->\n| Θέμα | Κόκκινο | Μπλε |\n|---|---|---|\n| Διόδια | [-] Ναι | [--] Όχι |\n",
  ]

  /// Every text is “•”, with its placeholders.
  private static let speechless: Theme = {
    var text = ""
    for entry in LanguageFile.read(SourceText(path: "en", bytes: Theme.builtIn["languages/en.yml"] ?? []))
      .file.entries
    {
      let placeholders = (Translation(entry.text, rule: .one)?.placeholders ?? []).map { "{\($0)}" }.joined(
        separator: "•")
      if case .list(let list) = entry.text {
        text += "\(entry.key): [\(list.map { _ in "•" }.joined(separator: ", "))]\n"
      } else {
        text += "\(entry.key): \"•\(placeholders)\"\n"
      }
    }
    let path = "languages/el.yml"
    return Theme(overrides: [path: SourceText(path: "Templates/" + path, text: text)], language: "el")
  }()

  private static func site() -> SitePlan {
    var settings = SiteSettings(switches: PageRegistry.switches)
    settings.offersFrames = true
    settings.writesMarkdownCopies = true
    settings.title = "Τίτλος"
    settings.baseURL = try? BaseURL("https://example.org/")
    settings.language = "el"
    settings.description = "Περιγραφή"
    settings.pairs = nil
    var source = SourceEntry(key: "π", place: Place(path: "sources/π.md"))
    source.title = "Πηγή"
    source.evidence = .vote
    settings.withdrawn = [
      AuthoredWithdrawal(
        page: "π", anchor: nil, date: PartialDate(year: 2026), reason: "Λάθος", place: Place(path: "site.yml")
      )
    ]
    var diagnostics: [Diagnostic] = []
    settings.sources = SourceLibrary([source], diagnostics: &diagnostics)
    let today = PartialDate(year: 2026, month: 6, day: 1)
    let reader = ContentReader(settings: settings, today: today, includesDrafts: false)
    let authored = files.keys.sorted().map { path in
      let role: InputFile.Role =
        path.hasPrefix("issues")
        ? .issue
        : path.hasPrefix("parties")
          ? .party : path.hasPrefix("pages") ? .page : path == "index.md" ? .home : .report
      return reader.read(
        InputFile(path: path, role: role, source: SourceText(path: path, text: files[path] ?? ""))
      ).authored
    }
    let graph = GraphBuilder.build(authored, settings: settings).graph
    let before = GraphBuilder.build(Array(authored.dropLast(1)), settings: settings).graph
    let editions = [
      Edition(freezing: before, name: "1", date: today), Edition(freezing: graph, name: "2", date: today),
    ]
    let layout = (0..<9).map { "node \($0) \($0) 0 1 1\n" }.joined()
    return SitePlan(
      graph: graph, theme: speechless, archive: EditionArchive(editions), today: today,
      map: MapOfIssues(graph)?.laidOut(Array(layout.utf8)))
  }

  @Test("are on no page") func pages() throws {
    #expect(Self.speechless.diagnostics.isEmpty)
    let plan = Self.site()
    let kinds = Set(plan.pages.compactMap { $0.source.page?.definition.key })
    #expect(
      kinds.isSuperset(
        of: Set(PageRegistry.definitions.map(\.key)).subtracting(["issue-year", "party-year"])))
    for page in plan.pages where page.path.hasSuffix(".html") {
      let html = String(decoding: plan.render(page).bytes, as: UTF8.self)
      let words = Self.shown(html)
      #expect(words.isEmpty, "\(page.path): \(words)")
    }
  }

  /// The visible and audible texts of a page that contain Latin letters.
  static func shown(_ html: String) -> [String] {
    let quiet = /<(?:script|code|pre)\b[^>]*>[\s\S]*?<\/(?:script|code|pre)>|<!doctype html>/
    let text = html.replacing(quiet) { match in
      String(match.0.prefix { $0 != ">" }) + ">"
    }
    let spoken =
      /(?:aria-label|title|alt|placeholder|data-(?:copy|copy-[a-z-]+|copied|button|by-hand|changed|label))="([^"]*)"/
    let attributes = text.matches(of: spoken).map { String($0.1) }
    let contents = text.split(separator: "<").compactMap { piece in
      piece.firstIndex(of: ">").map { String(piece[piece.index(after: $0)...]) }
    }
    let known = /https?:\/\/\S*|reports\/\S+\.md|BibTeX|&(?:amp|lt|gt|quot|#39);|\/[a-z]+\//
    return (attributes + contents).map { $0.replacing(known, with: "") }
      .filter { $0.contains(/[A-Za-z]/) }
  }

  @Test("would be detected") func teeth() {
    #expect(Self.shown("<p>•</p><a aria-label=\"•\" class=\"x\">Ναι</a>").isEmpty)
    #expect(Self.shown("<p>And 3 more</p>") == ["And 3 more"])
    #expect(Self.shown("<a aria-label=\"Link\">•</a>") == ["Link"])
  }

  @Test("are in no template", arguments: Theme.builtIn.keys.filter { $0.hasSuffix(".mustache") }.sorted())
  func templates(_ path: String) {
    let text = String(decoding: Theme.builtIn[path] ?? [], as: UTF8.self)
    #expect(Self.shown(text.replacing(/\{\{\{?[^}]*\}?\}\}/, with: "")) == [])
  }
}
