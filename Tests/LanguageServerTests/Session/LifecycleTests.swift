import Foundation
import Testing

@testable import LanguageServer

@Suite("The life of the language server", .timeLimit(.minutes(60))) struct LifecycleTests {
  @Test("it says what it can do, and ends in order after shutdown and exit")
  func inOrder() async throws {
    let client = try await EditorClient(SampleBriefing.files, starts: false)
    let result = await client.request(
      "initialize",
      #"{"processId": null, "rootUri": "\#(client.uri(""))", "capabilities": {"general": {"positionEncodings": ["utf-16", "utf-8"]}}}"#
    )
    #expect(result["capabilities"]?["positionEncoding"]?.text == "utf-8")
    #expect(result["serverInfo"]?["name"]?.text == "standpoint")
    client.notify("initialized", "{}")
    #expect(await client.request("shutdown", "null") == .null)
    #expect(await client.exit())
  }

  @Test("positions are UTF-16 for clients that know nothing else")
  func defaultEncoding() async throws {
    let client = try await EditorClient(SampleBriefing.files, starts: false)
    let result = await client.request("initialize", #"{"rootUri": "\#(client.uri(""))", "capabilities": {}}"#)
    #expect(result["capabilities"]?["positionEncoding"]?.text == "utf-16")
    #expect(await !client.exit(), "it ended without shutdown")
  }

  @Test("a request before initialize, a second initialize and a request after shutdown are errors")
  func outOfOrder() async throws {
    let client = try await EditorClient(SampleBriefing.files, starts: false)
    #expect(await client.answer("textDocument/hover", "{}")["error"]?["code"]?.number == -32002)
    let initialize = #"{"rootUri": "\#(client.uri(""))", "capabilities": {}}"#
    #expect(await client.answer("initialize", initialize)["error"] == nil)
    #expect(await client.answer("initialize", initialize)["error"]?["code"]?.number == -32600)
    client.notify("initialized", "{}")
    _ = await client.request("shutdown", "null")
    #expect(await client.answer("workspace/symbol", #"{"query": ""}"#)["error"]?["code"]?.number == -32600)
    #expect(await client.exit())
  }

  @Test(
    "a message that is not understood gives an error, and the next request is answered",
    arguments: [
      "Content-Length: 9\r\n\r\nnot json!", "Content-Length: 2\r\n\r\n[]", "Content-Length: x\r\n\r\n",
      "Content-Length: 4\r\n\r\nnull", "Content-Length: 17\r\n\r\n{\"jsonrpc\":\"2.0\"}",
    ])
  func malformed(_ message: String) async throws {
    let client = try await EditorClient(SampleBriefing.files)
    client.send(Array(message.utf8))
    #expect(await client.request("workspace/symbol", #"{"query": "Tolls"}"#)[0]?["name"]?.text == "Tolls")
    #expect(await client.strayErrors.count == 1)
  }

  @Test("unknown methods and invalid parameters give errors")
  func unknown() async throws {
    let client = try await EditorClient(SampleBriefing.files)
    #expect(await client.answer("textDocument/unknown", "{}")["error"]?["code"]?.number == -32601)
    #expect(
      await client.answer("textDocument/hover", #"{"textDocument": 3}"#)["error"]?["code"]?.number == -32602)
    let outside =
      #"{"textDocument": {"uri": "\#(client.uri("Content/reports/march.md"))"}, "position": {"line": 999999, "character": -7}}"#
    #expect(await client.answer("textDocument/hover", outside)["error"] == nil)
  }

  @Test("a cancelled request is answered with an error or with its result")
  func cancelled() async throws {
    let client = try await EditorClient(SampleBriefing.files)
    client.send(
      MessageFrames.framed(
        Array(#"{"jsonrpc": "2.0", "id": 900, "method": "workspace/symbol", "params": {"query": ""}}"#.utf8)))
    client.notify("$/cancelRequest", #"{"id": 900}"#)
    let answer = await client.answer(to: 900)
    #expect(answer["error"]?["code"]?.number == -32800 || answer["result"] != nil)
    client.notify("$/cancelRequest", #"{"id": "never heard of"}"#)
    #expect(await client.request("workspace/symbol", #"{"query": "Tolls"}"#) != .null)
  }

  @Test("the progress of loading is shown, and the client is asked to watch the files")
  func progress() async throws {
    let client = try await EditorClient(SampleBriefing.files)
    let messages = await client.notifications
    #expect(messages.contains { $0.method == "window/workDoneProgress/create" })
    let kinds = messages.filter { $0.method == "$/progress" }.compactMap { $0.params["value"]?["kind"]?.text }
    #expect(kinds.first == "begin" && kinds.last == "end")
    let registration = messages.first { $0.method == "client/registerCapability" }?.params["registrations"]?[
      0]
    #expect(registration?["method"]?.text == "workspace/didChangeWatchedFiles")
  }

  @Test("a folder that is no site gives a message and empty answers")
  func noSite() async throws {
    let client = try await EditorClient(["notes.txt": "x"])
    #expect(await client.request("workspace/symbol", #"{"query": ""}"#) == .null)
    #expect(await client.notifications.contains { $0.method == "window/showMessage" })
  }
}
