import Foundation
import Testing

@testable import LanguageServer

@Suite("Diagnostics in an editor", .timeLimit(.minutes(60))) struct DiagnosticsTests {
  private let path = "Content/reports/march.md"

  @Test("a problem in unsaved text is shown at its place, and cleared once it is fixed")
  func cleared() async throws {
    let client = try await EditorClient(SampleBriefing.files)
    #expect(await client.codes(path) == [])
    try await client.open(path)
    await client.change(path, SampleBriefing.march.replacing("[[Tolls#Blue]]", with: "😀 [[Tols]]"))
    await client.settle()
    let shown = try #require(await client.diagnostics[client.uri(path)]?.first)
    #expect(shown["code"]?.text == "unknown-name")
    #expect(shown["severity"]?.number == 1)
    #expect(shown["codeDescription"]?["href"]?.text == "https://guide.example/diagnostics/#unknown-name")
    #expect(shown["message"]?.text?.contains("did you mean “Tolls”?") == true)
    let start = try #require(shown["range"]?["start"])
    let end = try #require(shown["range"]?["end"])
    #expect(start["line"]?.number == 9 && start["character"]?.number == 36)
    #expect(end["character"]?.number == 44)
    await client.change(path, SampleBriefing.march)
    await client.settle()
    #expect(await client.diagnostics[client.uri(path)] == [])
  }

  @Test("closing a document without saving brings back the text on disk")
  func closed() async throws {
    let client = try await EditorClient(SampleBriefing.files)
    try await client.open(path, "# Other\n\n[[Nothing at all]]\n")
    await client.settle()
    #expect(await client.codes(path).contains("unknown-name"))
    await client.close(path)
    await client.settle()
    #expect(await client.codes(path) == [])
  }

  @Test("a change of one file shows and clears problems in others")
  func others() async throws {
    let client = try await EditorClient(SampleBriefing.files)
    let april = "Content/reports/april.md"
    try await client.open(path)
    await client.change(path, SampleBriefing.march.replacing("## Costs", with: "## Price"))
    await client.settle()
    #expect(await client.codes(april) == ["broken-anchor"])
    await client.change(path, SampleBriefing.march)
    await client.settle()
    #expect(await client.codes(april) == [])
  }

  @Test("another place that a message names is related information")
  func related() async throws {
    var files = SampleBriefing.files
    files["Content/pages/tolls.md"] = "---\ntitle: Tolls\n---\n\nText.\n"
    let client = try await EditorClient(files)
    let shown = await client.diagnostics[client.uri(path)] ?? []
    let ambiguous = try #require(shown.first { $0["code"]?.text == "ambiguous-name" })
    let places = ambiguous["relatedInformation"]?.list.compactMap { $0["location"]?["uri"]?.text } ?? []
    #expect(places.contains(client.uri("Content/pages/tolls.md")))
  }

  @Test("settings are checked as they are written")
  func settings() async throws {
    let client = try await EditorClient(SampleBriefing.files)
    try await client.open("Content/site.yml")
    await client.change("Content/site.yml", "title: Site\nbase-url: https://example.org/x/\nlanguge: en\n")
    await client.settle()
    #expect(await client.codes("Content/site.yml") == ["unknown-key"])
  }

  @Test("a file that the client saw coming or going is taken in")
  func watched() async throws {
    let client = try await EditorClient(SampleBriefing.files)
    let new = "Content/reports/new.md"
    try client.scratch.write(new, "# New\n\n[[Nobody here]]\n")
    client.notify(
      "workspace/didChangeWatchedFiles", #"{"changes": [{"uri": "\#(client.uri(new))", "type": 1}]}"#)
    await client.settle()
    #expect(await client.codes(new).contains("unknown-name"))
    try FileManager.default.removeItem(atPath: client.scratch.absolute(new))
    client.notify(
      "workspace/didChangeWatchedFiles", #"{"changes": [{"uri": "\#(client.uri(new))", "type": 3}]}"#)
    await client.settle()
    #expect(await client.codes(new) == [])
  }
}
