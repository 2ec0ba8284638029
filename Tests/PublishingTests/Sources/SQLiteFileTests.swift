import Content
import Editions
import FileSystem
import Foundation
import Graph
import TestSupport
import Testing
import Workspace

@testable import Publishing

@Suite("The SQLite database") struct SQLiteFileTests {
  /// Runs SQL on the database of a site with `sqlite3`; the lines of its output.
  ///
  /// - Parameters:
  ///   - edition: what a cell of Blue said when an edition was made; nil: there is none.
  ///   - now: what it says now.
  private static func answers(
    _ sql: [String], edition: String? = nil, now: String = ""
  ) async throws -> [String] {
    let root = FileManager.default.temporaryDirectory.appending(path: "sqlite-\(UUID().uuidString)")
    let reports = root.appending(path: "Content/reports")
    try FileManager.default.createDirectory(at: reports, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: root) }
    let files = [
      "a.md":
        "---\ndate: 2024-01-02\n---\n\n| Issue | Red | Blue |\n|---|---|---|\n| Tolls | [+] Yes, “never again and never more”[x](https://example.org/x) | [-] No {evidence=vote,act} |\n",
      "b.md":
        "---\ndate: 2025-01-02\n---\n\n| Issue | Red | Blue |\n|---|---|---|\n| Tolls | [--] It’s over [y](http://example.org/x/) | |\n",
    ]
    for (name, text) in files { try Data(text.utf8).write(to: reports.appending(path: name)) }
    let folders = try SiteFolders(SiteFolders.Arguments(site: root.path))
    if let edition {
      let table = reports.appending(path: "c.md")
      func write(_ cell: String) throws {
        try Data(
          "---\ndate: 2025-03-02\nupdated: 2025-06-30\n---\n\n| Issue | Red | Blue |\n|---|---|---|\n| Fees | | \(cell) |\n"
            .utf8
        ).write(to: table)
      }
      try write(edition)
      let day = PartialDate(year: 2025, month: 4, day: 1)
      let winter = Edition(
        freezing: try await SitePipeline(folders).graph().graph, name: "winter", date: day,
        origin: Edition.Origin(made: day, includesDrafts: false))
      try FileManager.default.createDirectory(
        at: root.appending(path: "Content/editions"), withIntermediateDirectories: true)
      try Data(winter.json).write(to: root.appending(path: "Content/editions/winter.json"))
      try write(now)
    }
    let graphed = try await SitePipeline(folders).graph()
    let file = root.appending(path: "a.sqlite")
    try await Data(SQLiteFile(graphed.record(in: folders)).bytes()).write(to: file)
    let sqlite = ExternalProgram(name: "sqlite3", package: "sqlite3", purpose: "reads databases")
    let output = try await sqlite.run([file.path] + sql, in: DiskPath("/"))
    return String(decoding: output, as: UTF8.self).split(separator: "\n").map(String.init)
  }

  @Test(
    "has the positions, standings and moves of the site, an index, and sound foreign keys",
    .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/sqlite3"), "it needs sqlite3"))
  func contents() async throws {
    let answers = try await Self.answers([
      "PRAGMA user_version", "PRAGMA integrity_check", "PRAGMA foreign_key_check",
      "SELECT issue, party, stance FROM standings ORDER BY party",
      "SELECT date, party, direction, \"from\", \"to\" FROM moves",
      "SELECT address FROM positions WHERE id IN (SELECT rowid FROM positions_fts WHERE positions_fts MATCH 'over')",
      "SELECT text FROM verbatim", "SELECT kind FROM position_evidence ORDER BY kind",
      "SELECT evidence FROM positions WHERE evidence IS NOT NULL",
      "SELECT count(*), count(DISTINCT source_id) FROM position_sources",
      "SELECT group_concat(name) FROM pragma_table_info('positions')",
      "SELECT group_concat(name) FROM pragma_table_info('standings')",
    ])
    #expect(
      answers == [
        "4", "ok", "Tolls|Blue|Opposes", "Tolls|Red|Red line", "2025-01-02|Red|reversed|Supports|Red line",
        "reports/b/#tolls--red", "never again and never more", "act", "vote", "vote | act", "2|1",
        "id,address,issue_id,party_id,report_id,date,date_origin,stance,stance_value,text,verbatim,evidence,comparison,row,column,sources,status,held_until,since,last_confirmed,proposition,edition,stands",
        "issue,party,stance,stance_value,text,date,since,last_confirmed,status,held_until,evidence,address,position_id",
      ])
  }

  @Test(
    "has what editions remember, with their edition and their sources",
    .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/sqlite3"), "it needs sqlite3"))
  func remembered() async throws {
    let answers = try await Self.answers(
      [
        "PRAGMA integrity_check", "PRAGMA foreign_key_check",
        "SELECT text, status, edition, report_id IS NULL, \"row\" IS NULL, since FROM positions WHERE status = 'remembered'",
        "SELECT count(*) FROM positions WHERE status != 'remembered' AND edition IS NOT NULL",
        "SELECT text FROM positions WHERE id IN (SELECT rowid FROM positions_fts WHERE positions_fts MATCH 'never')",
        "SELECT sources.url FROM positions JOIN position_sources ON position_id = positions.id JOIN sources ON sources.id = source_id WHERE status = 'remembered'",
        "SELECT kind FROM position_evidence JOIN positions ON id = position_id WHERE status = 'remembered'",
        "SELECT direction, \"from\", \"to\" FROM moves WHERE party = 'Blue'",
      ], edition: "[--] Blue then [s](https://example.org/blue) {evidence=document}",
      now: "[+] Blue now {as-of=2025-06-01}")
    #expect(
      answers == [
        "ok", "Blue then s|remembered|winter|0|1|", "0", "Yes, “never again and never more”x",
        "https://example.org/blue", "document", "reversed|Red line|Supports",
      ])
  }

  @Test(
    "has among the standings what only silence has replaced in its cell",
    .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/sqlite3"), "it needs sqlite3"))
  func silenced() async throws {
    let answers = try await Self.answers(
      [
        "SELECT party, stance, text, since FROM standings WHERE issue = 'Fees'",
        "SELECT count(*) FROM standings",
      ], edition: "[--] Never", now: "not discussed {as-of=2025-06-01}")
    #expect(answers == ["Blue|Red line|Never|2025-03-02", "3"])
  }

  @Test("has these tables and columns; a change raises the version and stands in the changelog")
  func schema() {
    #expect(SQLiteFile.version == 4)
    let names = SQLiteFile.schema.matches(of: /CREATE (?:VIRTUAL )?(?:TABLE|VIEW) ([a-z_]+)/).map {
      String($0.1)
    }
    #expect(
      names == [
        "reports", "issues", "parties", "sources", "positions", "verbatim", "position_evidence",
        "position_sources",
        "recorded_moves", "positions_fts", "standings", "moves",
      ])
  }
}
