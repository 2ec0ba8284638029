import Testing

@testable import Content

@Suite("The column of the issues") struct IssueColumnTests {
  private static func index(_ header: String, _ rows: String...) -> Int? {
    func cells(_ line: String) -> [String] {
      line.split(separator: "|", omittingEmptySubsequences: false).map { $0.trimmingCharacters() }
    }
    return IssueColumn.index(header: cells(header), rows: rows.map(cells), HeaderWords(TableWords()))
  }

  @Test("comes after a column of numbers") func numbers() {
    #expect(Self.index("#|Issue|North|South", "1|Water|a|b", "2|Fish|c|d") == 1)
    #expect(Self.index("No.|Issue|North|South", "1.|Water|a|b", "|Fish|c|d") == 1)
    #expect(Self.index("|Issue|North|South", "I|Water|a|b", "IV|Fish|c|d") == 1)
  }

  @Test("comes after a column of groups, whose names are repeated or left out") func groups() {
    #expect(Self.index("Area|Issue|North|South", "Economy|Water|a|b", "|Fish|c|d") == 1)
    #expect(Self.index("Area|Issue|North|South", "Economy|Water|a|b", "Economy|Fish|c|d") == 1)
    #expect(Self.index("#|Area|Issue|North|South", "1|Economy|Water|a|b", "2|Economy|Fish|c|d") == 2)
  }

  @Test("is the first where that names the rows, and where nothing says otherwise") func first() {
    #expect(Self.index("Issue|Question|North|South", "Water|Why?|a|b", "Fish|How?|c|d") == nil)
    #expect(Self.index("Issue|North|South", "Water|a|b") == nil)
    #expect(Self.index("Week|Topic|Reader|Writer", "First|Water|a|b") == nil)
    #expect(Self.index("North|Issue|South|East", "1|Water|a|b") == nil)
    #expect(Self.index("#|Issue|Status|Owner", "1|Water|a|b") == nil)
    #expect(Self.index("#|Issue|Party|Position", "1|Water|a|b") == nil)
  }
}

extension Substring {
  fileprivate func trimmingCharacters() -> String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
