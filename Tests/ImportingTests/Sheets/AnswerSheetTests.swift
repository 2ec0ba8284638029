import Content
import Diagnostics
import Testing

@testable import Importing

@Suite("Sheets of answers and of positions") struct AnswerSheetTests {
  private static func report(_ text: String, language: String = "en") -> ImportedReport {
    ReportImporter(options: ImportOptions(name: "sheet", words: TableWords(language: language)))
      .report(fromSheets: [ImportedSheet(name: nil, source: SourceText(path: "a.csv", text: text))])
  }

  private static func lines(_ report: ImportedReport) -> [String] {
    report.text.split(separator: "\n").filter {
      $0.hasPrefix("|") && !$0.hasPrefix("|--") || $0.hasPrefix("<!--")
    }
    .map { $0.split(separator: " ").joined(separator: " ") }
  }

  @Test("of a country and a party, the party holds the position") func countryAndParty() {
    let report = Self.report(
      "country,party,statement,answer,justification,source\nDE,CDU,An army,Tend to agree,Yes,p. 3\nDE,SPD,An army,No opinion,,\n"
    )
    #expect(
      Self.lines(report) == [
        "<!-- standpoint: positions -->", "| statement | CDU | SPD |", "| An army | [+] Yes[^1] | —[^2] |",
      ], "\(report.text)")
  }

  @Test(
    "a column that may hold positions or stances holds stances beside one of positions",
    arguments: ["en", "de"])
  func attitude(language: String) {
    let report = Self.report(
      "Thema;Partei;Position;Haltung\nTempo;SPD;Für 130;dafür\nTempo;CDU;Bleibt;dagegen\n", language: language
    )
    #expect(Self.lines(report).last == "| Tempo | [+] Für 130 | [-] Bleibt |", "\(report.text)")
    #expect(!report.text.contains("[^1]"))
  }

  @Test("rows of parties with answers to statements become positions of those parties") func wideAnswers() {
    let report = Self.report(
      "Party,The EU needs an army,Borders should close,Source\nEPP,Completely agree,Tend to disagree,p. 3\nLeft,No opinion,Agree,\n"
    )
    #expect(
      Self.lines(report) == [
        "<!-- standpoint: positions transposed -->",
        "| Party | The EU needs an army | Borders should close | Source |",
        "| EPP | [++] Completely agree | [-] Tend to disagree | p. 3 |", "| Left | — | [+] Agree | |",
      ], "\(report.text)")
  }

  @Test("rows of parties with anything else stay plain") func widePlain() {
    let report = Self.report("Party,Leader,Founded\nEPP,Weber,1976\nLeft,agree,disagree\n")
    #expect(!report.text.contains("standpoint: positions"))
  }

  @Test(
    "a column of numbers does not hide that of the issues",
    arguments: [("Nr;Thema;CDU;SPD", "de"), ("#;Issue;A;B", "en")])
  func numbers(header: String, language: String) {
    let report = Self.report(header + "\n1;Tempo;Nein;Ja\n2;Rente;spät;früh\n", language: language)
    let name = header.split(separator: ";")[1]
    #expect(Self.lines(report)[0].hasPrefix("| \(name) |"), "\(report.text)")
    #expect(report.decisions.contains { $0.message.contains("is the first column") })
    #expect(report.diagnostics.isEmpty)
  }

  @Test("the command in the message names the file and the sheet") func command() {
    let sheet = ImportedSheet(
      name: "Grid",
      source: SourceText(path: "my file.xlsx (Grid)", text: "Rubrik,Labour,Tories\nWater,Wants it,No\n"))
    let report = ReportImporter(options: ImportOptions(name: "sheet")).report(fromSheets: [sheet])
    let fix = report.diagnostics.first?.suggestion?.message ?? ""
    #expect(
      fix.hasPrefix(
        "if each row is an issue and each further column a party, run standpoint import 'my file.xlsx' --sheet \"Grid\" --columns \"issue=Rubrik\""
      ), "\(fix)")
  }

  private static let compass = """
    {"languages": [{"code": "nl"}, {"code": "en"}],
     "parties": [{"alias": "cu", "name": {"nl": "CU", "en": "CU"}}, {"alias": "volt", "name": {"nl": "Volt", "en": "Volt"}}],
     "theses": [
      {"title": {"nl": "Huisvesting", "en": "Housing"}, "statement": {"nl": "Meer woningen", "en": "More homes"},
       "positions": {"cu": {"position": "approve", "explanation": {"nl": "Ja", "en": "Yes"}}, "volt": {"position": null, "explanation": {"nl": "", "en": ""}}}},
      {"title": {"nl": "Huisvesting", "en": "Housing"}, "statement": {"nl": "Samen huren", "en": "Rent together"},
       "positions": {"cu": {"position": "strongly-reject", "explanation": {"nl": "", "en": "No way"}}}},
      {"title": {"nl": "Groei", "en": "Growth"}, "statement": {"nl": "Meer groei", "en": "More growth"},
       "positions": {"cu": {"position": "neutral", "explanation": {"nl": "Soms", "en": "At times"}}}}]}
    """

  @Test("theses with the same title are issues of their own") func topics() throws {
    let compass = try #require(ElectionCompass(Array(Self.compass.utf8)))
    let report = ReportImporter(options: ImportOptions(name: "x")).report(
      fromCompass: compass, source: "x.json")
    #expect(
      Self.lines(report) == [
        "<!-- standpoint: positions -->", "| Issue | CU | Volt |", "| Meer woningen | [+] Ja | — |",
        "| Samen huren | [--] No way | |", "| Groei | [0] Soms | |",
      ], "\(report.text)")
    #expect(!report.text.contains("Earlier positions"))
    #expect(
      report.decisions.contains {
        $0.message
          == "“Huisvesting” is the title of 2 theses, so their statements become the names of the issues"
      })
  }

  @Test("the texts are those in the language of the site") func language() throws {
    let compass = try #require(ElectionCompass(Array(Self.compass.utf8), preferred: ["en-GB", "en"]))
    #expect(compass.language == "en")
  }
}
