import Content
import FileSystem
import Foundation
import Publishing
import TestSites
import TestSupport
import Testing
import Text

@testable import LanguageServer

/// An editor: a client of the language server within this process, with a site on disk.
actor EditorClient {
  let scratch: ScratchFolder
  let server: LanguageServer
  private let input: AsyncStream<[UInt8]>.Continuation
  private let serving: Task<Bool, Never>
  private var listening: Task<Void, Never>?
  private var number = 0
  private var answers: [Int: JSONValue] = [:]
  private var waiting: [Int: CheckedContinuation<JSONValue, Never>] = [:]
  private(set) var notifications: [(method: String, params: JSONValue)] = []
  /// Answers without an identifier.
  private(set) var strayErrors: [JSONValue] = []
  /// By address.
  private(set) var diagnostics: [String: [JSONValue]] = [:]
  private var versions: [String: Int] = [:]

  static let today = PartialDate(year: 2026, month: 6, day: 1)

  /// - Parameters:
  ///   - files: by path below the folder of the site.
  ///   - capabilities: as JSON.
  init(_ files: [String: String], capabilities: String = allCapabilities, starts: Bool = true) async throws {
    scratch = try ScratchFolder()
    for (path, text) in files { try scratch.write(path, text) }
    var setup = LanguageServer.Setup()
    setup.options.today = Self.today
    setup.guide = "https://guide.example"
    let (stream, input) = AsyncStream<[UInt8]>.makeStream()
    let (output, sent) = AsyncStream<[UInt8]>.makeStream()
    let server = LanguageServer(setup) { sent.yield($0) }
    self.server = server
    self.input = input
    serving = Task {
      defer { sent.finish() }
      return await server.run(stream)
    }
    listen(output)
    guard starts else { return }
    _ = await request(
      "initialize", #"{"processId": null, "rootUri": "\#(uri(""))", "capabilities": \#(capabilities)}"#)
    notify("initialized", "{}")
    await settle()
  }

  static let allCapabilities = """
    {"general": {"positionEncodings": ["utf-16"]}, "window": {"workDoneProgress": true}, "workspace": {
      "didChangeWatchedFiles": {"dynamicRegistration": true},
      "workspaceEdit": {"documentChanges": true, "resourceOperations": ["create", "rename"]}}}
    """

  private func listen(_ output: AsyncStream<[UInt8]>) {
    listening = Task { [weak self] in
      var frames = MessageFrames()
      for await bytes in output {
        for frame in frames.take(bytes) {
          if case .message(let content) = frame { await self?.take(content) }
        }
      }
    }
  }

  private func take(_ content: [UInt8]) {
    guard let message = try? JSONDecoder().decode(JSONValue.self, from: Data(content)) else {
      Issue.record("the server sent something that is not JSON")
      return
    }
    if case .string(let method)? = message["method"] {
      notifications.append((method, message["params"] ?? .null))
      if method == "textDocument/publishDiagnostics", let params = message["params"],
        let uri = params["uri"]?.text
      {
        diagnostics[uri] = params["diagnostics"]?.list ?? []
      }
      return
    }
    guard case .int(let id)? = message["id"] else { return strayErrors.append(message) }
    if let waiter = waiting.removeValue(forKey: id) {
      waiter.resume(returning: message)
    } else {
      answers[id] = message
    }
  }

  nonisolated func uri(_ path: String) -> String { "file://" + scratch.absolute(path) }

  /// Sends bytes as they are.
  nonisolated func send(_ bytes: [UInt8]) { input.yield(bytes) }

  nonisolated func notify(_ method: String, _ params: String) {
    send(
      MessageFrames.framed(Array(#"{"jsonrpc": "2.0", "method": "\#(method)", "params": \#(params)}"#.utf8)))
  }

  /// The whole answer to a request.
  func answer(_ method: String, _ params: String) async -> JSONValue {
    number += 1
    let id = number
    send(
      MessageFrames.framed(
        Array(#"{"jsonrpc": "2.0", "id": \#(id), "method": "\#(method)", "params": \#(params)}"#.utf8)))
    return await answer(to: id)
  }

  func answer(to id: Int) async -> JSONValue {
    if let known = answers.removeValue(forKey: id) { return known }
    return await withCheckedContinuation { waiting[id] = $0 }
  }

  /// The result of a request.
  func request(_ method: String, _ params: String) async -> JSONValue {
    await answer(method, params)["result"] ?? .null
  }

  func open(_ path: String, _ text: String? = nil) throws {
    let content = try text ?? String(contentsOfFile: scratch.absolute(path), encoding: .utf8)
    versions[path] = 1
    notify(
      "textDocument/didOpen",
      #"{"textDocument": {"uri": "\#(uri(path))", "languageId": "markdown", "version": 1, "text": \#(JSONWriter.quoted(content))}}"#
    )
  }

  /// Replaces the text of an open document, or, with a range as JSON, a part of it.
  func change(_ path: String, _ text: String, range: String? = nil) {
    versions[path, default: 1] += 1
    let place = range.map { #""range": \#($0), "# } ?? ""
    notify(
      "textDocument/didChange",
      #"{"textDocument": {"uri": "\#(uri(path))", "version": \#(versions[path] ?? 1)}, "contentChanges": [{\#(place)"text": \#(JSONWriter.quoted(text))}]}"#
    )
  }

  func close(_ path: String) {
    notify("textDocument/didClose", #"{"textDocument": {"uri": "\#(uri(path))"}}"#)
  }

  /// The result of a request about the place after `mark` in the text of a document.
  func at(
    _ mark: String, in path: String, _ text: String, _ method: String, _ more: String = ""
  ) async throws -> JSONValue {
    let bytes = Array(text.utf8)
    let found = try #require(text.range(of: mark), "“\(mark)” is not in the text")
    let offset = text.utf8.distance(from: text.utf8.startIndex, to: found.upperBound)
    let place = LineIndex(bytes).position(of: offset, .utf16)
    return await request(
      method,
      #"{"textDocument": {"uri": "\#(uri(path))"}, "position": {"line": \#(place.line), "character": \#(place.character)}\#(more)}"#
    )
  }

  /// Waits until the server has worked on everything that it was told.
  func settle() async {
    // The answer to a request comes after what was sent before it was taken.
    _ = await request("workspace/symbol", #"{"query": "no such name"}"#)
    while let work = await server.working { await work.value }
    _ = await request("workspace/symbol", #"{"query": "no such name"}"#)
  }

  func messages(_ path: String) -> [String] {
    (diagnostics[uri(path)] ?? []).compactMap { $0["message"]?.text }
  }

  func codes(_ path: String) -> [String] { (diagnostics[uri(path)] ?? []).compactMap { $0["code"]?.text } }

  /// Says `exit`; whether the server ended in order.
  func exit() async -> Bool {
    notify("exit", "null")
    return await serving.value
  }
}

extension JSONValue {
  subscript(key: String) -> JSONValue? { if case .object(let members) = self { members[key] } else { nil } }
  subscript(index: Int) -> JSONValue? {
    if case .array(let values) = self, values.indices.contains(index) { values[index] } else { nil }
  }
  var text: String? { if case .string(let text) = self { text } else { nil } }
  var number: Int? { if case .int(let number) = self { number } else { nil } }
  var list: [JSONValue] { if case .array(let values) = self { values } else { [] } }
  /// The members of a list, each by one of its own members.
  func texts(_ key: String) -> [String] { list.compactMap { $0[key]?.text } }
}
