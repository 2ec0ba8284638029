import Publishing
import Testing

@Suite struct RevisionRangeTests {
  @Test(
    "two or three dots between names make a range; a name that is left out is HEAD",
    arguments: [
      ("main...HEAD", "main", "HEAD", true), ("v1..v2", "v1", "v2", false), ("main..", "main", "HEAD", false),
      ("...main", "HEAD", "main", true), ("origin/a.b...c/d", "origin/a.b", "c/d", true),
      ("HEAD~3..HEAD^", "HEAD~3", "HEAD^", false),
    ])
  func ranges(_ text: String, _ before: String, _ after: String, _ isFromMergeBase: Bool) throws {
    let range = try #require(RevisionRange(text))
    #expect(range.before == before && range.after == after && range.isFromMergeBase == isFromMergeBase)
  }

  @Test(
    "paths and names are not ranges",
    arguments: ["main", "../a.json", "a..b.json", "a/../b", "v1.2", "..", "now"])
  func others(_ text: String) { #expect(RevisionRange(text) == nil) }
}
