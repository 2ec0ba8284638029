import Testing

@testable import LanguageServer

@Suite("Code actions and formatting", .timeLimit(.minutes(60))) struct CodeActionTests {
  private let path = "Content/reports/march.md"

  /// Opens a text, and asks for the actions at a place in it.
  private func actions(
    at mark: String, _ text: String
  ) async throws -> (client: EditorClient, actions: [JSONValue]) {
    let client = try await EditorClient(SampleBriefing.files)
    try client.scratch.write(path, text)
    try await client.open(path, text)
    await client.settle()
    let found = try #require(text.range(of: mark))
    let before = text[..<found.upperBound]
    let line = before.filter { $0 == "\n" }.count
    let column = before.split(separator: "\n", omittingEmptySubsequences: false).last?.utf16.count ?? 0
    let place = #"{"line": \#(line), "character": \#(column)}"#
    let all = await client.request(
      "textDocument/codeAction",
      #"{"textDocument": {"uri": "\#(client.uri(path))"}, "range": {"start": \#(place), "end": \#(place)}, "context": {"diagnostics": []}}"#
    )
    return (client, all.list)
  }

  private func applied(_ title: String, at mark: String, _ text: String) async throws -> EditorClient {
    let (client, all) = try await actions(at: mark, text)
    let action = try #require(
      all.first { $0["title"]?.text == title }, "\(all.compactMap { $0["title"]?.text })")
    try await client.apply(try #require(action["edit"]))
    return client
  }

  @Test("a misspelled name is replaced, becomes an alias, or gets a file")
  func unknownName() async throws {
    let text = SampleBriefing.march.replacing("[[Tolls#Blue]]", with: "[[Tols]]")
    let fixed = try await applied("Replace with “Tolls”", at: "[[To", text)
    #expect(fixed.scratch.text(path)?.contains("See [[Tolls]] and") == true)
    let named = try await applied("Add “Tols” as an alias of “Tolls”", at: "[[To", text)
    #expect(named.scratch.text("Content/issues/tolls.md")?.contains("aliases: [Road charges, Tols]") == true)
    let created = try await applied("Create the issue “Tols”", at: "[[To", text)
    #expect(created.scratch.text("Content/issues/tols.md") == "---\ntitle: Tols\n---\n")
    let party = try await applied("Create the party “Tols”", at: "[[To", text)
    #expect(party.scratch.text("Content/parties/tols.md") != nil)
  }

  @Test("an unknown name in front matter is replaced within its list")
  func frontMatter() async throws {
    let text = SampleBriefing.march.replacing("core-issues: [Tolls]", with: "core-issues: [\"Tols\"]")
    let fixed = try await applied("Replace with “Tolls”", at: "core-issues: [\"T", text)
    #expect(fixed.scratch.text(path)?.contains("core-issues: [Tolls]") == true)
    let named = try await applied("Add “Tols” as an alias of “Tolls”", at: "core-issues: [\"T", text)
    #expect(named.scratch.text("Content/issues/tolls.md")?.contains("aliases: [Road charges, Tols]") == true)
    let created = try await applied("Create the issue “Tols”", at: "core-issues: [\"T", text)
    #expect(created.scratch.text("Content/issues/tols.md") == "---\ntitle: Tols\n---\n")
  }

  @Test(
    "a misspelled file, heading, directive or mark is replaced within its place",
    arguments: [
      ("[m](aprl.md)", "[m](apr", "april.md", "[m](april.md)"),
      ("[aprl.md](aprl.md)", "[apr", "april.md", "[aprl.md](april.md)"),
      ("[a](april.md) [m](#csts)", "(#c", "#costs", "[a](april.md) [m](#costs)"),
      ("[[The March plan#Csts|Csts]]", "plan#C", "#costs", "[[The March plan#costs|Csts]]"),
      ("[m](/abuot/)", "/abu", "about", "[m](/about/)"),
      (
        "<!-- standpoint: postions -->\n| A | Red |\n|---|---|\n| Ports | No |", "postio", "positions",
        "<!-- standpoint: positions -->\n| A | Red |"
      ),
      (
        "| Aspect | Red | Blue |\n|---|---|---|\n| Ports | (+) Yes | No |", "(+", "[+]", "| Ports | [+] Yes |"
      ),
    ])
  func choices(written: String, mark: String, new: String, expected: String) async throws {
    let text = SampleBriefing.march.replacing("The costs are high.", with: written)
    let fixed = try await applied("Replace with “\(new)”", at: mark, text)
    let changed = fixed.scratch.text(path) ?? ""
    #expect(changed.contains(expected), "\(changed)")
  }

  @Test("a mention becomes a link")
  func mention() async throws {
    let linked = try await applied("Turn “Red” into a link", at: "\n\nRe", SampleBriefing.march)
    #expect(linked.scratch.text(path)?.contains("[[Red]] and Blue speak") == true)
  }

  @Test("a table is marked as another kind, and its directive keeps its attributes")
  func tables() async throws {
    let (_, all) = try await actions(at: "| Tolls | [+", SampleBriefing.march)
    let titles = all.compactMap { $0["title"]?.text }.filter { $0.hasPrefix("Mark") }
    #expect(
      titles == [
        "Mark this table as positions transposed", "Mark this table as options", "Mark this table as plain",
      ])
    let plain = try await applied("Mark this table as plain", at: "| Tolls | [+", SampleBriefing.march)
    #expect(plain.scratch.text(path)?.contains("<!-- standpoint: plain id=core -->\n| Aspect") == true)
    let bare = SampleBriefing.march.replacing("<!-- standpoint: positions id=core -->\n", with: "")
    let options = try await applied("Mark this table as options", at: "| Tolls | [+", bare)
    #expect(options.scratch.text(path)?.contains("<!-- standpoint: options -->\n| Aspect") == true)
  }

  @Test("a row that is too short gets its missing cell")
  func missingCell() async throws {
    let text = SampleBriefing.march.replacing("| Ports | — | [-] No |", with: "| Ports | — |")
    let fixed = try await applied("Add the missing cell", at: "| Por", text)
    #expect(fixed.scratch.text(path)?.contains("| Ports | — |  |") == true)
  }

  @Test("formatting aligns the columns of tables, and changes nothing else")
  func formatting() async throws {
    let client = try await EditorClient(SampleBriefing.files)
    let params =
      #"{"textDocument": {"uri": "\#(client.uri(path))"}, "options": {"tabSize": 2, "insertSpaces": true}}"#
    let edits = await client.request("textDocument/formatting", params).list
    let lines = edits.compactMap { $0["newText"]?.text }
    #expect(
      lines == [
        "| Aspect | Red           | Blue       |", "|--------|---------------|------------|",
        "| Tolls  | [+] Yes, soon | [--] Never |", "| Ports  | —             | [-] No     |",
      ])
    try client.scratch.write(path, SampleBriefing.march)
    try await client.apply(
      .object([
        "documentChanges": .array([
          .object(["textDocument": .object(["uri": .string(client.uri(path))]), "edits": .array(edits)])
        ])
      ]))
    await client.settle()
    #expect(
      await client.request("textDocument/formatting", params).list == [], "formatting again changes nothing")
  }
}
