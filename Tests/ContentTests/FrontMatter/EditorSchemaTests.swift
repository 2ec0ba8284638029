import Diagnostics
import Foundation
import Testing

@testable import Content

@Suite("Schemas for editors")
struct EditorSchemaTests {
  private static func object(_ schema: EditorSchema) throws -> [String: Any] {
    try #require(
      try JSONSerialization.jsonObject(with: Data(schema.text(switches: SettingsReading.switches).utf8))
        as? [String: Any])
  }

  @Test("each schema is JSON with exactly the known keys", arguments: EditorSchema.allCases)
  func keys(_ schema: EditorSchema) throws {
    let object = try Self.object(schema)
    let properties = try #require(object["properties"] as? [String: Any])
    #expect(Set(properties.keys) == Set(schema.keys.map(\.name)))
    #expect(object["additionalProperties"] as? Bool == false)
  }

  @Test("every key is described in a sentence without markup", arguments: EditorSchema.allCases)
  func described(_ schema: EditorSchema) throws {
    let properties = try #require(try Self.object(schema)["properties"] as? [String: [String: Any]])
    for (key, property) in properties {
      let text = try #require(property["description"] as? String)
      #expect(text.hasSuffix(".") && !text.contains("`") && !text.contains("]("), "\(key): \(text)")
    }
  }

  @Test(
    "values that a key's form allows are valid, and others are reported",
    arguments: EditorSchema.allCases)
  func forms(_ schema: EditorSchema) {
    for (key, form, _) in schema.keys {
      let examples = Self.examples(form, key)
      for good in examples.good {
        #expect(Self.complaints("\(key): \(good)\n", schema) == [], "\(key): \(good)")
      }
      for bad in examples.bad {
        #expect(!Self.complaints("\(key): \(bad)\n", schema).isEmpty, "\(key): \(bad)")
      }
    }
  }

  @Test("the schema of site.yml does not allow silencing errors")
  func errors() {
    let text = EditorSchema.site.text(switches: SettingsReading.switches)
    #expect(text.contains("\"unknown-key\"") && !text.contains("\"invalid-yaml\""))
  }

  private static func complaints(_ yaml: String, _ schema: EditorSchema) -> [String] {
    if schema == .source {
      let source = SourceText(path: "sources/a.md", text: "---\n\(yaml)---\n")
      return SourceReader.entry(source, path: "sources/a.md").diagnostics.map(\.message)
    }
    if schema == .site { return SettingsReading(yaml).diagnostics.map(\.message) }
    let path =
      switch schema {
      case .issue: "issues/a.md"
      case .party: "parties/a.md"
      case .page: "pages/a.md"
      default: "reports/a.md"
      }
    return Reading("---\n\(yaml)---\n\nText.\n", path: path).diagnostics.map(\.message)
  }

  /// Values in YAML, for any key.
  private static func examples(_ form: KeyForm, _ key: String) -> (good: [String], bad: [String]) {
    let address = key == "redirects" ? "/old/" : "abc"
    switch form {
    case .any: return ([], [])
    case .choice(let words): return (words + ["~"], ["nonsense", "[\(words[0])]"])
    case .choices(let words): return (words + ["~", "[\(words[0])]", "[]"], ["nonsense", "[nonsense]"])
    case .text:
      return ([["time-zone": "Europe/Kyiv", "language": "de"][key] ?? "abc", "~"], ["[[a]]", "{a: b}"])
    case .texts: return ([address, "[\(address)]", "~"], ["{a: b}", "[[a]]"])
    case .flag: return (["true", "No", "~"], ["maybe", "[true]"])
    case .number(let range):
      let (low, high) = (range.lowerBound, range.upperBound)
      return (["\(low)", "\(high)"], ["\(low - 1)", "\(high + 1)", "many"])
    case .date: return (["2025", "2025-03", "2025-03-02"], ["March", "2025-3"])
    case .slug: return (["abc-2"], ["A/b"])
    case .period: return (["30", "6 months"], ["soon", "0"])
    case .address: return (["https://github.com/owner/name"], ["example.org", "ftp://example.org/"])
    case .place:
      return (["https://example.org/a", "/files/a.pdf"], ["example.org", "//example.org", "javascript:x"])
    case .words: return (["[a]", "{add: [a]}"], ["{remove: [a]}"])
    case .menu:
      return (
        ["[{A: /a/}]", "{A: /a/}", "[{A: [{B: /b/}, {C: /c/}]}]", "{A: {B: /b/}}"],
        ["A", "[A]", "[{A: [B]}]", "[{A: [{B: [{C: /c/}]}]}]"]
      )
    case .links:
      return (
        ["[{A: /a/}]", "{A: mailto:a@example.org}", "~"], ["A", "[A]", "[{A: b}]", "[{A: [{B: /b/}]}]"]
      )
    case .colour: return (["\"#0b5394\"", "\"#ABC\"", "~"], ["blue", "\"#12345\"", "\"#ggg\""])
    case .partyColour: return (["blue", "\"#e3000f\"", "~"], ["purple", "9", "\"#12\""])
    case .head:
      return (
        ["<!-- a -->", "{html: a, policy: \"script-src https://a.example\"}", "~"],
        ["[a]", "{body: a}", "{policy: everything}"]
      )
    case .limits:
      return (
        ["{view-positions: 5}", "{}", "~"], ["5", "{view-positions: many}", "{view-positions: 0}", "{a: 5}"]
      )
    case .pairs: return (["[[A, B]]", "[]"], ["A", "[A]", "[[A]]"])
    case .corrections:
      return (
        ["[{date: 2025-04-02, note: Wrong.}]", "~"],
        [
          "Wrong.", "[Wrong.]", "[{date: 2025}]", "[{date: March, note: A}]",
          "[{date: 2025, note: A, by: B}]",
        ]
      )
    case .withdrawals:
      return (
        ["[{address: /reports/a/#b--c, date: 2025-04-02, reason: Wrong.}]", "~"],
        ["/a/", "[/a/]", "[{address: /a/, date: 2025}]", "[{address: /a/, date: May, reason: A}]"]
      )
    case .redirects:
      return (
        ["/old/", "[/old/, {\"/old/#a--b\": c--d}]", "~"], ["{a: b}", "[[a]]", "[{\"/old/#a--b\": [c]}]"]
      )
    case .propositions:
      return (
        ["[{until: 2025-03, text: Old.}]", "[{until: 2025, text: Old., same-meaning: true}]", "~"],
        ["Old.", "[Old.]", "[{until: 2025}]", "[{until: 2025, text: A, same-meaning: perhaps}]"]
      )
    case .memberships:
      return (
        ["A", "[A]", "{party: A}", "[A, {party: B, from: 2004-05, to: 2020}]", "~"],
        ["[[A]]", "[{bloc: A}]", "[{from: 2004}]", "[{party: A, from: May}]", "[{party: [A]}]"]
      )
    case .diagnosticIDs: return (["[unknown-key]", "unknown-key"], ["[invalid-yaml]", "[nonsense]"])
    case .stanceNames:
      return (["{supports: Backs, red-line: Veto}", "~"], ["{likes: Backs}", "[Backs]", "{supports: [a]}"])
    case .switches: return (["{matrix: false}"], ["{nonsense: false}", "[matrix]"])
    }
  }
}
