import Content
import Editions
import FileSystem
import Graph
import Site

/// The positions of a site as an SQLite database: tables with foreign keys, a full-text index, and views of moves and standings.
/// Datasette and other programs can open it.
///
/// `Guide/exports.md` describes the schema. A change to it raises `version`; state it in the changelog with its reason.
package struct SQLiteFile {
  /// The version of the schema, which the database has as its `user_version`.
  package static let version = 4

  private let record: RecordHistory
  private var graph: IssueGraph { record.graph }

  package init(_ record: RecordHistory) { self.record = record }

  /// The bytes of the database. Throws if there is no place for temporary files.
  package func bytes() async throws(EnvironmentError) -> [UInt8] {
    try await TemporaryDirectory.with { (folder) async throws(EnvironmentError) in
      let path = folder.appending("positions.sqlite")
      do {
        try write(to: path.text)
      } catch {
        throw EnvironmentError("cannot write the database: \(error)")
      }
      return try FileReader.readAll(path)
    }
  }

  private func write(to path: String) throws(DatabaseError) {
    let database = try Database(path: path)
    try database.write { () throws(DatabaseError) in
      try database.execute(Self.schema)
      try insertSubjects(into: database)
      let remembered = try insertPositions(into: database)
      try insertSources(of: remembered, into: database)
      try insertMoves(into: database)
      try database.execute("INSERT INTO positions_fts (positions_fts) VALUES ('rebuild')")
      try database.execute("PRAGMA user_version = \(Self.version)")
    }
    try database.execute("VACUUM")
  }

  private func way(_ address: String) -> String { graph.settings.addresses.way(to: address) }

  /// Identifiers of rows are the places in the graph, counted from 1.
  private func insertSubjects(into database: Database) throws(DatabaseError) {
    let newReport = try database.statement("INSERT INTO reports VALUES (?, ?, ?, ?, ?)")
    for report in graph.reports {
      try newReport.execute([
        report.id.index + 1, report.slug, report.report.header.title, report.report.date?.description,
        way(report.address),
      ])
    }
    let newIssue = try database.statement("INSERT INTO issues VALUES (?, ?, ?, ?, ?)")
    for issue in graph.issues {
      try newIssue.execute([
        issue.id.index + 1, issue.slug, issue.name, issue.file?.proposition, way(issue.address),
      ])
    }
    let newParty = try database.statement("INSERT INTO parties VALUES (?, ?, ?, ?, NULL, NULL)")
    for party in graph.parties {
      try newParty.execute([party.id.index + 1, party.slug, party.name, way(party.address)])
    }
    let links = try database.statement("UPDATE parties SET acts_for = ?, succeeds = ? WHERE id = ?")
    for party in graph.parties {
      try links.execute([
        party.actsFor.map { $0.index + 1 }, party.predecessor.map { $0.index + 1 }, party.id.index + 1,
      ])
    }
  }

  /// A position that editions remember, with its row in the table of positions.
  private struct RememberedRow {
    let id: Int
    let position: RememberedPosition
  }

  /// - Returns: those that editions remember.
  private func insertPositions(into database: Database) throws(DatabaseError) -> [RememberedRow] {
    let names = PositionTable.columnNames
    let own = names.filter { !Self.namesOfSubjects.contains($0) }
    let columns = own.map { "\"\($0 == "position" ? "address" : $0)\"" }.joined(separator: ", ")
    let marks = own.map { _ in ", ?" }.joined()
    let statement = try database.statement(
      "INSERT INTO positions (id, issue_id, party_id, report_id, stands, \(columns)) VALUES (?, ?, ?, ?, ?\(marks))"
    )
    let passages = try database.statement("INSERT INTO verbatim VALUES (?, ?, ?)")
    let kinds = try database.statement("INSERT INTO position_evidence VALUES (?, ?)")
    var id = 0
    var remembered: [RememberedRow] = []
    try PositionTable.forEachRow(of: record) { (row) throws(DatabaseError) in
      id += 1
      var values: [(any DatabaseValue)?] = [
        id, row.issue.index + 1, row.party.index + 1, row.report.map { $0.index + 1 }, row.stands,
      ]
      for (name, text) in zip(names, row.texts) where own.contains(name) {
        let value: (any DatabaseValue)? = Self.numbers.contains(name) ? Int(text) : text
        values.append(text.isEmpty ? nil : value)
      }
      try statement.execute(values)
      var own: [String] = []
      let evidence: EvidenceKinds
      switch row.position {
      case .present(let position):
        own = graph.verbatim(of: position)
        evidence = graph.positions[position.index].evidence
      case .remembered(let position):
        own = record.verbatim(of: position)
        evidence = position.position.evidence
        remembered.append(RememberedRow(id: id, position: position))
      }
      for (number, text) in own.enumerated() { try passages.execute([id, number + 1, text]) }
      for kind in evidence.all { try kinds.execute([id, kind.rawValue]) }
    }
    return remembered
  }

  /// Columns of `positions.csv` that tables of their own have.
  private static let namesOfSubjects: Set<String> = [
    "issue", "issue_slug", "party", "party_slug", "report", "report_slug",
  ]
  private static let numbers: Set<String> = ["stance_value", "row", "column"]

  private func insertSources(of remembered: [RememberedRow], into database: Database) throws(DatabaseError) {
    let index = EvidenceIndex(graph)
    let newEntry = try database.statement("INSERT INTO sources VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")
    let newAddress = try database.statement("INSERT INTO sources (id, url) VALUES (?, ?)")
    let newLink = try database.statement("INSERT INTO position_sources VALUES (?, ?)")
    var ids: [SourceIdentity: Int] = [:]
    for entry in graph.settings.sources.entries {
      ids[.entry(entry.key)] = ids.count + 1
      try newEntry.execute([
        ids.count, entry.key, entry.title, entry.publisher, entry.date?.description, entry.url,
        entry.archive, entry.evidence?.rawValue, entry.licence,
      ])
    }
    func add(_ source: SourceIdentity, _ address: String) throws(DatabaseError) {
      guard ids[source] == nil else { return }
      ids[source] = ids.count + 1
      try newAddress.execute([ids.count, address])
    }
    func link(_ position: Int, to sources: [SourceIdentity]) throws(DatabaseError) {
      for id in sources.compactMap({ ids[$0] }) { try newLink.execute([position, id]) }
    }
    for position in graph.positions {
      for (source, address, _) in index.links(of: position) { try add(source, address) }
    }
    for position in graph.positions {
      try link(position.id.index + 1, to: index.sources(of: position.id))
    }
    for row in remembered {
      var sources: [SourceIdentity] = []
      for address in Self.addresses(of: row.position) {
        let source = SourceIdentity(address: address, in: graph.settings.sources)
        try add(source, address)
        if !sources.contains(source) { sources.append(source) }
      }
      try link(row.id, to: sources)
    }
  }

  /// The sources of a position that are addresses; an edition holds footnotes as texts.
  private static func addresses(of position: RememberedPosition) -> [String] {
    (position.position.sources ?? []).filter { $0.contains("://") && !$0.contains(where: \.isWhitespace) }
  }

  private func insertMoves(into database: Database) throws(DatabaseError) {
    let newMove = try database.statement(
      "INSERT INTO recorded_moves (issue_id, party_id, date, direction, \"from\", \"to\") VALUES (?, ?, ?, ?, ?, ?)"
    )
    for move in MoveList(record).moves {
      try newMove.execute([
        move.issue.index + 1, move.party.index + 1, move.date.description, move.direction.rawValue,
        stances(move.before), stances(move.after),
      ])
    }
  }

  /// The words of different stances; nil without any.
  private func stances(_ positions: [RecordedPosition]) -> String? {
    var words: [String] = []
    for word in positions.compactMap({ record.stance(of: $0)?.word }) where !words.contains(word) {
      words.append(word)
    }
    return words.isEmpty ? nil : words.joined(separator: ", ")
  }
}

extension SQLiteFile {
  /// The statements that make the tables, the index and the views.
  package static let schema = """
    CREATE TABLE reports (
      id INTEGER PRIMARY KEY, slug TEXT NOT NULL UNIQUE, title TEXT NOT NULL, date TEXT, address TEXT NOT NULL);
    CREATE TABLE issues (
      id INTEGER PRIMARY KEY, slug TEXT NOT NULL UNIQUE, name TEXT NOT NULL, proposition TEXT,
      address TEXT NOT NULL);
    CREATE TABLE parties (
      id INTEGER PRIMARY KEY, slug TEXT NOT NULL UNIQUE, name TEXT NOT NULL, address TEXT NOT NULL,
      acts_for INTEGER REFERENCES parties (id), succeeds INTEGER REFERENCES parties (id));
    CREATE TABLE sources (
      id INTEGER PRIMARY KEY, "key" TEXT UNIQUE, title TEXT, publisher TEXT, date TEXT, url TEXT, archive TEXT,
      evidence TEXT, licence TEXT);
    CREATE TABLE positions (
      id INTEGER PRIMARY KEY, address TEXT NOT NULL UNIQUE,
      issue_id INTEGER NOT NULL REFERENCES issues (id), party_id INTEGER NOT NULL REFERENCES parties (id),
      report_id INTEGER REFERENCES reports (id), date TEXT, date_origin TEXT NOT NULL, stance TEXT,
      stance_value INTEGER, text TEXT, verbatim TEXT, evidence TEXT, comparison TEXT, "row" INTEGER,
      "column" INTEGER, sources TEXT, status TEXT NOT NULL, held_until TEXT, since TEXT, last_confirmed TEXT,
      proposition TEXT, edition TEXT, stands INTEGER NOT NULL);
    CREATE INDEX positions_of_issue ON positions (issue_id, party_id);
    CREATE INDEX positions_of_party ON positions (party_id);
    CREATE INDEX positions_of_report ON positions (report_id);
    CREATE TABLE verbatim (
      position_id INTEGER NOT NULL REFERENCES positions (id), number INTEGER NOT NULL, text TEXT NOT NULL,
      PRIMARY KEY (position_id, number));
    CREATE TABLE position_evidence (
      position_id INTEGER NOT NULL REFERENCES positions (id), kind TEXT NOT NULL,
      PRIMARY KEY (position_id, kind));
    CREATE INDEX positions_of_evidence ON position_evidence (kind);
    CREATE TABLE position_sources (
      position_id INTEGER NOT NULL REFERENCES positions (id), source_id INTEGER NOT NULL REFERENCES sources (id),
      PRIMARY KEY (position_id, source_id));
    CREATE INDEX positions_of_source ON position_sources (source_id);
    CREATE TABLE recorded_moves (
      id INTEGER PRIMARY KEY, issue_id INTEGER NOT NULL REFERENCES issues (id),
      party_id INTEGER NOT NULL REFERENCES parties (id), date TEXT NOT NULL, direction TEXT NOT NULL,
      "from" TEXT, "to" TEXT);
    CREATE VIRTUAL TABLE positions_fts USING fts5 (text, content='positions', content_rowid='id');
    CREATE VIEW standings AS
      SELECT issues.name AS issue, parties.name AS party, positions.stance, positions.stance_value,
        positions.text, positions.date, positions.since, positions.last_confirmed, positions.status,
        positions.held_until, positions.evidence, positions.address, positions.id AS position_id
      FROM positions JOIN issues ON issues.id = positions.issue_id
        JOIN parties ON parties.id = positions.party_id
      WHERE positions.stands;
    CREATE VIEW moves AS
      SELECT recorded_moves.date, issues.name AS issue, parties.name AS party, recorded_moves.direction,
        recorded_moves."from", recorded_moves."to"
      FROM recorded_moves JOIN issues ON issues.id = recorded_moves.issue_id
        JOIN parties ON parties.id = recorded_moves.party_id;
    """
}
