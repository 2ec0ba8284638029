import SampleArchives
import Testing

@Suite("Names that are almost the same")
struct SimilarNameTests {
  private static func messages(_ tables: [([String], [String])], files: [(String, String)] = []) -> String {
    let reports = tables.enumerated().map { index, table in
      ("reports/r\(index).md", NameTests.table("Aspect", table.0, table.1))
    }
    return SampleSite(reports + files).messages
  }

  @Test("a new party whose name is almost that of a known one is reported once, with both places")
  func party() {
    let printed = Self.messages([
      (["Lower Valley", "Hill"], ["Gas"]), (["Lower Valley", "Hill"], ["Oil"]),
      (["Lower Vally", "Hill"], ["Gas"]), (["Lower Vally", "Hill"], ["Oil"]),
    ])
    #expect(
      printed == """
        Content/reports/r2.md:1:12: warning: the new party “Lower Vally” has almost the same name as “Lower Valley” [similar-name]
           1 | | Aspect | Lower Vally | Hill |
             |            ^~~~~~~~~~~
        Content/reports/r0.md:1:12: note: “Lower Valley” is here
           1 | | Aspect | Lower Valley | Hill |
             |            ^~~~~~~~~~~~
             = help: if they are the same, write “aliases: [Lower Vally]” in Content/parties/lower-valley.md; otherwise create a file for each

        """)
  }

  @Test("the known issue is the one with a file")
  func issue() {
    let printed = Self.messages(
      [(["A1", "B1"], ["Fishery qoutas"]), (["A1", "B1"], ["Gas"])],
      files: [("issues/fish.md", "---\ntitle: Fishery quotas\n---\n")])
    #expect(
      printed.contains("the new issue “Fishery qoutas” has almost the same name as “Fishery quotas”"))
    #expect(printed.contains("write “aliases: [Fishery qoutas]” in Content/issues/fish.md"))
  }

  @Test("a file that has aliases is not told to get the key twice")
  func aliases() {
    let printed = Self.messages(
      [(["A1", "B1"], ["Fishery qoutas"])],
      files: [("issues/fish.md", "---\ntitle: Fishery quotas\naliases: [Fish]\n---\n")])
    #expect(printed.contains("add “Fishery qoutas” to “aliases:” in Content/issues/fish.md"))
  }

  @Test("a misspelling is found among many names that differ in numbers")
  func series() {
    let series = (1...300).map { "Article \($0 * 37)" }
    let printed = Self.messages([
      (["A1", "B1"], series + ["Water rights"]), (["A1", "B1"], ["Water rihgts"]),
    ])
    #expect(printed.split(separator: "\n").filter { $0.contains("[similar-name]") }.count == 1)
  }

  @Test(
    "names that differ by a number, short names and names of two states are not reported",
    arguments: [
      ("Treaty 5", "Treaty 6"), ("Summit 2024", "Summit 2025"), ("Round 1", "Round 11"), ("Gas", "Oas"),
      ("Plan A", "Plan B"), ("Phase II", "Phase III"), ("Gambia", "Zambia"), ("Iran", "Iraq"),
      ("Legal trade", "Illegal trade"), ("Party Alpha", "Party Gamma"),
    ])
  func different(one: String, other: String) {
    #expect(Self.messages([(["A1", "B1"], [one]), (["A1", "B1"], [other])]) == "")
    #expect(Self.messages([([one, "Harbour"], ["Gas"]), ([other, "Harbour"], ["Gas"])]) == "")
  }

  @Test("two files, or a declared relation, say that two names are different")
  func answered() {
    let tables = [(["A1", "B1"], ["Inland waters", "Island waters"])]
    #expect(Self.messages(tables).contains("[similar-name]"))
    let one = ("issues/a.md", "---\ntitle: Inland waters\n---\n")
    let other = ("issues/b.md", "---\ntitle: Island waters\n---\n")
    #expect(Self.messages(tables, files: [one, other]) == "")
    let related = ("issues/a.md", "---\ntitle: Inland waters\nrelated: [Island waters]\n---\n")
    #expect(Self.messages(tables, files: [related]) == "")
  }
}
