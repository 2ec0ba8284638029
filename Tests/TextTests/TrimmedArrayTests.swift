import Testing

@testable import Text

@Suite struct TrimmedArrayTests {
  @Test("a trimmed array has the same elements and little room", arguments: [0, 1, 5, 100, 1_000])
  func elements(count: Int) {
    var numbers: [Int] = []
    numbers.reserveCapacity(2 * count + 50)
    numbers += 0..<count
    let trimmed = numbers.trimmed
    #expect(trimmed == numbers)
    #expect(trimmed.capacity <= count + max(2, count / 8))
  }

  @Test("an array without much room is not copied")
  func identity() {
    let numbers = Array(0..<100)
    let same = numbers.withUnsafeBufferPointer { old in
      numbers.trimmed.withUnsafeBufferPointer { $0.baseAddress == old.baseAddress }
    }
    #expect(same)
  }
}
