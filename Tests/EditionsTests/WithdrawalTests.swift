import Content
import Diagnostics
import Testing

@testable import Editions

@Suite("Withdrawing from editions")
struct WithdrawalTests {
  private static let invented = "an invented quotation that is longer than others"

  private static func edition(_ name: String, withdrawals: [Withdrawal] = []) -> Edition {
    var records = Edition.Records()
    records.reports = ["april", "march", "may"].map {
      FrozenReport(slug: $0, path: "reports/\($0).md", title: "The \($0) plan", date: PartialDate(year: 2025))
    }
    records.issues = ["gas", "sanctions"].map {
      FrozenIssue(slug: $0, name: $0, aliases: [], proposition: nil)
    }
    records.parties = ["north", "south"].map {
      FrozenParty(slug: $0, name: $0, aliases: [], actsFor: nil)
    }
    records.positions = ["april", "march", "may"].flatMap { report in
      ["north", "south"].map { party in
        FrozenPosition(
          issue: report == "may" ? "sanctions" : "gas", party: party, report: report, ordinal: 1,
          text: report == "may" ? invented : "said in \(report) by \(party)", stance: .supports,
          dating: FrozenDate(PartialDate(year: 2025), origin: .frontMatter), anchor: "gas--\(party)",
          sources: [])
      }
    }
    records.withdrawals = withdrawals
    return Edition(
      name: name, date: PartialDate(year: 2025, month: 12, day: 1),
      origin: Edition.Origin(made: PartialDate(year: 2025, month: 12, day: 1), includesDrafts: false),
      records: records)
  }

  private static let day = PartialDate(year: 2026, month: 1, day: 2)

  private static func read(_ bytes: [UInt8]) -> (edition: Edition?, diagnostics: [Diagnostic]) {
    EditionReader.read(SourceText(path: "a.json", bytes: bytes))
  }

  @Test("an entry that matches nothing in any edition is reported at its place")
  func unknown() {
    let old = Self.edition("a")
    let new = Self.edition(
      "b",
      withdrawals: [
        Withdrawal(.position("reports/march/#gas--north"), date: Self.day, reason: "Wrong."),
        Withdrawal(.position("reports/march/#gas--nroth"), date: Self.day, reason: "Wrong."),
        Withdrawal(.report("june"), date: Self.day, reason: "Invented."),
      ])
    let diagnostics = EditionReader.unknownWithdrawals(in: [old, new]) {
      SourceText(path: $0.name + ".json", bytes: $0.json)
    }
    let printed = DiagnosticPrinter { _ in new.json }.text(DiagnosticPolicy().apply(to: diagnostics))
    #expect(
      printed.contains(
        "warning: no edition has a position at “/reports/march/#gas--nroth” [unknown-withdrawal]"))
    #expect(printed.contains("warning: no edition has a report “june” [unknown-withdrawal]"))
    #expect(diagnostics.count == 2)
    #expect(diagnostics.allSatisfy { $0.place?.path == "b.json" && $0.place?.range != nil })
  }

  @Test("the list is read as it is written")
  func roundTrip() {
    let edition = Self.edition(
      "a",
      withdrawals: [
        Withdrawal(.position("reports/march/#gas--north"), date: Self.day, reason: "Wrong."),
        Withdrawal(.report("may"), date: Self.day, reason: "Invented."),
      ])
    let (read, diagnostics) = Self.read(edition.json)
    #expect(read == edition && diagnostics.isEmpty)
  }

  @Test(
    "a position is named by the address of its cell, in any style",
    arguments: [
      "/reports/march/#gas--north", "reports/march.html#gas--north",
      "https://example.org/a/reports/march/#gas--north",
    ])
  func addresses(_ address: String) {
    #expect(Withdrawal.Subject(address: address) == .position("reports/march/#gas--north"))
  }

  @Test("the address of a page is not that of a position")
  func noAddress() {
    #expect(Withdrawal.Subject(address: "/reports/march/") == nil)
    let text = String(decoding: Self.edition("a").json, as: UTF8.self)
    let entry = #"{"address":"/reports/march/","date":"2026-01-02","reason":"x"}"#
    let bytes = Array((text.dropLast(2) + ",\n\"withdrawn\":[\(entry)]\n}\n").utf8)
    #expect(Self.read(bytes).diagnostics.map(\.message).first?.contains("withdrawn[0].address") == true)
  }

  @Test("an archive leaves what one file withdraws out of all editions and of the memory")
  func archive() {
    let withdrawal = Withdrawal(.position("reports/march/#gas--north"), date: Self.day, reason: "Wrong.")
    let archive = EditionArchive([Self.edition("a"), Self.edition("b", withdrawals: [withdrawal])])
    for edition in archive.editions {
      #expect(edition.positions.count == 5)
      #expect(archive.withdrawn(from: edition).map(\.withdrawal) == [withdrawal])
    }
  }

  @Test("the file loses the records and the texts that only they use; every other line stays")
  func excerpt() throws {
    let source = Self.edition("a").json
    let omissions = EditionOmissions([
      Withdrawal(.position("reports/april/#gas--south"), date: Self.day, reason: ""),
      Withdrawal(.report("may"), date: Self.day, reason: ""),
    ])
    let bytes = try #require(EditionExcerpt.bytes(of: source, without: omissions))
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(!text.contains(Self.invented) && !text.contains("sanctions") && !text.contains("april by south"))
    let (read, diagnostics) = Self.read(bytes)
    #expect(diagnostics.isEmpty && read == Self.edition("a").without(omissions))
    let lines = Set(String(decoding: source, as: UTF8.self).split(separator: "\n").map(Self.plain))
    #expect(text.split(separator: "\n").map(Self.plain).allSatisfy { $0.isEmpty || lines.contains($0) })
    #expect(EditionExcerpt.bytes(of: source, without: EditionOmissions()) == source)
  }

  private static func plain(_ line: Substring) -> String {
    String(line.last == "," ? line.dropLast() : line)
  }
}
