import Testing

@testable import Content

@Suite("Lists of keys")
struct KeyListTests {
  @Test(
    "every key that a kind of file may have is read",
    arguments: [
      ("reports/a.md", FrontMatterKey.Kind.report), ("issues/a.md", .issue), ("parties/a.md", .party),
      ("pages/a.md", .page), ("index.md", .page),
    ])
  func frontMatter(path: String, kind: FrontMatterKey.Kind) {
    for key in FrontMatterKey.of(kind) {
      let ids = Reading("---\n\(key.name): {a: b}\n---\n", path: path).diagnostics.map(\.id)
      // Keys whose values are maps also report the key “a”.
      #expect(ids.filter { $0 != .unknownKey } == [.wrongType], "\(key.name)")
    }
  }

  @Test("every key of site.yml is read")
  func settings() {
    for key in SettingsKey.all.map(\.name)
    where key != "nav" && key != "pairs" && !key.hasSuffix("words") && !key.hasSuffix("suffixes") {
      let reading = SettingsReading("\(key): [[a]]\n")
      #expect(reading.diagnostics.map(\.id) == [.wrongType], "\(key): \(reading.printed)")
    }
    for key in SettingsKey.all.map(\.name) {
      #expect(!SettingsReading("\(key): a\n").diagnostics.contains { $0.id == .unknownKey }, "\(key)")
    }
  }
}
