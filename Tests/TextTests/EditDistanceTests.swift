import TestSupport
import Testing
import Text

@Suite("Edit distance")
struct EditDistanceTests {
  @Test(
    "each typing error counts as one",
    arguments: [
      ("title", "title", 0), ("title", "titel", 1), ("title", "itle", 1), ("title", "titles", 1),
      ("title", "tatle", 1), ("kitten", "sitting", 3), ("", "abc", 3), ("", "", 0), ("ca", "abc", 3),
    ])
  func slips(left: String, right: String, distance: Int) {
    #expect(EditDistance.between(left, right, limit: 9) == distance)
    #expect(EditDistance.between(right, left, limit: 9) == distance)
    #expect(EditDistance.between(left, right, limit: distance) == distance)
    if distance > 0 { #expect(EditDistance.between(left, right, limit: distance - 1) == nil) }
  }

  @Test("agrees with the definition on generated words", arguments: 0..<8 as Range<UInt64>)
  func definition(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<200 {
      let words = (0..<2).map { _ in
        (0..<Int.random(in: 0...6, using: &random)).map { _ in random.pick(["a", "b", "c", "é"]) }
      }
      let expected = Self.distance(words[0][...], words[1][...])
      #expect(EditDistance.between(words[0].joined(), words[1].joined(), limit: 9) == expected)
      #expect(
        EditDistance.between(words[0].joined(), words[1].joined(), limit: 2)
          == (expected > 2 ? nil : expected))
    }
  }

  /// Optimal string alignment, according to its definition.
  private static func distance(_ left: ArraySlice<String>, _ right: ArraySlice<String>) -> Int {
    guard let last = left.last, let other = right.last else { return max(left.count, right.count) }
    var best = min(
      distance(left.dropLast(), right) + 1, distance(left, right.dropLast()) + 1,
      distance(left.dropLast(), right.dropLast()) + (last == other ? 0 : 1))
    if left.count > 1, right.count > 1, last == right.dropLast().last, other == left.dropLast().last {
      best = min(best, distance(left.dropLast(2), right.dropLast(2)) + 1)
    }
    return best
  }
}
