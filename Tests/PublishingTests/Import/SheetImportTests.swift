import Content
import Diagnostics
import TestSupport
import Testing

@testable import Publishing

struct SheetImportTests {
  @Test func `a table of positions, one row each, becomes a comparison with stances, dates and sources`()
    async throws
  {
    let folder = try ScratchFolder()
    try folder.write(
      "positions.csv",
      #"""
      Issue,Party,Position,Stance,Date,Source
      NATO expansion,United States,"Open to Ukraine joining, ""soon""",supports,2025-02-12,https://example.org/a
      NATO expansion,Russia,Opposes any enlargement,red line,12 February 2025,https://example.org/a
      Sanctions,United States,Tightens measures,,2025-01,
      NATO expansion,United States,No view yet,neutral,2024,
      """#)
    let outcome = try await DocumentImportTests.importing("positions.csv", in: folder)
    #expect(
      outcome.report.text.unpadded
        == """
        ---
        title: positions
        ---

        <!-- standpoint: positions -->
        | Issue          | United States                                              | Russia                                                   |
        |----------------|------------------------------------------------------------|----------------------------------------------------------|
        | NATO expansion | [+] Open to Ukraine joining, "soon"[^1] {as-of=2025-02-12} | [--] Opposes any enlargement[^1] {as-of=2025-02-12}      |
        | Sanctions      | Tightens measures {as-of=2025-01}                          |                                                          |

        ## Earlier positions

        <!-- standpoint: positions as-of=2024 -->
        | Issue          | United States   | Russia |
        |----------------|-----------------|--------|
        | NATO expansion | [0] No view yet |        |

        [^1]: https://example.org/a

        """.unpadded, "\(outcome.report.text)")
    try await DocumentImportTests.expectBuilds(folder)
  }

  @Test(.enabled(if: Programs.areInstalled("unzip", "zip")))
  func `the sheets of a workbook become sections, with dates as they are shown`() async throws {
    let folder = try ScratchFolder()
    try await WorkbookFile.write(
      to: folder, name: "book.xlsx",
      sheets: [
        ("First", [["Aspect", "US", "Russia"], ["Gas", "buys less", "“sells, more”\nthan before"]]),
        ("Second", [["Issue", "Party", "Position"], ["Oil", "US", "pumps"]]),
      ])
    let outcome = try await DocumentImportTests.importing("book.xlsx", in: folder)
    let text = outcome.report.text
    #expect(text.contains("## First\n\n| Aspect | US        | Russia"), "\(text)")
    #expect(text.contains("| Gas    | buys less | “sells, more” than before |"), "\(text)")
    #expect(text.contains("## Second\n\n<!-- standpoint: positions -->\n| Issue | US    |"), "\(text)")
    try await DocumentImportTests.expectBuilds(folder)
  }
}

extension String {
  /// The table without the padding of its columns.
  fileprivate var unpadded: String {
    var result = ""
    for character in self where !(character == " " && result.last == " ") {
      if character == "-", result.hasSuffix("---") { continue }
      result.append(character)
    }
    return result
  }
}
