import Content
import Editions
import Foundation
import Graph
import Testing

@testable import Site

/// What editions remember, in the data files.
@Suite("What only editions remember, in exports") struct RememberedExportTests {
  private static func files(_ fish: String, _ more: [String: String] = [:]) -> [String: String] {
    more.merging([
      "reports/table.md": """
      ---
      title: The table
      date: 2025-01-10
      updated: 2025-05-02
      ---

      | Issue | North | South |
      |---|---|---|
      | Fish | \(fish) | [-] No fish |
      """
    ]) { first, _ in first }
  }

  private static func winter(_ more: [String: String] = [:]) -> Edition {
    let day = PartialDate(year: 2025, month: 2, day: 1)
    return Edition(
      freezing: WrittenSite(files("[+] More fish [a](https://example.org/fish)", more)).graph, name: "winter",
      date: day, origin: Edition.Origin(made: day, includesDrafts: false))
  }

  private static func site(_ fish: String, _ more: [String: String] = [:]) -> WrittenSite {
    WrittenSite(files(fish, more), today: PartialDate("2025-06-01"), editions: [winter(more)])
  }

  /// The rows of North by the text of their cell, as values by column.
  private static func rows(_ site: WrittenSite) -> [String: [String: String]] {
    let lines = site.page("positions.csv").split(separator: "\r\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    var rows: [String: [String: String]] = [:]
    for line in lines.dropFirst() {
      let row = Dictionary(uniqueKeysWithValues: zip(lines[0], line))
      if row["party"] == "North" { rows[row["text"] ?? ""] = row }
    }
    return rows
  }

  @Test("a position that a newer one replaced has a row, with its edition and without a place in the table")
  func moved() throws {
    let rows = Self.rows(Self.site("[--] Never {as-of=2025-05-02}"))
    let old = try #require(rows["More fish a"])
    #expect(old["status"] == "remembered" && old["edition"] == "winter")
    #expect(old["stance"] == "Supports" && old["date"] == "2025-01-10")
    #expect(old["sources"] == "https://example.org/fish" && old["report"] == "The table")
    #expect(old["comparison"] == "" && old["row"] == "" && old["column"] == "" && old["since"] == "")
    let new = try #require(rows["Never"])
    #expect(new["status"] == "current" && new["edition"] == "" && new["since"] == "2025-05-02")
    #expect(new["position"] != old["position"])
  }

  @Test(
    "the passages in quotation marks of a remembered position are the party's own words, and nothing else is")
  func verbatim() throws {
    func edition(_ cell: String) -> Edition {
      let day = PartialDate(year: 2025, month: 2, day: 1)
      return Edition(
        freezing: WrittenSite(Self.files(cell)).graph, name: "winter", date: day,
        origin: Edition.Origin(made: day, includesDrafts: false))
    }
    let text = "It's “as much as we can catch” for a \"way\""
    let site = WrittenSite(
      Self.files("[--] Never {as-of=2025-05-02}"), today: PartialDate("2025-06-01"),
      editions: [edition("[+] " + text)])
    let object = try JSONSerialization.jsonObject(with: Data(site.page("issues/fish/index.json").utf8))
    let positions = try #require((object as? [String: Any])?["positions"] as? [[String: Any]])
    let old = try #require(positions.first { $0["status"] as? String == "remembered" })
    #expect(old["text"] as? String == text)
    #expect(old["verbatim"] as? [String] == ["as much as we can catch"])
    #expect(site.page("positions.csv").contains(",as much as we can catch,"))
    #expect(site.page("graph.json").contains("\"verbatim\":[\"as much as we can catch\"]"))
  }

  @Test("a remembered position counts for how long a stance has been held") func confirmed() throws {
    let rows = Self.rows(Self.site("[+] Still more {as-of=2025-05-02}"))
    #expect(rows["Still more"]?["since"] == "2025-01-10")
    #expect(rows["Still more"]?["last_confirmed"] == "2025-05-02")
  }

  @Test("a position that only silence replaced still stands, also before older ones of other tables")
  func silence() throws {
    let alone = Self.rows(Self.site("n/a {as-of=2025-05-02}"))
    #expect(alone.count == 1)
    #expect(alone["More fish a"]?["status"] == "remembered" && alone["More fish a"]?["since"] == "2025-01-10")
    let older = [
      "reports/old.md":
        "---\ndate: 2024-03-01\n---\n\n| Issue | North | South |\n|---|---|---|\n| Fish | [-] Less | n/a |\n"
    ]
    let site = Self.site("n/a {as-of=2025-05-02}", older)
    let rows = Self.rows(site)
    #expect(rows["More fish a"]?["since"] == "2025-01-10")
    #expect(rows["Less"]?["status"] == "superseded" && rows["Less"]?["since"] == "")
    #expect(site.page("graph.json").contains("\"label\":\"Less\""))
    #expect(!site.page("graph.json").contains("\"held-until\""))
    let matrix = site.page("matrix/index.html")
    #expect(
      matrix.contains(
        "<td class=\"s-supports remembered\" data-label=\"North\"><a href=\"../issues/fish/#north\" aria-label=\"North on Fish: Supports, January 2025, from the edition winter\">Supports"
      ))
    let issue = site.page("issues/fish/index.html")
    let north = try #require(issue.components(separatedBy: "<tbody").first { $0.contains("id=\"north\"") })
    #expect(!north.contains("<tr class=\"position\"") && north.contains("Earlier"))
    let row = try #require(
      north.components(separatedBy: "<tr class=\"position remembered\"").dropFirst().first)
    #expect(
      row.contains("Supports") && row.contains("More fish a") && row.contains("from the edition winter"))
    #expect(
      row.contains("<td class=\"since\" data-label=\"Since (or earlier)\"><time datetime=\"2025-01-10\">"))
  }

  @Test("the graphs have remembered positions as nodes with edges") func graphs() throws {
    let site = Self.site("[--] Never {as-of=2025-05-02}")
    let object = try JSONSerialization.jsonObject(with: Data(site.page("graph.json").utf8))
    let graph = try #require((object as? [String: Any])?["graph"] as? [String: Any])
    let nodes = try #require(graph["nodes"] as? [String: [String: Any]])
    let remembered = nodes.filter {
      ($0.value["metadata"] as? [String: Any])?["status"] as? String == "remembered"
    }
    let (id, node) = try #require(remembered.first)
    let metadata = try #require(node["metadata"] as? [String: Any])
    #expect(remembered.count == 1 && node["label"] as? String == "More fish a")
    #expect(metadata["edition"] as? String == "winter" && metadata["stance-value"] as? Int == 1)
    let edges = try #require(graph["edges"] as? [[String: Any]]).filter { $0["source"] as? String == id }
    #expect(edges.compactMap { $0["relation"] as? String } == ["on", "held-by", "according-to"])
    #expect(edges.allSatisfy { nodes[$0["target"] as? String ?? ""] != nil })
    let record = SiteLayout(site.graph, archive: EditionArchive([Self.winter()]), today: nil, map: nil).record
    let graphML = String(decoding: ExportFormat.graphML.file.bytes(record), as: UTF8.self)
    #expect(graphML.contains("<key id=\"edition\" for=\"node\""))
    #expect(graphML.contains("<data key=\"edition\">winter</data>"))
    #expect(graphML.components(separatedBy: "<node id=").count - 1 == nodes.count)
  }

  @Test("the file of an issue has them, without the keys for what they lack") func subject() throws {
    let site = Self.site("[--] Never {as-of=2025-05-02}")
    let object = try JSONSerialization.jsonObject(with: Data(site.page("issues/fish/index.json").utf8))
    let positions = try #require((object as? [String: Any])?["positions"] as? [[String: Any]])
    #expect(positions.count == 3)
    let old = try #require(positions.last)
    #expect(old["status"] as? String == "remembered" && old["edition"] as? String == "winter")
    #expect(old["row"] == nil && old["comparison"] == nil)
    #expect(old["sources"] as? [String] == ["https://example.org/fish"])
    #expect(old["position"] is String && old["report_slug"] as? String == "table")
    #expect(positions.dropLast().allSatisfy { $0["edition"] == nil && $0["report"] as? Int == 0 })
  }

  @Test("the file of an issue has a standing for what only newer silence has replaced") func silent() throws {
    let site = Self.site("not discussed {as-of=2025-05-02}")
    let object = try JSONSerialization.jsonObject(with: Data(site.page("issues/fish/index.json").utf8))
    let standings = try #require((object as? [String: Any])?["standings"] as? [[String: Any]])
    let north = try #require(standings.first { $0["party_slug"] as? String == "north" })
    let places = try #require(north["positions"] as? [Int])
    let positions = try #require((object as? [String: Any])?["positions"] as? [[String: Any]])
    #expect(places.map { positions[$0]["position"] as? String } == ["reports/table/#fish--north"])
    #expect(north["stance"] as? String == "Supports")
    let party = try #require(site.graph.parties.first { $0.slug == "north" })
    let file = SubjectFile(
      SiteLayout(site.graph, archive: EditionArchive([Self.winter()]), today: nil, map: nil).record)
    #expect(
      String(decoding: file.bytes(of: party.id), as: UTF8.self).contains(
        "\"issue_slug\":\"fish\",\"stance\":\"Supports\""))
  }

  @Test("rows have different addresses, also where another cell has the address of a remembered one")
  func addresses() {
    let site = Self.site("[--] Never {as-of=2025-05-02}")
    let addresses = Self.rows(site).values.compactMap { $0["position"] }
    #expect(Set(addresses).count == 2)
  }
}
