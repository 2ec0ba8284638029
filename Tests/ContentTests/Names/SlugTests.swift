import Content
import Testing

@Suite("Slugs")
struct SlugTests {
  @Test(
    "are lower-case letters and digits of any script, joined by single hyphens",
    arguments: [
      ("NATO expansion", "nato-expansion"), ("2025-03-02 March plan!", "2025-03-02-march-plan"),
      ("Ukraine's sovereignty", "ukraines-sovereignty"), ("Ukraine’s", "ukraines"), ("v1.2", "v1-2"),
      ("--a__b--", "a-b"), ("Österreich & Bayern", "österreich-bayern"), ("Cafe\u{301}", "café"),
      ("Росія", "росія"), ("日本 語", "日本-語"), ("हिन्दी", "हिन्दी"), ("../etc/passwd", "etc-passwd"),
      ("a/b\\c", "a-b-c"),
      ("\u{202E}x", "x"), ("", "page"), ("!!!", "page"),
    ])
  func of(name: String, slug: String) {
    #expect(Array(Slug.of(name).utf8) == Array(slug.utf8))
    #expect(Slug.isValid(slug))
    #expect(Slug.of(slug) == slug)
  }

  @Test("of long names are shortened and stay different")
  func long() {
    let start = String(repeating: "word ", count: 60)
    let slugs = [start + "a", start + "b", String(repeating: "я", count: 300)].map(Slug.of)
    #expect(Set(slugs).count == 3)
    for slug in slugs {
      #expect(slug.utf8.count <= 100)
      #expect(Slug.isValid(slug))
    }
    #expect(slugs[0].hasPrefix("word-word-"))
    #expect(Slug.of(start + "a") == slugs[0])
  }

  @Test(
    "of authors are checked",
    arguments: ["My-Plan", "a b", "", "-a", "a--b", "a/b", "cafe\u{301}"])
  func invalid(slug: String) {
    #expect(!Slug.isValid(slug))
  }
}
