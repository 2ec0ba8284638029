import Content
import Diagnostics
import Testing

@Suite("Malicious YAML")
struct HostileYAMLTests {
  private func ids(_ yaml: String) -> [DiagnosticID] {
    Reading("---\ntitle: T\n\(yaml)\n---\nText\n").diagnostics.map(\.id)
  }

  @Test("deep nesting is rejected with a message of its own, however it is written")
  func depth() {
    let shapes = [
      "tags: " + String(repeating: "[", count: 100_000), "tags: " + String(repeating: "{a: ", count: 50_000),
      "tags:\n" + String(repeating: "- ", count: 50_000) + "a",
      "tags:\n" + String(repeating: "? ", count: 50_000),
      "tags:\n" + (1...300).map { String(repeating: " ", count: $0) + "a:\n" }.joined(),
    ]
    for shape in shapes { #expect(ids(shape) == [.invalidYAML]) }
    #expect(
      Reading("---\ntags: \(String(repeating: "[", count: 65))\n---\n").printed.contains(
        "error: this is nested more than 64 levels deep [invalid-yaml]"))
  }

  @Test("brackets inside a value are not nesting, whatever stands before and after the value")
  func bracketsInValues() {
    let brackets = String(repeating: "{[", count: 50)
    for value in ["a\(brackets)", "\"\(brackets)\"", "\"a: \\\"\(brackets)\"", "'it''s: \(brackets)'"] {
      #expect(ids("summary: \(value)") == [], "\(value)")
      for next in [
        "tags: \(brackets)", "tags: &a \(brackets)", "tags: !!seq \(brackets)", "\"tags\": \(brackets)",
      ] {
        #expect(ids("summary: \(value)\n\(next)") == [.invalidYAML], "\(next)")
        #expect(
          Reading("---\nsummary: \(value)\n\(next)\n---\n").printed.contains("more than 64 levels"), "\(next)"
        )
      }
    }
  }

  @Test("anchors cannot multiply")
  func aliasBomb() {
    var bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
    for level in 1...9 {
      let uses = Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", ")
      bomb += "a\(level): &a\(level) [\(uses)]\n"
    }
    #expect(ids(bomb + "tags: *a9") == [.invalidYAML])
    let asKey = bomb + "? *a9\n: x"
    #expect(ids(asKey) == [.invalidYAML])
    #expect(ids(String(bomb.prefix(120)) + "\n").allSatisfy { $0 == .unknownKey || $0 == .invalidYAML })
  }

  @Test("a few anchors work")
  func anchors() {
    let reading = Reading("---\ncore-issues: &all [A, B]\ntags: *all\n---\n")
    #expect(reading.printed == "")
    #expect(reading.report?.tags == ["A", "B"])
  }

  @Test("many asterisks next to an ampersand are not anchors")
  func asterisks() {
    let patterns = (0..<40).map { "\"*.\($0)\"" }.joined(separator: ", ")
    let reading = SettingsReading("title: Trade & aid\nignore: [\(patterns)]\ndescription: 2 * 3 ** 4\n")
    #expect(reading.printed == "")
    #expect(reading.settings.ignore.count == 40)
  }

  @Test("one long line with many values is read only once")
  func longLine() {
    let tags = Array(repeating: "é", count: 50_000).joined(separator: ", ")
    #expect(Reading("---\ntags: [\(tags)]\n---\n").report?.tags.count == 50_000)
  }

  @Test("front matter above 256 kB is rejected with a message of its own")
  func size() {
    let text = "---\nsummary: \(String(repeating: "a", count: 300_000))\n---\nText\n"
    #expect(
      Reading(text).printed.contains(
        "error: front matter and site.yml can be at most 256 kB, but this is larger [invalid-yaml]"))
  }

  @Test("fragments of front matter never crash, and reading always ends")
  func fragments() {
    let pieces = [
      "title: ", "\"", "'", "[", "]", "{", "}", ": ", "- ", "\n", "\n  ", "|", ">", "&a ", "*a", "!!str ",
      "#", "? ", "%", "\t",
      "date: 2025-01-01\n", "ä", "\u{2028}", "\u{85}", "---", "~", "\\x",
    ]
    var state: UInt64 = 42
    func next(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
    for _ in 0..<3_000 {
      let yaml = (0..<(1 + next(12))).map { _ in pieces[next(pieces.count)] }.joined()
      let reading = Reading("---\ntitle: x\n\(yaml)\n---\nText\n")
      #expect(reading.printed.isEmpty == reading.diagnostics.isEmpty)
      let site = SettingsReading(yaml)
      #expect(site.printed.isEmpty == site.diagnostics.isEmpty)
    }
  }
}
