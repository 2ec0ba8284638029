import FileSystem
import Foundation
import Site
import Testing
import Workspace

@testable import Publishing

/// What `positions.csv` of a published site says of its cells.
@Suite("Published positions") struct PublishedPositionsTests {
  private static func table(_ rows: (anchor: String, text: String, status: String)...) -> [UInt8] {
    let values = { (row: (anchor: String, text: String, status: String)) in
      PositionTable.columnNames.map { column in
        switch column {
        case "position": "reports/table/#" + row.anchor
        case "issue", "issue_slug": "fish"
        case "party", "party_slug": "north"
        case "report", "report_slug": "table"
        case "date_origin": "cell"
        case "text": row.text
        case "status": row.status
        case "edition": row.status == "remembered" ? "winter" : ""
        default: ""
        }
      }
    }
    let lines = ([PositionTable.columnNames] + rows.map(values)).map { $0.joined(separator: ",") }
    return Array((lines.joined(separator: "\r\n") + "\r\n").utf8)
  }

  @Test("a remembered position is not one that readers see in its cell") func remembered() throws {
    let bytes = Self.table(("fish--north--2", "now", "current"), ("fish--north", "then", "remembered"))
    let state = try #require(PublishedPositions.read(bytes, named: "x"))
    #expect(state.positions.map(\.text) == ["now"])
    #expect(state.positions.map(\.anchor) == ["fish--north--2"])
  }
}
