import Content
import Editions
import Foundation
import Graph
import Testing

@testable import Site

/// The columns and keys of everything that other programs read. Whoever changes one of these lists breaks these programs: the
/// change has to stand in the changelog with its reason, and the version of a schema that has one has to be raised.
@Suite("Public schemas") struct PublicSchemaTests {
  private static let record = RecordHistory(ExportedSite.graph())

  @Test("positions.csv has these columns") func table() {
    #expect(
      PositionTable.columns.map(\.name) == [
        "position", "issue", "issue_slug", "party", "party_slug", "report", "report_slug", "date",
        "date_origin", "stance", "stance_value", "text", "verbatim", "evidence", "comparison", "row",
        "column",
        "sources", "status", "held_until", "since", "last_confirmed", "proposition", "edition",
      ])
  }

  @Test("the page of data explains every column") func explained() throws {
    let template = String(decoding: try #require(Theme.builtIn["data.mustache"]), as: UTF8.self)
    let explained = template.matches(of: /<code>([a-z_]+)<\/code><\/th><td>{{word\.column-([a-z-]+)}}/).map {
      (String($0.1), String($0.2))
    }
    #expect(explained.map(\.0) == PositionTable.columns.map(\.name))
    #expect(explained.allSatisfy { $0.0.replacing("_", with: "-") == $0.1 })
    for file in ExportFormat.files { #expect(template.contains("{{root}}\(file.path)\""), "\(file.path)") }
  }

  private static let subjectKeys: Set<String> = Set(
    ["schema", "version", "site", "base_url", "language", "licence", "reports", "standings", "positions"]
      + ["address", "title", "date", "date_origin"].map { "reports." + $0 }
      + ["stance", "stance_value", "since", "last_confirmed", "held_until", "positions"].map {
        "standings." + $0
      })
  /// The keys that every position of the site has.
  private static let positionKeys: Set<String> = ["report", "text"]
  /// Those that some of them have, besides the columns of positions.csv.
  private static let ownKeys: Set<String> = ["report", "anchor"]

  /// The keys of a file without those of names, and the keys of its positions, which may lack some.
  private static func parts(_ bytes: [UInt8], names: String) throws -> (Set<String>, positions: Set<String>) {
    let keys = try keys(bytes).filter { !$0.hasPrefix(names + ".") }
    let positions = keys.filter { $0.hasPrefix("positions.") }
    return (keys.subtracting(positions), Set(positions.map { String($0.dropFirst(10)) }))
  }

  @Test("the file of an issue has these keys, and the same values as positions.csv") func issue() throws {
    let issue = try #require(
      Self.record.graph.issues.first { Self.record.graph.positionsOfIssue[$0.id].count > 1 })
    let bytes = SubjectFile(Self.record).bytes(of: issue.id)
    let own = [
      "parties", "standings.party_slug", "issue", "issue.name", "issue.slug", "issue.address",
      "issue.aliases",
      "issue.proposition",
    ]
    #expect(SubjectFile.version == 4)
    let keys = try Self.parts(bytes, names: "parties")
    #expect(keys.0 == Self.subjectKeys.union(own))
    let columns = Set(PositionTable.columnNames).subtracting(["issue", "issue_slug", "party"])
    #expect(keys.positions.isSubset(of: columns.union(Self.ownKeys)))
    #expect(keys.positions.isSuperset(of: Self.positionKeys.union(["party_slug"])))
    let object = try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
    let found = try Self.positions(object, of: issue)
    var rows: [[String]] = []
    PositionTable.forEachRow(of: Self.record) { if $0.texts[2] == issue.slug { rows.append($0.texts) } }
    #expect(found.count == rows.count)
    // The address of a cell leads to its place in the table, which stands in the CSV file alone.
    let places: Set = ["comparison", "row", "column"]
    for row in rows {
      let position = try #require(found.first { $0["position"] as? String == row[0] })
      for (column, text) in zip(PositionTable.columns, row) where !places.contains(column.name) {
        let value = position[column.name]
        let shown =
          (value as? [String])?.joined(separator: PositionTable.separator) ?? (value as? String)
          ?? (value as? Int).map(String.init) ?? ""
        #expect(shown == text, "\(column.name) of \(row[0])")
      }
    }
    try Self.checkStandings(object, found)
  }

  /// The positions of the file of an issue with the columns of positions.csv, as the guide explains how to get them.
  private static func positions(_ object: [String: Any], of issue: Graph.Issue) throws -> [[String: Any]] {
    let reports = try #require(object["reports"] as? [[String: Any]])
    let parties = try #require(object["parties"] as? [String: String])
    return try #require(object["positions"] as? [[String: Any]]).map { position in
      var position = position
      let party = try #require(position["party_slug"] as? String)
      (position["issue"], position["issue_slug"], position["party"]) = (
        issue.name, issue.slug, parties[party]
      )
      guard let place = position["report"] as? Int else { return position }
      let report = reports[place]
      let address = try #require(report["address"] as? String)
      let anchor = position["anchor"] as? String ?? issue.slug + "--" + party
      position["position"] = address + "#" + anchor
      position["report"] = report["title"]
      position["report_slug"] = address.split(separator: "/").last.map(String.init)
      position["status"] = position["status"] ?? "superseded"
      if position["date_origin"] == nil {
        (position["date"], position["date_origin"]) = (report["date"], report["date_origin"])
      }
      return position
    }
  }

  /// Standings name the positions of their party.
  private static func checkStandings(_ object: [String: Any], _ positions: [[String: Any]]) throws {
    let standings = try #require(object["standings"] as? [[String: Any]])
    #expect(!standings.isEmpty)
    for standing in standings {
      let places = try #require(standing["positions"] as? [Int])
      #expect(!places.isEmpty)
      for place in places {
        #expect(positions[place]["party_slug"] as? String == standing["party_slug"] as? String)
        #expect(["current", "held-until", "remembered"].contains(positions[place]["status"] as? String))
      }
    }
  }

  @Test("the file of a party has these keys") func party() throws {
    let party = try #require(
      Self.record.graph.parties.first { !Self.record.graph.positionsOfParty[$0.id].isEmpty })
    let own = [
      "issues", "standings.issue_slug", "party", "party.name", "party.slug", "party.address", "party.aliases",
    ]
    let keys = try Self.parts(SubjectFile(Self.record).bytes(of: party.id), names: "issues")
    #expect(keys.0 == Self.subjectKeys.union(own))
    #expect(keys.positions.isSuperset(of: Self.positionKeys.union(["issue_slug"])))
  }

  @Test("datapackage.json has these keys") func package() throws {
    let keys = try Self.keys(DataPackage.file.bytes(Self.record))
    #expect(
      keys.subtracting([
        "description", "homepage", "licenses", "licenses.name", "licenses.title", "licenses.path",
      ])
        == [
          "profile", "name", "title", "created", "resources", "resources.profile", "resources.name",
          "resources.path", "resources.title", "resources.description", "resources.format",
          "resources.mediatype", "resources.encoding", "resources.schema", "resources.schema.fields",
          "resources.schema.fields.name", "resources.schema.fields.title", "resources.schema.fields.type",
          "resources.schema.fields.description", "resources.schema.fields.constraints",
          "resources.schema.fields.constraints.required", "resources.schema.primaryKey",
          "resources.schema.missingValues",
        ])
  }

  @Test("positions.csv-metadata.json has these keys, and the columns of the table") func metadata() throws {
    let file = try #require(ExportFormat.files.first { $0.path == "positions.csv-metadata.json" })
    let bytes = file.bytes(Self.record)
    #expect(
      try Self.keys(bytes) == [
        "@context", "@context.@language", "url", "dc:title", "dc:description", "dialect", "dialect.encoding",
        "dialect.header", "tableSchema", "tableSchema.columns", "tableSchema.columns.name",
        "tableSchema.columns.titles", "tableSchema.columns.dc:description", "tableSchema.columns.datatype",
        "tableSchema.columns.required", "tableSchema.columns.separator", "tableSchema.primaryKey",
        "tableSchema.aboutUrl",
      ])
    let object = try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
    let schema = try #require(object["tableSchema"] as? [String: Any])
    let columns = try #require(schema["columns"] as? [[String: Any]])
    #expect(columns.map { $0["name"] as? String } == PositionTable.columns.map(\.name))
    #expect(
      columns.filter { $0["separator"] != nil }.map { $0["name"] as? String } == [
        "verbatim", "evidence", "sources",
      ])
  }

  @Test("editions have these keys, and version 2") func edition() throws {
    let bytes = Self.fullEdition.json
    let object = try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
    #expect(object["version"] as? Int == 2)
    let keys = try Self.keys(bytes)
    let dated = ["date", "origin", "until"]
    let records: [(name: String, keys: [String])] = [
      ("reports", ["slug", "path", "title", "date", "updated", "redirects"]),
      ("withheld", ["path", "slug", "reason", "redirects"]),
      (
        "issues",
        ["slug", "name", "aliases", "proposition", "earlier-propositions"]
          + ["until", "text", "same-meaning"].map { "earlier-propositions." + $0 }
      ),
      (
        "parties",
        ["slug", "name", "aliases", "acts-for", "succeeds", "member-of", "from", "to"]
          + ["party", "from", "to"].map { "member-of." + $0 }
      ),
      ("tables", ["report", "anchor", "kind"]),
      ("texts", ["key", "text"]),
      (
        "positions",
        [
          "issue", "party", "report", "ordinal", "stance", "anchor", "text", "text.same", "sources",
          "sources.same",
        ]
          + ["evidence"] + dated
      ),
      ("silent", ["issue", "party", "report"] + dated),
      ("corrections", ["report", "date", "note", "issue", "party"]),
      ("withdrawn", ["address", "report", "date", "reason"]),
    ]
    let named = records.flatMap { record in [record.name] + record.keys.map { record.name + "." + $0 } }
    #expect(keys == Set(["standpoint", "version", "name", "date", "made", "drafts"] + named))
  }

  /// An edition with everything that one can hold.
  private static let fullEdition: Edition = {
    let day = PartialDate(year: 2025, month: 3, day: 2)
    let text = String(repeating: "A long text that two cells share. ", count: 4)
    var records = Edition.Records()
    records.reports = [
      FrozenReport(slug: "a", path: "reports/a.md", title: "A", date: day, updated: day, redirects: ["old"])
    ]
    records.withheld = [
      FrozenWithheldReport(path: "b.md", slug: "b", reason: "a draft", redirects: ["older"])
    ]
    records.issues = [
      FrozenIssue(
        slug: "i", name: "I", aliases: ["J"], proposition: "It is.",
        earlierPropositions: [EarlierProposition(until: day, text: "It was.", hasSameMeaning: true)])
    ]
    records.parties = [
      FrozenParty(
        slug: "p", name: "P", aliases: [], actsFor: "q", succeeds: "q",
        memberships: [FrozenMembership(bloc: "q", period: Period(from: day, to: day))], from: day, to: day),
      FrozenParty(slug: "q", name: "Q", aliases: [], actsFor: nil),
    ]
    records.tables = [FrozenTable(report: "a", anchor: "table-1", kind: .positions)]
    let dating = FrozenDate(PartialDate(year: 2025), origin: .cell, until: day)
    records.positions = ["p", "q"].map { party in
      FrozenPosition(
        issue: "i", party: party, report: "a", ordinal: party == "p" ? 1 : 2, text: text, stance: .supports,
        dating: dating, anchor: party == "p" ? "i--p" : "own", sources: [text, "https://example.org"],
        evidence: [.vote])
    }
    records.silentCells = [FrozenSilentCell(issue: "i", party: "p", report: "a", dating: dating)]
    records.corrections = [FrozenCorrection(report: "a", date: day, note: "N", issue: "i", party: "p")]
    records.withdrawals = [
      Withdrawal(.report("a"), date: day, reason: "R"),
      Withdrawal(.position("/reports/a/#i--p"), date: day, reason: "R"),
    ]
    return Edition(
      name: "full", date: day, origin: Edition.Origin(made: day, includesDrafts: false), records: records)
  }()

  /// The keys of all objects, with those around them, such as `resources.name`. Identifiers of nodes are `*`.
  private static func keys(_ bytes: [UInt8]) throws -> Set<String> {
    var keys: Set<String> = []
    func add(_ value: Any, _ prefix: String) {
      if let list = value as? [Any] { for element in list { add(element, prefix) } }
      guard let object = value as? [String: Any] else { return }
      for (key, inner) in object {
        let path = prefix == "graph.nodes." ? prefix + "*" : prefix + key
        keys.insert(path)
        add(inner, path + ".")
      }
    }
    add(try JSONSerialization.jsonObject(with: Data(bytes)), "")
    return keys
  }

  @Test("graph.json has these keys") func graph() throws {
    let keys = try Self.keys(ExportFormat.jsonGraph.file.bytes(Self.record))
    let metadata = ["kind", "date", "date-origin", "stance", "stance-value", "status", "proposition"]
      .map { "graph.nodes.*.metadata." + $0 }
    let known = Set(
      [
        "graph", "graph.directed", "graph.type", "graph.label", "graph.nodes", "graph.nodes.*",
        "graph.nodes.*.label",
      ]
        + [
          "graph.nodes.*.metadata", "graph.edges", "graph.edges.source", "graph.edges.target",
          "graph.edges.relation",
        ]
        + metadata)
    #expect(keys.isSuperset(of: known), "\(known.subtracting(keys))")
    let others = [
      "address", "anchor", "held-until", "evidence", "verbatim", "corrected", "correction-notes",
      "party-kind", "from", "to",
      "edition",
    ]
    let allowed =
      others.map { "graph.nodes.*.metadata." + $0 }
      + ["date", "note", "position", "positions", "issue", "party"].map {
        "graph.nodes.*.metadata.correction-notes." + $0
      }
      + ["graph.edges.metadata", "graph.edges.metadata.from", "graph.edges.metadata.to"]
    #expect(keys.subtracting(known).subtracting(allowed) == [])
  }
}

@Suite(
  "The data package", .enabled(if: PythonEnvironment.hasValidator, "it needs frictionless"))
struct DataPackageTests {
  @Test(
    "is accepted by frictionless, with and without a licence",
    arguments: [nil, "CC BY 4.0", "https://example.org/l"])
  func valid(licence: String?) throws {
    var settings = SiteSettings(switches: PageRegistry.switches)
    settings.title = "Öffentliche Übersicht"
    settings.licence = licence
    let site = WrittenSite(
      [
        "reports/a.md":
          "---\ndate: 2025-03\n---\n\n| Issue | Red | Blue |\n|---|---|---|\n| Tolls | [++] Yes, “never, ever, and ever again” | No |\n| Dams | [~] | One\\|two[^1] |\n\n[^1]: A letter."
      ], settings: settings)
    let folder = FileManager.default.temporaryDirectory.appending(path: "package-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for name in ["positions.csv", "graph.json", "datapackage.json"] {
      try Data(site.page(name).utf8).write(to: folder.appending(path: name))
    }
    let answer = try PythonEnvironment.validator.get().run(
      """
      import os, sys
      from frictionless import Package, validate
      os.chdir(sys.argv[1])
      report = validate("datapackage.json")
      print(report.valid, report.flatten(["rowNumber", "fieldName", "message"]))
      print(len(Package("datapackage.json").get_resource("positions").read_rows()))
      """, [folder.path])
    #expect(answer == "True []\n4\n", "\(answer)")
  }
}
