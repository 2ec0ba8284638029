import Content
import Diagnostics
import FileSystem
import Graph
import TestSites
import TestSupport
import Testing

@testable import Workspace

@Suite("A report that reads a sheet")
struct ReportSheetTests {
  private static let report = """
    ---
    title: Talks
    date: 2025-03-05
    ---

    The record of the talks.

    <!-- standpoint: positions from=grid.csv -->

    After the table, [[Nothing]].

    """

  private static let long = """
    Issue,Party,Position,Stance,Date,Source
    Tolls,Red,"No tolls, ever",opposes,2025-02-01,https://example.org/a
    Ports,Red,Open them | all,supports,,
    Tolls,Blue,Tolls for lorries,,,
    Tolls,Red,Tolls are fine,supports,2024-01-01,

    """

  private struct Site {
    let scratch: ScratchFolder
    let folders: SiteFolders
    let files: ContentFiles

    init(_ texts: [String: String]) throws {
      scratch = try ScratchFolder()
      for (path, text) in texts { try scratch.write("Content/" + path, text) }
      folders = try scratch.folders()
      files = ContentFiles(onDisk: folders)
    }

    func inputs() throws -> WorkspaceInputs {
      try WorkspaceInputs.read(
        folders, from: files, switches: [], today: WorkspaceTests.today, includesDrafts: true)
    }

    func workspace() async throws -> Workspace { try await Workspace.load(try inputs(), from: files) }

    func printed(_ workspace: Workspace) -> String {
      let printer = DiagnosticPrinter { path in scratch.text(path).map { Array($0.utf8) } }
      return workspace.diagnostics.sorted { ($0.place ?? Place(path: "")) < ($1.place ?? Place(path: "")) }
        .map { printer.text($0) }.joined()
    }
  }

  private static func positions(_ graph: IssueGraph) -> [String] {
    graph.positions.map { position in
      let file = graph.file(of: position.id)
      return [
        graph.parties[position.party.index].name, graph.issues[position.issue.index].name,
        position.stance?.word ?? "—", position.date?.description ?? "—", graph.text(of: position.id),
        "\(file.path):\(graph.line(of: position.id))", graph.anchor(of: position.id),
      ].joined(separator: " · ")
    }.sorted()
  }

  @Test("has the positions of a sheet with a row for each position, with its dates, stances and lines")
  func longForm() async throws {
    let site = try Site(["reports/a.md": Self.report, "reports/grid.csv": Self.long])
    let workspace = try await site.workspace()
    #expect(
      Self.positions(workspace.graph) == [
        "Blue · Tolls · — · 2025-03-05 · Tolls for lorries · reports/grid.csv:4 · tolls--blue",
        "Red · Ports · Supports · 2025-03-05 · Open them | all · reports/grid.csv:3 · ports--red",
        "Red · Tolls · Opposes · 2025-02-01 · No tolls, ever · reports/grid.csv:2 · tolls--red",
        "Red · Tolls · Supports · 2024-01-01 · Tolls are fine · reports/grid.csv:5 · tolls--red--2",
      ])
    // A place below the table is that of the report.
    #expect(
      site.printed(workspace).contains(
        """
        Content/reports/a.md:10:18: error: unknown name “Nothing” [unknown-name]
          10 | After the table, [[Nothing]].
        """))
    let links = workspace.graph.reports[0].report.header.document.nodes.filter { $0.kind == .link }
    #expect(links.count == 1)
  }

  @Test("cites sources by their keys, in positions and in the column of sources")
  func citations() async throws {
    let sheet = """
      Issue,Party,Position,Source
      Tolls,Red,"No[@law, p. 4]",
      Tolls,Blue,Yes,[@law; @gazette]
      Ports,Red,Open,[@lawe]
      Ports,Blue,No,See [@law]

      """
    let site = try Site([
      "reports/a.md": Self.report.replacing("[[Nothing]]", with: "nothing"), "reports/grid.csv": sheet,
      "sources/law.md": "---\ntitle: The law\n---\n", "sources/gazette.md": "---\ntitle: Gazette\n---\n",
    ])
    let workspace = try await site.workspace()
    let graph = workspace.graph
    let index = EvidenceIndex(graph)
    let sources = graph.positions.map { "\(graph.text(of: $0.id)): \(index.sources(of: $0.id).count)" }
    #expect(sources == ["No: 1", "Yes: 2", "Open[@lawe]: 0", "No: 1"])
    #expect(
      site.printed(workspace).hasPrefix(
        "Content/reports/grid.csv:4:11: error: no source has the key “lawe” [unknown-source]"),
      "\(site.printed(workspace))")
  }

  private static func evidence(_ graph: IssueGraph) -> [String: String] {
    let index = EvidenceIndex(graph)
    return Dictionary(
      uniqueKeysWithValues: graph.positions.map {
        ($0.id.index, graph.anchor(of: $0.id), $0.evidence.text ?? "—", index.sources(of: $0.id).count)
      }.map { ($0.1, "\($0.2), \($0.3)") })
  }

  @Test(
    "has the kinds of evidence of a column, in the words of the site’s language and in English",
    arguments: [
      ("en", "Kind of evidence", "Vote", "own statement; law", "reported by others"),
      ("de", "Grundlage", "Abstimmung", "eigene Aussage, document", "Bericht anderer"),
      ("fr", "Nature de la preuve", "vote", "propre déclaration / document", "rapporté par des tiers"),
      ("uk", "Підстава", "голосування", "власна заява, документ", "за повідомленнями інших"),
      ("es", "Tipo de fuente", "votación", "declaración propia, ley", "según terceros"),
      ("it", "Tipo di prova", "voto", "dichiarazione propria | documento", "riferito da altri"),
      ("pl", "Podstawa", "głosowanie", "własne oświadczenie, dokument", "według relacji innych"),
      ("ar", "السند", "تصويت", "تصريح الطرف نفسه، وثيقة", "نقلًا عن آخرين"),
      ("zh", "依据类型", "表决", "本方表态、文件", "他方转述"),
    ])
  func evidenceColumn(_ language: String, header: String, vote: String, two: String, reported: String)
    async throws
  {
    let sheet = """
      Issue,Party,Position,Date,\(header),Source
      Tolls,Red,"No tolls, ever",2025-02-01,\(vote),https://example.org/a
      Tolls,Blue,Tolls for lorries,,"\(two)",[@law]
      Ports,Red,Open them {as-of=2024},,—,
      Ports,Blue,Close them,,\(reported),

      """
    let site = try Site([
      "site.yml": "language: \(language)\n",
      "reports/a.md": Self.report.replacing("[[Nothing]]", with: "nothing"), "reports/grid.csv": sheet,
      "sources/law.md": "---\ntitle: The law\nevidence: assessment\n---\n",
    ])
    let workspace = try await site.workspace()
    #expect(
      Self.evidence(workspace.graph) == [
        "tolls--red": "vote, 1", "tolls--blue": "own-statement | document, 1", "ports--red": "—, 0",
        "ports--blue": "reported, 0",
      ], "\(site.printed(workspace))")
    #expect(!site.printed(workspace).contains("evidence"), "\(site.printed(workspace))")
    let dates = workspace.graph.positions.map { $0.date?.description }
    #expect(dates.contains("2025-02-01"))
  }

  @Test("reads a column Evidence as kinds where its cells say so, and as sources otherwise")
  func evidenceOrSource() async throws {
    let sheet = """
      Issue,Party,Position,Evidence
      Tolls,Red,No,vote
      Tolls,Blue,Yes,https://example.org/a

      """
    let report = Self.report.replacing("[[Nothing]]", with: "nothing")
    let site = try Site(["reports/a.md": report, "reports/grid.csv": sheet])
    let workspace = try await site.workspace()
    #expect(Self.evidence(workspace.graph) == ["tolls--red": "vote, 0", "tolls--blue": "—, 1"])
    // Beside a column of sources, it holds kinds.
    let both = try Site([
      "reports/a.md": report,
      "reports/grid.csv": sheet.replacing("Evidence", with: "Evidence,Source").replacing(
        "vote", with: "vote,x"),
    ])
    let loaded = try await both.workspace()
    #expect(Self.evidence(loaded.graph) == ["tolls--red": "vote, 1", "tolls--blue": "—, 1"])
    #expect(
      both.printed(loaded).contains(
        "Content/reports/grid.csv:3:1: warning: “https://example.org/a” is not a kind of evidence; the text is kept in the footnote of the position [unread-evidence]"
      ), "\(both.printed(loaded))")
  }

  @Test("has the kinds of evidence of a column in a table of a report")
  func evidenceInTables() async throws {
    let text = """
      # Talks

      | Party | Issue | Position | Source | Evidence |
      |---|---|---|---|---|
      | Red | Tolls | No tolls | [Speech](https://example.org/a) | own statement |
      | Blue | Tolls | [-] Never {as-of=2025-01} | [Speech](https://example.org/b) | vote, act |
      | Red | Ports | Open them {evidence=vote} | | reported |
      | Blue | Ports | Close them | | rumour |

      """
    let site = try Site(["reports/a.md": text])
    let workspace = try await site.workspace()
    #expect(
      Self.evidence(workspace.graph) == [
        "tolls--red": "own-statement, 1", "tolls--blue": "vote | act, 1", "ports--red": "vote, 0",
        "ports--blue": "—, 0",
      ], "\(site.printed(workspace))")
    let dates = workspace.graph.positions.map { $0.date?.description ?? "—" }
    #expect(dates.contains("2025-01"))
    #expect(
      site.printed(workspace).contains(
        "a.md:8:33: warning: “rumour” is not a kind of evidence, so this position has the kinds of its sources [unread-evidence]"
      ), "\(site.printed(workspace))")
  }

  @Test("has the same positions and addresses when the rows of the sheet are sorted")
  func sorted() async throws {
    let rows = Self.long.split(separator: "\n")
    var all: Set<[String]> = []
    for shift in 0..<4 {
      let body = Array(rows.dropFirst())
      let text = ([rows[0]] + body[shift...] + body[..<shift]).joined(separator: "\n")
      let site = try Site(["reports/a.md": Self.report, "reports/grid.csv": text])
      let positions = Self.positions(try await site.workspace().graph)
      all.insert(positions.map { $0.replacing(/grid\.csv:\d/, with: "") })
    }
    #expect(all.count == 1)
  }

  @Test("has the positions of a sheet with a column for each party")
  func wideForm() async throws {
    let sheet = "Issue;Red;Blue\nTolls;[-] Never;\"One; two\"\nPorts;;supports\n"
    let site = try Site([
      "reports/2025/a.md": Self.report.replacing("grid.csv", with: "\"../../data/my grid.csv\""),
      "data/my grid.csv": sheet,
    ])
    #expect(
      Self.positions(try await site.workspace().graph) == [
        "Blue · Ports · Supports · 2025-03-05 · supports · data/my grid.csv:3 · ports--blue",
        "Blue · Tolls · — · 2025-03-05 · One; two · data/my grid.csv:2 · tolls--blue",
        "Red · Tolls · Opposes · 2025-03-05 · Never · data/my grid.csv:2 · tolls--red",
      ])
  }

  @Test("reports problems at the lines of the sheet")
  func diagnostics() async throws {
    let sheet = """
      Issue,Party,Position,Stance,Date
      Tolls,,No party,,
      Tolls,Red,See [[Nowhere]] and <b onclick=x>,,soon
      Tolls,Blue,Yes,perhaps,

      """
    let site = try Site([
      "reports/a.md": Self.report.replacing("[[Nothing]]", with: "nothing"), "reports/grid.csv": sheet,
    ])
    let printed = site.printed(try await site.workspace())
    #expect(
      printed.contains(
        """
        Content/reports/grid.csv:2:1: warning: the row has no party, so it gives no position [sheet-row]
           2 | Tolls,,No party,,
        """), "\(printed)")
    #expect(printed.contains("Content/reports/grid.csv:3:1: warning: “soon” is not a date"), "\(printed)")
    #expect(
      printed.contains("Content/reports/grid.csv:4:1: warning: “perhaps” is not a stance"), "\(printed)")
    #expect(!printed.contains("reports/a.md"), "\(printed)")
  }

  @Test(
    "says why a sheet gives no table",
    arguments: [
      (
        "from=none.csv", "",
        "Content/reports/a.md:8:1: error: the content folder has no file “reports/none.csv”"
      ),
      (
        "from=../../grid.csv", "",
        "Content/reports/a.md:8:1: error: “../../grid.csv” is outside the content folder"
      ),
      (
        "from=/etc/passwd", "", "Content/reports/a.md:8:1: error: “/etc/passwd” is outside the content folder"
      ),
      (
        "from=grid.xlsx", "",
        "Content/reports/a.md:8:1: error: “grid.xlsx” is not a CSV file"
      ),
      ("from=grid.csv", "", "Content/reports/grid.csv: error: the sheet contains no cells"),
      (
        "from=grid.csv", "Issue\nTolls\n",
        "Content/reports/grid.csv:1:1: error: the sheet has only one column"
      ),
      (
        "from=grid.csv", "Issue,Party,Colour\nTolls,Red,red\n",
        "Content/reports/grid.csv:1:1: error: the sheet has columns for issues and parties, but none for positions or stances [unreadable-sheet]"
      ),
      (
        "from=grid.csv", "Issue,Red,Blue\nTolls,\"No,Yes\n",
        "Content/reports/grid.csv:2:7: error: this quotation mark is never closed"
      ),
    ])
  func unreadable(directive: String, sheet: String, message: String) async throws {
    let site = try Site([
      "reports/a.md": Self.report.replacing("from=grid.csv", with: directive)
        .replacing("[[Nothing]]", with: "nothing"),
      "reports/grid.csv": sheet,
    ])
    let workspace = try await site.workspace()
    #expect(site.printed(workspace).contains(message), "\(site.printed(workspace))")
    #expect(workspace.graph.positions.isEmpty)
    #expect(!site.printed(workspace).contains("unattached"), "\(site.printed(workspace))")
  }

  @Test("names the encoding of a sheet that is not UTF-8")
  func encoding() async throws {
    let site = try Site(["reports/a.md": Self.report])
    try site.scratch.write(
      "Content/reports/grid.csv", bytes: Array("Issue,Red,Bl".utf8) + [0xFC] + Array("\nTolls,Yes,No\n".utf8))
    let workspace = try await site.workspace()
    let found = workspace.diagnostics.filter { $0.place?.path == "Content/reports/grid.csv" }
    #expect(found.map(\.id) == [.invalidUTF8])
  }

  @Test("is not read where a directive is shown as code, or stands in a list")
  func elsewhere() async throws {
    let text =
      "```\n<!-- standpoint: positions from=grid.csv -->\n```\n\n- x\n\n  <!-- standpoint: positions from=grid.csv -->\n"
    let site = try Site(["reports/a.md": text, "reports/grid.csv": Self.long])
    let workspace = try await site.workspace()
    #expect(workspace.graph.positions.isEmpty)
    #expect(site.printed(workspace).contains("a sheet cannot be read inside a list"))
  }

  @Test("follows its sheet: a change, a deletion and a new sheet")
  func changes() async throws {
    let site = try Site(["reports/a.md": Self.report, "reports/b.md": "# B\n", "reports/grid.csv": Self.long])
    var workspace = try await site.workspace()
    try site.scratch.write("Content/reports/grid.csv", Self.long + "Tolls,Green,Perhaps,,,\n")
    #expect(workspace.reads("reports/grid.csv") && !workspace.isSource("reports/grid.csv"))
    workspace = try await workspace.updating(["reports/grid.csv"], from: site.files).workspace
    #expect(workspace.graph.parties.map(\.name).contains("Green"))
    try site.scratch.write("Content/reports/grid.csv", Self.long)
    workspace = try await workspace.updating(to: try site.inputs(), from: site.files)
    #expect(!workspace.graph.parties.map(\.name).contains("Green"))
    try site.scratch.write("Content/reports/a.md", Self.report.replacing("grid.csv", with: "other.csv"))
    workspace = try await workspace.updating(["reports/a.md"], from: site.files).workspace
    #expect(workspace.graph.positions.isEmpty && !workspace.reads("reports/grid.csv"))
    try site.scratch.write("Content/reports/other.csv", Self.long)
    workspace = try await workspace.updating(to: try site.inputs(), from: site.files)
    #expect(workspace.graph.positions.count == 4)
  }

  @Test("with a row for each position is read as the comparison that it means")
  func rowPerPosition() async throws {
    let text = """
      ---
      date: 2025-03-05
      ---

      # Talks

      | Party | Issue | Position | Stance | Date | Source |
      |---|---|---|---|---|---|
      | Red | Tolls | No **tolls**, \\| ever | opposes | 2025-02-01 | [Speech](https://example.org/a) |
      | Blue | Tolls | Tolls for [[Ports]] | | | |
      | Red | Ports | [++] Open them{as-of=2025-01} | | | [^n] |
      | Red | Tolls | Tolls are fine | supports | 2024 | |
      | | Ports | Nobody | | | |

      After it, [[Nothing]].

      | Issue | Country | Score |
      |---|---|---|
      | Tolls | Red | 3 |

      [^n]: A note.

      """
    let site = try Site(["reports/a.md": text])
    let workspace = try await site.workspace()
    let printed = site.printed(workspace)
    #expect(
      Self.positions(workspace.graph) == [
        "Blue · Tolls · — · 2025-03-05 · Tolls for Ports · reports/a.md:10 · tolls--blue",
        "Red · Ports · Champions · 2025-01 · Open them · reports/a.md:11 · ports--red",
        "Red · Tolls · Opposes · 2025-02-01 · No tolls, | ever · reports/a.md:9 · tolls--red",
        "Red · Tolls · Supports · 2024 · Tolls are fine · reports/a.md:12 · tolls--red--2",
      ], "\(printed)")
    #expect(
      printed.contains("a.md:13:1: warning: the row has no party, so it gives no position"), "\(printed)")
    #expect(printed.contains("a.md:15:11: error: unknown name “Nothing”"), "\(printed)")
    #expect(workspace.graph.parties.map(\.name).sorted() == ["Blue", "Red"])
    let plain = text.replacing("| Party | Issue", with: "<!-- standpoint: plain -->\n| Party | Issue")
    #expect(try await Site(["reports/a.md": plain]).workspace().graph.positions.isEmpty)
  }

  @Test(
    "with a row for each position is read in its language",
    arguments: [
      ("de", "Thema | Partei | Position"), ("fr", "Question | Parti | Position"),
      ("uk", "Питання | Сторона | Позиція"), ("es", "Tema | Partido | Posición"),
      ("it", "Tema | Partito | Posizione"), ("pl", "Temat | Partia | Stanowisko"),
      ("zh", "议题 | 政党 | 立场"), ("ar", "القضية | الحزب | الموقف"),
    ])
  func rowPerPositionInLanguages(language: String, header: String) async throws {
    let site = try Site([
      "site.yml": "language: \(language)\n",
      "reports/a.md": "| \(header) |\n|---|---|---|\n| Tolls | Red | No tolls at all |\n",
    ])
    #expect(try await site.workspace().graph.positions.count == 1)
  }
}
