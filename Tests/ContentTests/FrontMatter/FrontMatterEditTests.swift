import Content
import Diagnostics
import Testing

@Suite("Changes of front matter")
struct FrontMatterEditTests {
  private static func changed(_ text: String, _ change: FrontMatterEdit.Change) -> String {
    switch FrontMatterEdit.apply(change, to: SourceText(path: "a.md", text: text)) {
    case .success(let bytes): String(decoding: bytes, as: UTF8.self)
    case .failure(let fault): "refused: \(fault.message)"
    }
  }

  @Test(
    "a name is added in the style of the list, and nothing else changes",
    arguments: [
      ("aliases: [A, B] # two", "aliases: [A, B, New] # two"),
      ("aliases: [\"A\"]", "aliases: [\"A\", \"New\"]"),
      ("aliases: ['A', 'it''s']", "aliases: ['A', 'it''s', 'New']"),
      ("aliases: [A, ]", "aliases: [A, New ]"), ("aliases: []", "aliases: [New]"),
      ("aliases: [\"a ] # b\"]", "aliases: [\"a ] # b\", \"New\"]"),
      ("aliases: [\n  A, # first\n  B # second\n]", "aliases: [\n  A, # first\n  B, New # second\n]"),
      (
        "aliases:\n  - A # first\n  # then\n  - B\nkind: state",
        "aliases:\n  - A # first\n  # then\n  - B\n  - New\nkind: state"
      ),
      ("aliases:\n- A\n- B\n\n# end\nkind: state", "aliases:\n- A\n- B\n- New\n\n# end\nkind: state"),
      ("aliases:\n    -   \"A\"", "aliases:\n    -   \"A\"\n    -   \"New\""),
      ("aliases: Old", "aliases: [Old, New]"),
      ("aliases: \"Old\" # one", "aliases: [\"Old\", \"New\"] # one"),
      ("aliases: Old, older", "aliases: [\"Old, older\", New]"), ("aliases:", "aliases: [New]"),
      ("aliases: # none yet\nkind: state", "aliases: [New] # none yet\nkind: state"),
      ("aliases: ~", "aliases: [New]"),
      ("kind: state # a comment", "kind: state # a comment\naliases:\n  - New"),
      ("summary: |\n  Two\n  lines", "summary: |\n  Two\n  lines\naliases:\n  - New"),
      ("aliases: [new, A]", "aliases: [new, A]"), ("aliases: NEW", "aliases: NEW"),
    ])
  func adding(before: String, after: String) {
    func file(_ matter: String) -> String { "---\n# top\ntitle: X\n\(matter)\n---\n\nText: [a]\n" }
    #expect(Self.changed(file(before), .add(["New"], to: "aliases")) == file(after))
  }

  @Test("names that YAML could misread are quoted")
  func quoting() {
    let text = Self.changed(
      "---\ntitle: X\n---\n", .add(["a: b", "yes", "He said \"no\"", "2nd", "U.S."], to: "aliases"))
    #expect(
      text
        == "---\ntitle: X\naliases:\n  - \"a: b\"\n  - \"yes\"\n  - \"He said \\\"no\\\"\"\n  - \"2nd\"\n  - U.S.\n---\n"
    )
  }

  @Test("a file without front matter gets one; line ends and a byte order mark stay")
  func withoutFrontMatter() {
    #expect(Self.changed("Text\n", .add(["N"], to: "aliases")) == "---\naliases:\n  - \"N\"\n---\n\nText\n")
    #expect(Self.changed("", .set("acts-for", to: "Russia")) == "---\nacts-for: Russia\n---\n")
    #expect(
      Self.changed("\u{FEFF}---\r\ntitle: X\r\n---\r\nText\r\n", .add(["New"], to: "aliases"))
        == "\u{FEFF}---\r\ntitle: X\r\naliases:\r\n  - New\r\n---\r\nText\r\n")
  }

  @Test("a single value is set where there is none, and never overwritten")
  func setting() {
    #expect(
      Self.changed("---\ntitle: X\n---\n", .set("acts-for", to: "Russia"))
        == "---\ntitle: X\nacts-for: Russia\n---\n")
    #expect(
      Self.changed("---\nacts-for: russia\n---\n", .set("acts-for", to: "Russia"))
        == "---\nacts-for: russia\n---\n")
    #expect(
      Self.changed("---\nacts-for: China\n---\n", .set("acts-for", to: "Russia"))
        == "refused: “acts-for” already says “China”")
  }

  @Test(
    "unsafe changes are refused",
    arguments: [
      "{title: X}", "aliases: &a [A]", "aliases: |\n  A", "aliases: {a: b}", "title: [",
      "aliases: >-\n  A\n  B",
    ])
  func refused(matter: String) {
    let text = Self.changed("---\n\(matter)\n---\n", .add(["New"], to: "aliases"))
    #expect(text.hasPrefix("refused: "), "\(text)")
  }

  @Test("random lists keep all other bytes and get the name")
  func random() {
    var state: UInt64 = 11
    func next(_ count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % count
    }
    let items = ["A", "\"B, c\"", "'d ''e'''", "F # g", "\"h \\\" i\"", "Ü ß", "x-y"]
    let comments = ["", " # note", "\n  # below", "\n"]
    for _ in 0..<300 {
      let count = 1 + next(4)
      let list = (0..<count).map { _ in "  - " + items[next(items.count)] + comments[next(comments.count)] }
      let rest = ["", "kind: state # k\n", "# last\n"][next(3)]
      let before = "---\ntitle: T\naliases:\n" + list.joined(separator: "\n") + "\n" + rest + "---\nBody\n"
      let after = Self.changed(before, .add(["Zebra"], to: "aliases"))
      let lines = before.split(separator: "\n", omittingEmptySubsequences: false)
      let now = after.split(separator: "\n", omittingEmptySubsequences: false)
      #expect(now.filter { !$0.contains("Zebra") } == lines, "\(before)")
      #expect(now.count { $0.contains("Zebra") } == 1)
      let aliases = Reading(after, path: "parties/a.md").party?.aliases.map(\.text) ?? []
      #expect(aliases.last == "Zebra" && aliases.count == count + 1, "\(after)")
    }
  }
}
