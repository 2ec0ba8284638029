import Testing

@testable import Site

@Suite("Tables that are too wide for paper")
struct WideTableTests {
  private static func table(columns: Int, rows: Int = 2, style: String = "comparison") throws -> MarkupElement
  {
    let head = "<tr><td></td>" + (1..<columns).map { "<th id=\"h\($0)\">P\($0)</th>" }.joined() + "</tr>"
    let body = (0..<rows).map { row in
      "<tr id=\"r\(row)\"><th id=\"i\(row)\">I\(row)</th>"
        + (1..<columns).map { "<td id=\"c\(row)-\($0)\">cell \(row).\($0)</td>" }.joined() + "</tr>"
    }
    let markup =
      "<table class=\"\(style)\" id=\"t\"><caption>Title</caption><thead>\(head)</thead><tbody>\(body.joined())</tbody></table>"
    return try #require(MarkupReader.nodes(Array(markup.utf8)).first?.element)
  }

  private static func text(_ nodes: [MarkupNode]) -> String {
    var output = HTML()
    for node in nodes { node.write(into: &output) }
    return output.text
  }

  @Test("a table with few columns stays as it is")
  func narrow() throws {
    let table = try Self.table(columns: WideTable.mostUpright)
    #expect(WideTable(table, canTurn: true).nodes == [.element(table)])
  }

  @Test("a wider table is turned, where the format has turned pages")
  func turned() throws {
    let table = try Self.table(columns: 8)
    let nodes = WideTable(table, canTurn: true).nodes
    #expect(nodes.count == 1 && nodes[0].element?.classes.contains("turned") == true)
    #expect(WideTable(table, canTurn: false).nodes.count == 2)
  }

  @Test(
    "every cell of a divided table stands in one part, and every part begins with the first column",
    arguments: [7, 10, 17, 18, 60])
  func divided(_ columns: Int) throws {
    for canTurn in [true, false] {
      let nodes = WideTable(try Self.table(columns: columns), canTurn: canTurn).nodes
      let parts = nodes.compactMap(\.element)
      let all = Self.text(nodes)
      for row in 0..<2 {
        for column in 1..<columns {
          #expect(
            all.components(separatedBy: "id=\"c\(row)-\(column)\">cell \(row).\(column)</td>").count == 2)
        }
        #expect(all.components(separatedBy: ">I\(row)</th>").count == parts.count + 1)
        #expect(all.components(separatedBy: "id=\"i\(row)\"").count == 2, "an anchor stands once")
        #expect(all.components(separatedBy: "id=\"r\(row)\"").count == 2)
      }
      for column in 1..<columns { #expect(all.components(separatedBy: ">P\(column)</th>").count == 2) }
      let most = canTurn ? WideTable.mostTurned : WideTable.mostUpright
      for part in parts {
        let rows = part.elements.flatMap(\.elements).filter { $0.name == "tr" }
        #expect(rows.count == 3 && rows.allSatisfy { (2...most).contains($0.elements.count) })
        #expect(Set(rows.map(\.elements.count)).count == 1)
      }
      if parts.count > 1 { #expect(all.contains("<caption>Title 1/\(parts.count)</caption>")) }
    }
  }

  @Test("a row over all columns stands in each part")
  func groups() throws {
    var table = try Self.table(columns: 12)
    let group = MarkupReader.nodes(
      Array("<tbody><tr class=\"group\"><th colspan=\"12\">Group</th></tr></tbody>".utf8))
    table.children.insert(contentsOf: group, at: 2)
    let all = Self.text(WideTable(table, canTurn: true).nodes)
    #expect(all.components(separatedBy: ">Group</th>").count == 3)
    #expect(!all.contains("colspan=\"12\"") && all.contains("colspan=\"7\""))
  }

  @Test("a table with cells over several rows is not divided")
  func spans() throws {
    var table = try Self.table(columns: 12)
    let row = MarkupReader.nodes(
      Array(
        "<tbody><tr><th rowspan=\"2\">A</th><td colspan=\"11\">b</td></tr><tr><td>c</td></tr></tbody>".utf8))
    table.children += row
    let nodes = WideTable(table, canTurn: true).nodes
    #expect(nodes.count == 1 && nodes[0].element?.classes.contains("turned") == true)
  }

  @Test("a very wide matrix is a list of what is in its cells")
  func list() throws {
    let columns = WideTable.mostOfMatrix + 1
    var table = try Self.table(columns: columns, style: "matrix")
    let empty = MarkupReader.nodes(
      Array("<tbody><tr><th>Last</th><td class=\"none\">nobody</td></tr></tbody>".utf8))
    table.children += empty
    let all = Self.text(WideTable(table, canTurn: true).nodes)
    #expect(!all.contains("<table") && all.contains("<p class=\"list-head\">I1</p>"))
    for column in 1..<columns { #expect(all.contains("<li><b>P\(column)</b> cell 1.\(column)</li>")) }
    #expect(all.contains("Last") && !all.contains("nobody"))
  }
}
