import Testing

@testable import Workspace

@Suite struct IgnorePatternTests {
  @Test(
    "a pattern matches these paths",
    arguments: [
      ("*.bak", "a.bak"), ("*.bak", "reports/a.bak"), ("drafts", "reports/drafts"), ("drafts/", "drafts"),
      ("reports/*.txt", "reports/a.txt"), ("/notes.md", "notes.md"), ("**/x.md", "x.md"),
      ("**/x.md", "a/b/x.md"), ("a/**", "a/b/c"), ("a/**/z", "a/z"), ("a/**/z", "a/b/c/z"), ("*", "x"),
      ("é*.md", "éa.md"), ("a*b*c", "a1b2c"),
    ])
  func matches(_ pattern: String, _ path: String) {
    #expect(IgnorePattern(pattern).matches(path))
    #expect(IgnorePatterns(["other", pattern, "x*y*z"]).matches(path))
  }

  @Test(
    "a pattern does not match other paths",
    arguments: [
      ("*.bak", "a.bak.md"), ("reports/*.txt", "reports/a/b.txt"), ("/notes.md", "a/notes.md"),
      ("drafts", "my-drafts"), ("a/**/z", "a/bz"), ("", "a"), ("a*b*c", "a1b2d"), ("**/x.md", "a/yx.md"),
    ])
  func matchesNot(_ pattern: String, _ path: String) {
    #expect(!IgnorePattern(pattern).matches(path))
    #expect(!IgnorePatterns(["other", pattern, "x*y*z"]).matches(path))
  }

  @Test("a pattern with many stars is matched quickly against a long name")
  func manyStars() {
    let pattern = IgnorePattern(String(repeating: "*a", count: 200) + "b")
    #expect(!pattern.matches(String(repeating: "a", count: 4_000)))
  }
}
