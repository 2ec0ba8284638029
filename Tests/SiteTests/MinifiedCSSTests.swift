import Diagnostics
import Testing

@testable import Site

@Suite("The minified style sheet") struct MinifiedCSSTests {
  private static func squeezed(_ source: String) -> String {
    String(decoding: MinifiedCSS(Array(source.utf8)).bytes, as: UTF8.self)
  }

  @Test(
    "loses comments and insignificant white space",
    arguments: [
      ("/* why */\na {\n  color: red;\n}\n", "a{color:red}\n"),
      ("a,\nb > c { margin: 0 1px; padding: 0 }", "a,b>c{margin:0 1px;padding:0}\n"),
      ("a :hover { top: calc(1px + 2px) }", "a :hover{top:calc(1px + 2px)}\n"),
      (
        "@media (min-width: 40rem) { :is( a, b ) i { top: 0 } }",
        "@media (min-width:40rem){:is(a,b) i{top:0}}\n"
      ),
      ("a/* x */b {}", "a b{}\n"),
    ])
  func space(source: String, expected: String) {
    #expect(Self.squeezed(source) == expected)
  }

  @Test(
    "keeps strings unchanged",
    arguments: ["a{content:\" ( /* no */ ; \"}\n", "a{content:'it\\'s  { }'}\n"])
  func strings(source: String) {
    #expect(Self.squeezed(source) == source)
  }

  @Test(
    "is read to the end even if something is not closed",
    arguments: ["/* open", "a{content:\"open", "a{content:\"\\"])
  func open(source: String) {
    #expect(Self.squeezed(source).hasSuffix("\n"))
  }

  @Test("a site's own style sheet is not minified; a copy of the built-in one is") func own()
    throws
  {
    let path = "assets/site.css"
    let own = "/* mine */\na { color: red; }\n"
    #expect(Self.sheet(Theme(overrides: [path: SourceText(path: path, text: own)])) == own)
    let copy = String(decoding: Theme.builtIn[path] ?? [], as: UTF8.self)
    let squeezed = try #require(Self.sheet(Theme(overrides: [path: SourceText(path: path, text: copy)])))
    #expect(squeezed == Self.sheet(Theme()) && squeezed.utf8.count < copy.utf8.count)
  }

  private static func sheet(_ theme: Theme) -> String? {
    theme.assets.first { $0.path == "assets/site.css" }.map { String(decoding: $0.bytes, as: UTF8.self) }
  }
}
