import Testing

@testable import Publishing

@Suite("Parts of the search index") struct SearchPartsTests {
  @Test("there is one while the pages are few")
  func one() {
    let parts = SearchParts(general: 40, reports: 60, limit: 100)
    #expect(parts.count == 1)
    #expect(parts.part(of: "reports/a/index.html", isReport: true) == 0)
  }

  @Test("reports and other pages are apart, and parts are about equally large")
  func many() {
    let parts = SearchParts(general: 150, reports: 1_000, limit: 100)
    #expect(parts.count == 12)
    var sizes = [Int](repeating: 0, count: parts.count)
    for number in 0..<1_000 { sizes[parts.part(of: "reports/r\(number)/index.html", isReport: true)] += 1 }
    #expect(sizes[..<2] == [0, 0] && sizes[2...].allSatisfy { (60...140).contains($0) }, "\(sizes)")
    for number in 0..<150 { sizes[parts.part(of: "issues/i\(number)/index.html", isReport: false)] += 1 }
    #expect(sizes[..<2].allSatisfy { (50...100).contains($0) }, "\(sizes)")
  }

  @Test("a page stays in its part")
  func stable() {
    let parts = SearchParts(general: 1, reports: 250, limit: 100)
    let more = SearchParts(general: 2, reports: 251, limit: 100)
    #expect(parts == more)
    #expect(parts.part(of: "reports/a/index.html", isReport: true) == 1)
  }

  @Test("without other pages, reports begin with the first part")
  func reports() {
    let parts = SearchParts(general: 0, reports: 250, limit: 100)
    #expect(parts.count == 3)
    #expect((0..<3).contains(parts.part(of: "reports/a/index.html", isReport: true)))
    #expect(parts.part(of: "own.html", isReport: false) == 0)
  }
}
