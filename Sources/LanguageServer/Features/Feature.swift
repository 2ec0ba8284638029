import Foundation

/// How a request is answered.
struct Feature: Sendable {
  /// The answer must know all changes that came before the request.
  let needsLatest: Bool
  private let run: @Sendable (Snapshot?, RequestID, String, [UInt8]) throws -> [UInt8]

  /// - Parameter respond: gives the result; nil becomes null.
  private init<Params: Decodable & Sendable, Result: Encodable & SendableMetatype>(
    _ params: Params.Type, needsLatest: Bool = true,
    _ respond: @escaping @Sendable (Snapshot, Params) throws -> Result?
  ) {
    self.needsLatest = needsLatest
    run = { snapshot, id, method, bytes in
      guard let params: Params = LanguageServer.parameters(bytes) else {
        throw ResponseError.invalidParameters(method)
      }
      let result = try snapshot.flatMap { try respond($0, params) }
      return LanguageServer.encoded(Answer(id: id, result: result))
    }
  }

  /// The whole message that answers a request.
  func answer(
    _ snapshot: Snapshot?, _ id: RequestID, _ method: String, _ bytes: [UInt8]
  ) throws -> [UInt8] {
    try run(snapshot, id, method, bytes)
  }

  /// By method.
  static let all: [String: Feature] = [
    "textDocument/completion": Feature(PositionParams.self, needsLatest: false) { Completion($0, $1)?.list },
    "textDocument/hover": Feature(PositionParams.self) { HoverFeature.hover($0, $1) },
    "textDocument/definition": Feature(PositionParams.self) { Navigation.definition($0, $1) },
    "textDocument/references": Feature(ReferenceParams.self) { Navigation.references($0, $1) },
    "textDocument/documentSymbol": Feature(DocumentParams.self) { Symbols.ofDocument($0, $1) },
    "workspace/symbol": Feature(SymbolParams.self) { Symbols.ofSite($0, $1) },
    "textDocument/documentLink": Feature(DocumentParams.self) { Navigation.links($0, $1) },
    "textDocument/prepareRename": Feature(PositionParams.self) { try RenameFeature.prepared($0, $1) },
    "textDocument/rename": Feature(RenameParams.self) { try RenameFeature.edit($0, $1) },
    "textDocument/codeAction": Feature(CodeActionParams.self) { CodeActions.all($0, $1) },
    "textDocument/formatting": Feature(FormattingParams.self) { Formatting.edits($0, $1) },
    "textDocument/rangeFormatting": Feature(FormattingParams.self) {
      Formatting.edits($0, $1)
    },
  ]
}
