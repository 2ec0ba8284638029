import Testing

@testable import LanguageServer

@Suite("Completion", .timeLimit(.minutes(60))) struct CompletionTests {
  private static let path = "Content/reports/march.md"

  /// The labels that are offered after `typed` at the end of a document, and the texts that they put in its place.
  private func offered(
    _ typed: String, in path: String = path, _ text: String = SampleBriefing.march + "\n"
  ) async throws -> (labels: [String], texts: [String]) {
    let client = try await EditorClient(SampleBriefing.files)
    let whole = text + typed
    try await client.open(path, whole)
    let list = try await client.at(whole, in: path, whole, "textDocument/completion")
    let items = list["items"] ?? .null
    return (items.texts("label"), items.list.compactMap { $0["textEdit"]?["newText"]?.text })
  }

  @Test("a wikilink offers the names of every kind, and says what they are")
  func names() async throws {
    let (labels, texts) = try await offered("See [[")
    for name in ["Tolls", "Road charges", "Ports", "Red", "Blue", "The March plan", "About"] {
      #expect(labels.contains(name))
    }
    #expect(texts.contains("Tolls]]"))
    #expect(try await offered("See [[plan").labels == ["The March plan"], "a later word of a name")
    #expect(try await offered("See ![[party:R").labels == ["Red"])
    #expect(try await offered("See [[Tolls]] ").labels == [])
  }

  @Test("what an item is stands beside it")
  func details() async throws {
    let client = try await EditorClient(SampleBriefing.files)
    let text = "See [["
    try await client.open(Self.path, text)
    let items = try await client.at(text, in: Self.path, text, "textDocument/completion")["items"]?.list ?? []
    func item(_ label: String) -> JSONValue? { items.first { $0["label"]?.text == label } }
    #expect(item("Tolls")?["detail"]?.text == "issue")
    #expect(item("Tolls")?["documentation"]?.text == "Drivers should pay for roads.")
    #expect(item("Road charges")?["detail"]?.text == "issue: Tolls")
    #expect(item("The March plan")?["detail"]?.text == "report")
  }

  @Test("after # stand the parties of an issue, or the headings of a page")
  func fragments() async throws {
    #expect(try await offered("[[Tolls#").labels.sorted() == ["Blue", "Red"])
    #expect(try await offered("[[About#").texts == ["Method]]"])
    let client = try await EditorClient(SampleBriefing.files)
    let issue = "Content/issues/tolls.md"
    try await client.open(issue, SampleBriefing.tolls + "\n## The past [years]\n")
    let text = SampleBriefing.march + "\n[[Tolls#"
    try await client.open(Self.path, text)
    await client.settle()
    let items = try await client.at(text, in: Self.path, text, "textDocument/completion")["items"]
    #expect(items?.texts("label") == ["Blue", "Red", "The past [years]"], "parties, then headings")
    #expect(items?.list.last?["textEdit"]?["newText"]?.text == "the-past-years]]")
    #expect(try await offered("[[The March plan#").labels == ["Costs"])
    #expect(try await offered("[[#").labels == ["Costs"])
  }

  @Test("citations, footnotes, directives and callouts")
  func others() async throws {
    #expect(try await offered("See [@").texts == ["talks]"])
    #expect(try await offered("See [^").texts == ["note]"])
    #expect(try await offered("<!-- standpoint: ").texts.contains("positions -->"))
    #expect(try await offered("> [!").texts.contains("tension]"))
  }

  @Test("tables offer parties and issues in headings, and stance marks in other cells")
  func tables() async throws {
    #expect(try await offered("| Aspect | ").labels.contains("Red"))
    let table = "| Aspect | Red |\n|---|---|\n"
    #expect(try await offered(table + "| To").labels == ["Tolls"])
    #expect(try await offered(table + "| Tolls | ").labels == ["[++]", "[+]", "[~]", "[0]", "[-]", "[--]"])
    #expect(try await offered(table + "| Tolls | [+] Yes").labels == [])
  }

  @Test("front matter offers keys, and the values of a key")
  func frontMatter() async throws {
    let start = "---\ntitle: New\n"
    let path = "Content/reports/new.md"
    let keys = try await offered("co", in: path, start).labels
    #expect(keys.contains("core-issues") && keys.contains("summary") && !keys.contains("acts-for"))
    #expect(try await offered("core-issues: [", in: path, start).labels.sorted() == ["Ports", "Tolls"])
    #expect(try await offered("affects:\n  - ", in: path, start).labels.sorted() == ["Blue", "Red"])
    #expect(try await offered("tags: [", in: path, start).labels == ["roads"])
    #expect(try await offered("draft: ", in: path, start).labels == ["true", "false"])
    #expect(try await offered("draft: ", in: path, start).texts == ["true", "false"], "no text")
    #expect(
      try await offered("acts-for: ", in: "Content/parties/new.md", start).labels.sorted() == ["Blue", "Red"])
  }

  @Test("site.yml offers its keys, and the values of a key")
  func settings() async throws {
    let path = "Content/site.yml"
    #expect(try await offered("", in: path, "title: x\n").labels.contains("review-after"))
    #expect(try await offered("quiet: [", in: path, "").labels.contains("unused-footnote"))
    #expect(try await offered("page-kinds:\n  ", in: path, "").labels.contains("tensions"))
  }
}
