import Testing

@testable import LanguageServer

@Suite("What a renaming finds", .timeLimit(.minutes(60))) struct RenamePlaceTests {
  private let march = "Content/reports/march.md"
  private let april = "Content/reports/april.md"
  private let home = "Content/index.md"

  /// The site after the thing at the end of `mark` has got a name.
  private func renamed(
    _ mark: String, in path: String, to name: String, changing changes: [String: String]
  ) async throws -> EditorClient {
    let files = SampleBriefing.files.merging(changes) { $1 }
    let client = try await EditorClient(files)
    #expect(await client.diagnostics.values.allSatisfy(\.isEmpty))
    let text = try #require(files[path])
    let edit = try await client.at(mark, in: path, text, "textDocument/rename", #", "newName": "\#(name)""#)
    try await client.apply(edit)
    await client.settle()
    #expect(await client.diagnostics.values.allSatisfy(\.isEmpty), "renaming caused a problem")
    return client
  }

  /// What a client would rename at the end of `mark`: its name and its text.
  private func offered(
    _ mark: String, in path: String, _ changes: [String: String] = [:]
  ) async throws -> (name: String?, text: String) {
    let files = SampleBriefing.files.merging(changes) { $1 }
    let client = try await EditorClient(files)
    let text = try #require(files[path])
    let answer = try await client.at(mark, in: path, text, "textDocument/prepareRename")
    func column(_ name: String) -> Int { answer["range"]?[name]?["character"]?.number ?? 0 }
    let line = text.split(separator: "\n", omittingEmptySubsequences: false)[
      answer["range"]?["start"]?["line"]?.number ?? 0]
    return (
      answer["placeholder"]?.text, String(line.utf16.prefix(column("end")).dropFirst(column("start"))) ?? ""
    )
  }

  @Test("the home page gets its title in its file and in all links, and keeps its file and its address")
  func homePage() async throws {
    let links = SampleBriefing.april + "\nSee [[Welcome]], [[Welcome#Aims|aims]] and [home](../index.md).\n"
    let changes = [home: "---\ntitle: Welcome\n---\n\nOn [[Red]].\n\n## Aims\n\nMore.\n", april: links]
    for (mark, path) in [("title: Wel", home), ("[[Wel", april), ("[home](../ind", april)] {
      let client = try await renamed(mark, in: path, to: "Start here", changing: changes)
      #expect(
        client.scratch.text(home)
          == "---\ntitle: Start here\naliases:\n  - Welcome\n---\n\nOn [[Red]].\n\n## Aims\n\nMore.\n")
      #expect(
        client.scratch.text(april)?.hasSuffix(
          "\nSee [[Start here]], [[Start here#Aims|aims]] and [home](../index.md).\n") == true)
    }
  }

  @Test("the home page is offered, found and described like other pages")
  func homePageElsewhere() async throws {
    let text = SampleBriefing.april + "\nSee [[Welcome]] and [[Wel"
    let client = try await EditorClient(
      SampleBriefing.files.merging([home: "---\ntitle: Welcome\n---\n\n## Aims\n", april: text]) { $1 })
    try await client.open(april)
    let items = try await client.at("and [[Wel", in: april, text, "textDocument/completion")["items"]
    #expect(items?.texts("label") == ["Welcome"] && items?.texts("detail") == ["page"])
    let hover = try await client.at("See [[Wel", in: april, text, "textDocument/hover")
    #expect(hover["contents"]?["value"]?.text == "**Welcome** (home page)")
    #expect(await client.request("workspace/symbol", #"{"query": "welc"}"#).texts("name") == ["Welcome"])
    await client.change(april, SampleBriefing.april + "\n[[Welcome#")
    let headings = try await client.at(
      "\n[[Welcome#", in: april, SampleBriefing.april + "\n[[Welcome#", "textDocument/completion")
    #expect(headings["items"]?.texts("label") == ["Aims"])
  }

  @Test("a name that the home page has is refused for other things")
  func homePageTaken() async throws {
    let client = try await EditorClient(
      SampleBriefing.files.merging([home: "---\ntitle: Welcome\n---\n\nText\n"]) { $1 })
    let answer = await client.answer(
      "textDocument/rename",
      #"{"textDocument": {"uri": "\#(client.uri(home))"}, "position": {"line": 1, "character": 9}, "newName": "About"}"#
    )
    #expect(answer["error"]?["message"]?.text == "“About” is already the title of another file")
    let tolls = await client.answer(
      "textDocument/rename",
      #"{"textDocument": {"uri": "\#(client.uri("Content/issues/tolls.md"))"}, "position": {"line": 1, "character": 9}, "newName": "welcome"}"#
    )
    #expect(tolls["error"]?["message"]?.text == "“welcome” is already the title of another file")
  }

  @Test("a file that is in the way is named as messages name files")
  func fileInTheWay() async throws {
    let client = try await EditorClient(
      SampleBriefing.files.merging(["Content/issues/fees.md": "---\ntitle: Old\ndraft: true\n---\n"]) { $1 })
    let answer = await client.answer(
      "textDocument/rename",
      #"{"textDocument": {"uri": "\#(client.uri("Content/issues/tolls.md"))"}, "position": {"line": 1, "character": 9}, "newName": "Fees"}"#
    )
    #expect(answer["error"]?["message"]?.text == "“Content/issues/fees.md” already exists")
  }

  @Test("the part of a wikilink before # and the part after it are different things")
  func partsOfWikilinks() async throws {
    let text = SampleBriefing.april + "\n[[issue:Tolls#Blue|who]] ![[Tolls#Red]]\n"
    let files = [april: text]
    #expect(try await offered("[[The Ma", in: april, files) == ("The March plan", "The March plan"))
    #expect(try await offered("plan#Co", in: april, files) == ("Costs", "Costs"))
    #expect(try await offered("[[issue:To", in: april, files) == ("Tolls", "Tolls"))
    #expect(try await offered("Tolls#Bl", in: april, files) == ("Blue", "Blue"))
    #expect(try await offered("![[Tol", in: april, files) == ("Tolls", "Tolls"))
    #expect(
      try await offered("|wh", in: april, files).name == nil, "a link to a position has no name of its own")
  }

  @Test(
    "a title in a heading is replaced there, however the heading is written and whatever stands before it",
    arguments: [
      ("# The March plan", "# The plan"), ("The March plan\n===", "The plan\n==="),
      ("# The March plan #", "# The plan #"), ("# The *March* plan {#top}", "# The plan {#top}"),
      ("```sh\n# a comment\n```\n\n# The March plan", "```sh\n# a comment\n```\n\n# The plan"),
      ("# [[Tolls]]: the March plan", "# The plan"),
    ])
  func titleInHeading(_ heading: String, _ expected: String) async throws {
    let body = SampleBriefing.march.replacing("title: The March plan\n", with: "")
      .replacing("Red and Blue speak", with: heading + "\n\nRed and Blue speak")
    let name = heading.contains("[[") ? "Tolls: the March plan" : "The March plan"
    let client = try await renamed(
      "See [[" + name.prefix(3), in: april, to: "The plan",
      changing: [march: body, april: SampleBriefing.april.replacing("The March plan", with: name)])
    let text = client.scratch.text(march) ?? ""
    #expect(text.contains("\n\n\(expected)\n\nRed and Blue"), "\(text)")
    #expect(text.contains("aliases:\n  - \(name.contains(":") ? "\"\(name)\"" : name)\n"), "\(text)")
  }

  @Test(
    "a title on several lines of front matter is replaced as a whole",
    arguments: [
      "title: >-\n  The March\n  plan\n", "title: |-\n  The March plan\n", "title: The March\n  plan\n",
      "title: \"The March\n  plan\"\n", "title: 'The March\n  plan'\n",
    ])
  func titleOnLines(_ title: String) async throws {
    let body = SampleBriefing.march.replacing("title: The March plan\n", with: title)
    let client = try await renamed(
      "[plan](mar", in: april, to: "The plan",
      changing: [march: body, april: "---\ndate: 2025-04-05\n---\n\n[plan](march.md)\n"])
    let text = client.scratch.text(march) ?? ""
    #expect(
      text.contains("title: The plan\ndate:") || text.contains("title: \"The plan\"\ndate:")
        || text.contains("title: 'The plan'\ndate:"), "\(text)")
  }

  @Test("a link that takes its destination from a definition follows a file that moves, and a heading")
  func definedLinks() async throws {
    let links = """
      ---
      date: 2025-04-05
      ---

      [The issue][tolls], [tolls], [Tolls][] and [costs][C o].

      ~~~
      [tolls]: ../issues/tolls.md
      ~~~

      [Tolls]: ../issues/tolls.md "Title of tolls"
      [c  O]:
        <march.md#costs>

      """
    let issue = try await renamed(
      "[The iss", in: april, to: "Road pricing", changing: [april: links])
    let text = issue.scratch.text(april) ?? ""
    #expect(text.contains("\n[tolls]: ../issues/tolls.md\n~~~"), "code stays: \(text)")
    #expect(text.contains("\n[Tolls]: ../issues/road-pricing.md \"Title of tolls\"\n"), "\(text)")
    let heading = try await renamed("## Cos", in: march, to: "Price", changing: [april: links])
    #expect(heading.scratch.text(april)?.contains("\n  <march.md#price>\n") == true)
  }

  @Test("links whose letters are not encoded follow a file that moves")
  func plainLinks() async throws {
    let client = try await renamed(
      "title: Zö", in: "Content/pages/zölle.md", to: "Über Maut",
      changing: [
        "Content/pages/zölle.md": "---\ntitle: Zölle\n---\n\nText\n",
        april: SampleBriefing.april + "\n[a](../pages/zölle.md) [b](../pages/z%C3%B6lle.md)\n",
      ])
    let text = client.scratch.text(april) ?? ""
    #expect(text.hasSuffix("\n[a](../pages/über-maut.md) [b](../pages/%C3%BCber-maut.md)\n"), "\(text)")
  }

  @Test("the page of a folder stays its index")
  func indexOfFolder() async throws {
    let path = "Content/setup/readme.md"
    let client = try await renamed(
      "[set](../set", in: april, to: "Setting up",
      changing: [
        "Content/site.yml":
          "title: Site\nbase-url: https://example.org/x/\nfeeds: [Tolls]\ndocuments: pages\n",
        path: "Text\n", april: "---\ndate: 2025-04-05\n---\n\n[set](../setup/readme.md)\n",
      ])
    #expect(client.scratch.text(path)?.hasPrefix("---\ntitle: Setting up\n") == true)
  }
}
