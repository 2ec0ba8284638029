import Content
import Diagnostics
import Testing

@testable import Importing

/// What the import of a text proposes for its front matter, and the next steps.
struct ProposalTests {
  @Test(arguments: [
    ("Core issues of the talks\nFour are named:\n", "Sanctions", "The border"),
    ("The sticking points are:\n", "Sanctions", "The border"),
    ("Kernfragen der Verhandlungen\nGenannt werden:\n", "Sanktionen", "Die Grenze"),
    ("Die zentralen Streitpunkte sind:\n", "Sanktionen", "Die Grenze"),
    ("Les enjeux centraux\nOn cite :\n", "Les sanctions", "La frontière"),
    ("Les principaux points de blocage sont :\n", "Les sanctions", "La frontière"),
    ("Ключові питання переговорів\nНазивають такі:\n", "Санкції", "Кордон"),
    ("Los temas clave son:\n", "Las sanciones", "La frontera"),
    ("Le questioni chiave sono:\n", "Le sanzioni", "Il confine"),
    ("Kluczowe kwestie to:\n", "Sankcje", "Granica"),
    ("القضايا الأساسية هي:\n", "العقوبات", "الحدود"),
    ("核心议题如下：\n", "制裁", "边界"),
  ])
  func `the list that a text introduces as core issues becomes core issues`(
    lead: String, first: String, second: String
  ) {
    let report = SpacedTableTests.report(
      "T 1\n\nA sentence.\n\n\(lead)• \(first)\n• \(second): with a word more.\n")
    #expect(
      report.text.contains("\ncore-issues:\n  - \(first)\n  - \(second)\n---\n"), "\(report.text)")
  }

  @Test func `other lists are not core issues`() {
    let report = SpacedTableTests.report(
      "The plan\nAnalysts recommend these:\n• Neutral hosts\n• Small goals\n")
    #expect(!report.text.contains("core-issues"))
  }

  @Test func `known parties that only the prose names are proposed as affected`() {
    let options = ImportOptions(
      name: "x", parties: [["Ukraine", "Kyiv"], ["United States", "US"], ["Georgia"], ["Moldova"]])
    let text =
      "The talks\nKyiv was not asked. Moldovan wine was served. The US spoke.\n\nIssue | US | Russia\nGas | a | b\n"
    let report = ReportImporter(options: options).report(fromText: SourceText(path: "in.txt", text: text))
    #expect(report.text.contains("\naffects:\n  - Ukraine\n---\n"), "\(report.text)")
  }

  @Test func `the next steps are told in order`() {
    let report = SpacedTableTests.report(
      "The talks\nA sentence stands here.\n\nCore issues are:\n• Gas\n• Grain\n\nIssue | US | Russia\nGas | a | b\n\nThe second table is another one.\n\nThing | US | Russia\nGas | a | b\n"
    )
    #expect(
      report.nextSteps == [
        "set “date:” to the day of the briefing, such as 2025-03-02",
        "line 13: if the table compares positions, write <!-- standpoint: positions --> above it",
        "put a mark at the start of each position: [++], [+], [~], [0], [-] or [--]",
        "check “core-issues”; an issue that is not in any table needs a row or a file: standpoint new issue \"Grain\"",
      ], "\(report.nextSteps)")
  }

  @Test(
    arguments: [
      (
        "Geneva, Saturday 16 May 2026 – The two sides have met for the third time in this year, and left.",
        "2026-05-16"
      ),
      (
        "KYIV, 12 March 2025 (Agency) — The ministers have not agreed on anything, as both of them say.",
        "2025-03-12"
      ),
      ("Publié le 12 mars 2025", "2025-03-12"), ("Veröffentlicht am 12. März 2025", "2025-03-12"),
      ("北京，2025年3月12日——双方代表今年第三次会面，但没有达成任何协议。", "2025-03-12"),
      ("The treaty of 5 March 1990 is what some of the diplomats in Moscow go back to when they speak.", nil),
    ] as [(String, String?)])
  func `the date of a text is found near its start`(line: String, date: String?) {
    let report = SpacedTableTests.report("The talks of the spring\n\(line)\n\nNothing was agreed.\n")
    #expect(report.text.contains("\ndate: ") == (date != nil))
    if let date { #expect(report.text.contains("\ndate: \(date)\n"), "\(report.text)") }
  }
}
