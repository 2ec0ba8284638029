import Testing

@testable import Site

@Suite("Numbered pages") struct PageNumbersTests {
  @Test(
    "a list links to the first page, the last one and those around the shown one",
    arguments: [
      (1, 1, "1"), (1, 3, "1 2 3"), (1, 4, "1 2 3 4"), (1, 5, "1 2 3 4 5"), (1, 6, "1 2 3 … 6"),
      (3, 6, "1 2 3 4 5 6"),
      (5, 9, "1 2 3 4 5 6 7 8 9"), (6, 11, "1 … 4 5 6 7 8 … 11"), (35, 35, "1 … 33 34 35"),
    ])
  func named(shown: Int, count: Int, expected: String) {
    let numbers = PageNumbers(of: "options", shown: shown, count: count)
    #expect(numbers.named.map { $0.map(String.init) ?? "…" }.joined(separator: " ") == expected)
  }

  @Test("each page can be reached from the first one, however many there are")
  func reachable() {
    for count in 1...60 {
      var reached: Set = [1]
      var waiting = [1]
      while let page = waiting.popLast() {
        for next in PageNumbers(of: "options", shown: page, count: count).named.compactMap({ $0 })
        where reached.insert(next).inserted { waiting.append(next) }
      }
      #expect(reached == Set(1...count))
    }
  }

  @Test("a page of a year links to all years, or of very many to those near it, the newest and the oldest")
  func years() {
    for index in 0..<60 { #expect(YearKey.named(around: index, of: 60) == Array(0..<60)) }
    #expect(YearKey.named(around: nil, of: 1000) == Array(0..<1000))
    let named = YearKey.named(around: 500, of: 1000)
    #expect(named == [0, nil] + Array(485...515) + [nil, 999])
    #expect(YearKey.named(around: 0, of: 61) == Array(0...15) + [nil, 60])
  }
}
