import Content
import Testing

@testable import Site

@Suite("The lists of all issues and of all parties") struct DirectoryTests {
  private static let site = WrittenSite(
    [
      "reports/a.md": """
      ---
      date: 2025-03-02
      ---

      | Issue | Ash | Birch | Cedar |
      |---|---|---|---|
      | Dam | [++] Ash on the dam | [-] Birch on the dam | [+] Cedar on the dam |
      | Tolls | [+] Ash on tolls |  | [+] Cedar on tolls |
      | Ports | Ash on ports |  |  |
      | Locks | [~] Ash on locks |  |  |
      """,
      "issues/dam.md": "---\ntitle: Dam\nsummary: Whether to build it.\n---\n",
      "issues/rivers.md": "---\ntitle: Rivers\n---\n",
      "parties/birch.md": "---\ntitle: Birch\nacts-for: Ash\nto: 2025-04-01\n---\n",
    ], today: PartialDate("2025-06-01"))

  private static func entry(_ name: String, on path: String) -> String {
    site.page(path).components(separatedBy: "<li").first {
      $0.contains(">\(name)</a>") && $0.contains("</p>")
    }?
    .components(separatedBy: "</li>").first ?? ""
  }

  @Test("an issue has its summary, the ends of the range of stances, its positions, parties and newest date")
  func issue() {
    let dam = Self.entry("Dam", on: "issues/index.html")
    #expect(dam.contains("<p>Whether to build it.</p>"))
    #expect(
      dam.contains(
        "<span><span class=\"stance s-supports\">Supports</span> – <span class=\"stance s-champions\">Champions</span></span>"
      ), "The stance of a party that has ended is not among them. \(dam)")
    #expect(
      dam.contains(
        "3 positions, 3 parties, as of <time datetime=\"2025-03-02\">2 March 2025</time>"))
  }

  @Test("stances that are the same are named once, the mixed one only alone, and none if none is marked")
  func ranges() {
    let tolls = Self.entry("Tolls", on: "issues/index.html")
    #expect(
      tolls.components(separatedBy: "class=\"stance").count == 2 && tolls.contains("2 positions, 2 parties"))
    #expect(Self.entry("Locks", on: "issues/index.html").contains("s-mixed"))
    #expect(!Self.entry("Ports", on: "issues/index.html").contains("stance"))
    #expect(Self.site.page("issues/index.html").contains(">Rivers</a>\n</li>"))
  }

  @Test("a party has its hue, whom it acts for, its end, and its positions, issues and newest date")
  func party() {
    let birch = Self.entry("Birch", on: "parties/index.html")
    #expect(birch.hasPrefix(" class=\"p2\">"))
    #expect(birch.contains("Acts for Ash, until <time datetime=\"2025-04-01\">1 April 2025</time>"))
    #expect(birch.contains("1 position, 1 issue, as of"))
    #expect(Self.entry("Ash", on: "parties/index.html").contains("4 positions, 4 issues"))
  }
}
