import Testing

@testable import LanguageServer

@Suite("Renaming in an editor", .timeLimit(.minutes(60))) struct RenameTests {
  private let march = "Content/reports/march.md"
  private let april = "Content/reports/april.md"

  private func renamed(
    _ mark: String, in path: String, _ text: String, to name: String
  ) async throws -> EditorClient {
    let client = try await EditorClient(SampleBriefing.files)
    let before = await client.diagnostics.values.flatMap { $0.compactMap { $0["code"]?.text } }.sorted()
    let edit = try await client.at(
      mark, in: path, text, "textDocument/rename", #", "newName": "\#(name)""#)
    try await client.apply(edit)
    await client.settle()
    let after = await client.diagnostics.values.flatMap { $0.compactMap { $0["code"]?.text } }.sorted()
    #expect(after == before, "renaming caused or fixed a problem")
    return client
  }

  @Test("an issue with a file gets its new name in every table, link, key and setting")
  func issueWithFile() async throws {
    let client = try await renamed("| Tol", in: march, SampleBriefing.march, to: "Road pricing")
    let text = client.scratch.text(march) ?? ""
    #expect(text.contains("core-issues: [Road pricing]"))
    #expect(text.contains("[[Road pricing#Blue]]"))
    #expect(text.contains("[the issue](../issues/road-pricing.md)"))
    #expect(text.contains("| Road pricing | [+] Yes, soon"))
    #expect(text.contains("speak of Tolls."), "prose stays, and the alias keeps it linked")
    #expect(client.scratch.text("Content/site.yml")?.contains("feeds: [Road pricing]") == true)
    #expect(client.scratch.text("Content/parties/red.md")?.contains("[[Road pricing#Red]]") == true)
    #expect(client.scratch.text("Content/issues/tolls.md") == nil)
    let file = client.scratch.text("Content/issues/road-pricing.md") ?? ""
    #expect(file.contains("title: Road pricing\naliases: [Road charges, Tolls]"))
    #expect(file.contains("redirects:\n  - \"/issues/tolls/\"\n"))
  }

  @Test("a party without a file gets one, with its old name and address")
  func partyWithoutFile() async throws {
    let client = try await renamed("| Aspect | Red | Bl", in: march, SampleBriefing.march, to: "Azure")
    #expect(client.scratch.text(march)?.contains("| Aspect | Red | Azure |") == true)
    #expect(client.scratch.text(march)?.contains("[[Tolls#Azure]]") == true)
    #expect(client.scratch.text(april)?.contains("| Aspect | Red | Azure |") == true)
    let file = client.scratch.text("Content/parties/azure.md") ?? ""
    #expect(file.contains("title: Azure") && file.contains("aliases:\n  - Blue\n"))
    #expect(file.contains("redirects:\n  - \"/parties/blue/\"\n"))
  }

  @Test("a report and a page get their new titles in all links")
  func reportAndPage() async throws {
    let report = try await renamed("[[The March plan]", in: april, SampleBriefing.april, to: "The plan")
    #expect(report.scratch.text(april)?.contains("[[The plan#Costs]], [[The plan]]") == true)
    #expect(report.scratch.text(march)?.contains("title: The plan\n") == true)
    let page = try await renamed("[ab", in: april, SampleBriefing.april, to: "Costs of work")
    #expect(page.scratch.text(april)?.contains("[about](../pages/about.md#") == true)
  }

  @Test("a heading gets its new text in links to it")
  func heading() async throws {
    let client = try await renamed("## Cos", in: march, SampleBriefing.march, to: "Price")
    #expect(client.scratch.text(march)?.contains("## Price\n") == true)
    #expect(client.scratch.text(april)?.contains("[[The March plan#Price]], [[The March plan]]") == true)
  }

  @Test(
    "a page is renamed from its title and from a link in another folder, and keeps its old name and its address"
  )
  func page() async throws {
    let path = "Content/pages/about.md"
    let about = try #require(SampleBriefing.files[path])
    let titled = try await renamed("title: Ab", in: path, about, to: "Über uns")
    let file = titled.scratch.text("Content/pages/über-uns.md")
    #expect(file?.hasPrefix("---\ntitle: Über uns\naliases:\n  - About\n") == true)
    #expect(titled.scratch.text(april)?.contains("(../pages/%C3%BCber-uns.md#method)") == true)
    let text = SampleBriefing.april + "\nMore in [[About]], [[page:About|there]] and [[About#Method]].\n"
    let client = try await EditorClient(SampleBriefing.files)
    try client.scratch.write(april, text)
    try await client.open(april, text)
    await client.settle()
    let edit = try await client.at(
      "More in [[Ab", in: april, text, "textDocument/rename", #", "newName": "The project""#)
    try await client.apply(edit)
    #expect(
      client.scratch.text(april)?.hasSuffix(
        "\nMore in [[The project]], [[page:The project|there]] and [[The project#Method]].\n") == true)
    #expect(client.scratch.text("Content/pages/the-project.md")?.contains("- \"/about/\"") == true)
  }

  @Test(
    "a heading of a page, an issue or a party is renamed in links from other files, whatever characters it gets"
  )
  func headingOfPage() async throws {
    let path = "Content/pages/about.md"
    let about = try #require(SampleBriefing.files[path])
    let plain = try await renamed("## Me", in: path, about, to: "Our method")
    #expect(plain.scratch.text(april)?.contains("[about](../pages/about.md#our-method)") == true)
    let text = SampleBriefing.april + "\nMore in [[About#Method]].\n"
    let client = try await EditorClient(SampleBriefing.files)
    try client.scratch.write(april, text)
    try await client.open(april, text)
    await client.settle()
    let edit = try await client.at(
      "## Me", in: path, about, "textDocument/rename", #", "newName": "Method: all [of] it""#)
    try await client.apply(edit)
    #expect(client.scratch.text(path)?.contains("## Method: all [of] it\n") == true)
    #expect(client.scratch.text(april)?.hasSuffix("\nMore in [[About#method-all-of-it]].\n") == true)
  }

  @Test("marks of a footnote are renamed in any case")
  func footnoteInAnyCase() async throws {
    let text = SampleBriefing.march.replacing("The costs are high.", with: "The costs are high.[^NOTE]")
    let client = try await EditorClient(SampleBriefing.files)
    try client.scratch.write(march, text)
    try await client.open(march, text)
    await client.settle()
    let edit = try await client.at(
      "tolls.md).[^no", in: march, text, "textDocument/rename", #", "newName": "costs""#)
    try await client.apply(edit)
    let changed = try #require(client.scratch.text(march))
    #expect(changed.contains("The costs are high.[^costs]") && changed.contains("\n[^costs]: A note"))
  }

  @Test("a footnote and a source get new labels wherever they stand")
  func notes() async throws {
    let note = try await renamed("[^no", in: march, SampleBriefing.march, to: "costs")
    #expect(note.scratch.text(march)?.contains("tolls.md).[^costs]") == true)
    #expect(note.scratch.text(march)?.contains("\n[^costs]: A note") == true)
    let source = try await renamed("[@tal", in: march, SampleBriefing.march, to: "talks-2025")
    #expect(source.scratch.text(march)?.contains("[@talks-2025, p. 4]") == true)
    #expect(source.scratch.text("Content/sources/talks-2025.md")?.contains("redirects:") == true)
  }

  @Test("a name that something else has, and a place without a name, are refused with a reason")
  func refused() async throws {
    let client = try await EditorClient(SampleBriefing.files)
    func failure(_ mark: String, _ name: String) async throws -> String? {
      let found = try #require(SampleBriefing.march.range(of: mark))
      let before = SampleBriefing.march[..<found.upperBound]
      let line = before.filter { $0 == "\n" }.count
      let column = before.split(separator: "\n", omittingEmptySubsequences: false).last?.utf16.count ?? 0
      let answer = await client.answer(
        "textDocument/rename",
        #"{"textDocument": {"uri": "\#(client.uri(march))"}, "position": {"line": \#(line), "character": \#(column)}, "newName": "\#(name)"}"#
      )
      return answer["error"]?["message"]?.text
    }
    #expect(try await failure("| Tol", "Ports") == "“Ports” is already a name of “Ports”")
    #expect(try await failure("| Tol", "About") == "“About” is already the title of another file")
    #expect(try await failure("title: The", "Ports") == "“Ports” is already a name of “Ports”")
    #expect(try await failure("## Co", "See [x](y.md)") == "write the heading without links")
    #expect(try await failure("| Tol", "A | B") == "a name cannot contain “|”")
    #expect(try await failure("| Tol", "A\\nB") == "a name cannot contain a line break")
    #expect(
      try await failure("| Tol", "Party: Red")
        == "a name cannot start with “Party:”, which says what kind of thing a link leads to")
    #expect(try await failure("The costs are", "X") == "nothing here can be renamed")
  }

  @Test("unsaved text is renamed, too")
  func unsaved() async throws {
    let client = try await EditorClient(SampleBriefing.files)
    let text = SampleBriefing.april + "\nMore about [[Tolls]].\n"
    try await client.open(april)
    await client.change(april, text)
    let edit = try await client.at(
      "| Tol", in: march, SampleBriefing.march, "textDocument/rename", #", "newName": "Fees""#)
    let step = edit["documentChanges"]?.list.first { $0["textDocument"]?["uri"]?.text == client.uri(april) }
    #expect(step?["textDocument"]?["version"]?.number == 2)
    #expect(step?["edits"]?.list.count == 2)
  }
}
