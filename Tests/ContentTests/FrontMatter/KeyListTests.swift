import Testing

@testable import Content

@Suite("Lists of keys")
struct KeyListTests {
  @Test(
    "every key that a kind of file may have is read",
    arguments: [
      ("reports/a.md", FrontMatterKeys.report), ("issues/a.md", FrontMatterKeys.issue),
      ("parties/a.md", FrontMatterKeys.party), ("pages/a.md", FrontMatterKeys.page),
      ("index.md", FrontMatterKeys.page),
    ])
  func frontMatter(path: String, keys: [String]) {
    for key in keys {
      let ids = Reading("---\n\(key): {a: b}\n---\n", path: path).diagnostics.map(\.id)
      #expect(ids == [.wrongType], "\(key)")
    }
  }

  @Test("every key of site.yml is read")
  func settings() {
    for key in SettingsReader.keys
    where key != "nav" && key != "pairs" && !key.hasSuffix("words") && !key.hasSuffix("suffixes") {
      let reading = SettingsReading("\(key): [[a]]\n")
      #expect(reading.diagnostics.map(\.id) == [.wrongType], "\(key): \(reading.printed)")
    }
    for key in SettingsReader.keys {
      #expect(!SettingsReading("\(key): a\n").diagnostics.contains { $0.id == .unknownKey }, "\(key)")
    }
  }
}
