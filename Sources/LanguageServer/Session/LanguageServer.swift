import Diagnostics
import FileSystem
import Foundation
import Graph
import Publishing
import Text
import Workspace

/// A server of the Language Server Protocol 3.17 for one site.
///
/// Notifications are handled in the order in which they come; requests are answered from a snapshot, beside each other.
/// Content with errors gives diagnostics, and a message that cannot be understood an error; neither ends the server.
package actor LanguageServer {
  /// What the command line says.
  package struct Setup: Sendable {
    /// The site, relative to the folder that the client has open; nil: that folder.
    package var site: String?
    package var content: String?
    package var templates: String?
    package var options = BuildOptions()
    /// Where the guide can be read; nil: messages do not link to it.
    package var guide: String?
    package var version = ""

    package init() {}
  }

  let setup: Setup
  private let write: @Sendable ([UInt8]) -> Void
  private var state = State.new
  private var requests: [RequestID: Task<Void, Never>] = [:]
  private var asked = 0

  var client = ClientAbilities()
  var root: String?
  /// Nil: the folder that is open is not a site.
  var folders: SiteFolders?
  /// All open documents, by address.
  var open: [String: OpenDocument] = [:]
  var pending = PendingWork()
  var analysis: SiteAnalysis?
  var working: Task<Void, Never>?
  /// Whether `analysis` lacks changes that are being worked on.
  var isCatchingUp = false
  /// Requests that wait for an analysis.
  var waiting: [CheckedContinuation<Void, Never>] = []
  /// The analysis whose diagnostics the client shows; nil: files may have changed in other ways since.
  var published: SiteAnalysis?
  /// What the client shows, by the address of the file.
  var shown: [String: [ShownDiagnostic]] = [:]

  private enum State { case new, initialized, shutDown }

  /// - Parameter write: takes the bytes that the client gets, in order.
  package init(_ setup: Setup, write: @escaping @Sendable ([UInt8]) -> Void) {
    self.setup = setup
    self.write = write
  }

  /// Serves until the client says `exit` or closes the stream.
  ///
  /// - Returns: whether the client asked the server to shut down before.
  package func run(_ input: AsyncStream<[UInt8]>) async -> Bool {
    var frames = MessageFrames()
    for await bytes in input {
      for frame in frames.take(bytes) where await take(frame) { return end() }
    }
    return end()
  }

  private func end() -> Bool {
    for task in requests.values { task.cancel() }
    working?.cancel()
    return state == .shutDown
  }

  /// Handles a frame; true: the client says `exit`.
  private func take(_ frame: MessageFrames.Frame) async -> Bool {
    switch frame {
    case .malformed:
      fail(nil, ResponseError(code: -32600, message: "the header of a message has no valid Content-Length"))
    case .oversized(let size):
      fail(nil, ResponseError(code: -32600, message: "a message of \(size) bytes is too large"))
    case .message(let content):
      let bytes = LoneSurrogates.replaced(in: content)
      guard let envelope = try? JSONDecoder().decode(Envelope.self, from: Data(bytes)) else {
        let isJSON = (try? JSONDecoder().decode(JSONValue.self, from: Data(bytes))) != nil
        fail(nil, isJSON ? .invalidRequest : .parseError)
        return false
      }
      return await take(envelope, bytes)
    }
    return false
  }

  private func take(_ envelope: Envelope, _ bytes: [UInt8]) async -> Bool {
    guard let method = envelope.method else {
      // An answer to a request of the server needs nothing; anything else is no message.
      if envelope.id == nil { fail(nil, .invalidRequest) }
      return false
    }
    if method == "exit" { return true }
    guard let id = envelope.id else {
      if state == .initialized { notify(method, bytes) }
      return false
    }
    switch (method, state) {
    case ("initialize", .new): initialize(id, bytes)
    case ("initialize", _): fail(id, .invalidRequest)
    case (_, .new): fail(id, .notInitialized)
    case (_, .shutDown): fail(id, .invalidRequest)
    case ("shutdown", .initialized):
      state = .shutDown
      answer(id, JSONValue.null)
    case (_, .initialized): start(method, id, bytes)
    }
    return false
  }

  private func initialize(_ id: RequestID, _ bytes: [UInt8]) {
    guard let params: InitializeParams = Self.parameters(bytes) else {
      return fail(id, .invalidParameters("initialize"))
    }
    client = ClientAbilities(params, guide: setup.guide)
    root =
      (params.workspaceFolders?.first?.uri ?? params.rootUri).flatMap(FileURI.path)?.text ?? params.rootPath
    state = .initialized
    openSite(params.initializationOptions?.site ?? setup.site)
    answer(
      id,
      InitializeResult(
        capabilities: ServerCapabilities(positionEncoding: client.encodingName),
        serverInfo: InitializeResult.Server(name: "standpoint", version: setup.version)))
  }

  private func notify(_ method: String, _ bytes: [UInt8]) {
    switch method {
    case "initialized":
      watchFiles()
      pending.isVague = true
      work()
    case "textDocument/didOpen": if let params: DidOpenParams = Self.parameters(bytes) { didOpen(params) }
    case "textDocument/didChange":
      if let params: DidChangeParams = Self.parameters(bytes) { didChange(params) }
    case "textDocument/didClose": if let params: DocumentParams = Self.parameters(bytes) { didClose(params) }
    case "textDocument/didSave": if let params: DocumentParams = Self.parameters(bytes) { didSave(params) }
    case "workspace/didChangeWatchedFiles":
      if let params: WatchedFilesParams = Self.parameters(bytes) { didChange(params) }
    case "$/cancelRequest":
      if let params: CancelParams = Self.parameters(bytes) { requests[params.id]?.cancel() }
    default: break
    }
  }

  /// Answers a request in a task of its own.
  private func start(_ method: String, _ id: RequestID, _ bytes: [UInt8]) {
    guard let feature = Feature.all[method] else { return fail(id, .unknownMethod(method)) }
    guard requests[id] == nil else { return fail(id, .invalidRequest) }
    requests[id] = Task {
      let snapshot = await snapshot(waiting: feature.needsLatest)
      let result = await Self.run(feature, method, snapshot, id, bytes)
      requests[id] = nil
      write(MessageFrames.framed(result))
    }
  }

  @concurrent private static func run(
    _ feature: Feature, _ method: String, _ snapshot: Snapshot?, _ id: RequestID, _ bytes: [UInt8]
  ) async -> [UInt8] {
    do {
      if Task.isCancelled { throw ResponseError.cancelled }
      let result = try feature.answer(snapshot, id, method, bytes)
      if Task.isCancelled { throw ResponseError.cancelled }
      return result
    } catch {
      let failure = error as? ResponseError ?? ResponseError(code: -32603, message: "\(error)")
      return encoded(ErrorAnswer(id: id, error: failure))
    }
  }
}

extension LanguageServer {
  /// The parameters of a message; nil: they are not those of its method.
  static func parameters<Value: Decodable & Sendable>(_ bytes: [UInt8]) -> Value? {
    (try? JSONDecoder().decode(Parameters<Value>.self, from: Data(bytes)))?.params
  }

  static func encoded(_ message: some Encodable) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.withoutEscapingSlashes, .sortedKeys]
    return (try? encoder.encode(message)).map { Array($0) } ?? []
  }

  func send(_ message: some Encodable) { write(MessageFrames.framed(Self.encoded(message))) }

  func answer(_ id: RequestID, _ result: some Encodable) { send(Answer(id: id, result: result)) }

  func fail(_ id: RequestID?, _ error: ResponseError) { send(ErrorAnswer(id: id, error: error)) }

  func tell(_ method: String, _ params: some Encodable) {
    send(Outgoing(id: nil, method: method, params: params))
  }

  /// Sends a request whose answer does not matter.
  func ask(_ method: String, _ params: some Encodable) {
    asked += 1
    send(Outgoing(id: .string("standpoint-\(asked)"), method: method, params: params))
  }
}
