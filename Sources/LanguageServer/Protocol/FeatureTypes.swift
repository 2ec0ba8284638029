import Text

/// A finding that the client shows at its place.
struct ShownDiagnostic: Codable, Sendable, Hashable {
  struct Description: Codable, Sendable, Hashable { let href: String }

  struct Related: Codable, Sendable, Hashable {
    let location: FileLocation
    let message: String
  }

  let range: TextRange
  /// 1: error, 2: warning, 3: information.
  let severity: Int
  let code: String
  var codeDescription: Description?
  let source: String
  let message: String
  var relatedInformation: [Related]?
}

struct PublishDiagnosticsParams: Codable, Sendable {
  let uri: String
  var version: Int?
  let diagnostics: [ShownDiagnostic]
}

struct CompletionItem: Codable, Sendable {
  /// The kinds of the protocol that are used.
  enum Kind: Int, Codable, Sendable {
    case text = 1
    case function = 3
    case field = 5
    case `class` = 7
    case module = 9
    case property = 10
    case value = 12
    case keyword = 14
    case snippet = 15
    case file = 17
    case reference = 18
    case event = 23
  }

  let label: String
  let kind: Kind
  var detail: String?
  var documentation: String?
  var sortText: String?
  var filterText: String?
  var textEdit: TextEdit?
}

struct CompletionList: Codable, Sendable {
  let isIncomplete: Bool
  let items: [CompletionItem]
}

struct MarkupContent: Codable, Sendable, Hashable {
  private(set) var kind = "markdown"
  let value: String

  init(_ blocks: [MarkdownBlock]) { value = blocks.document }
}

struct Hover: Codable, Sendable {
  let contents: MarkupContent
  var range: TextRange?
}

struct ReferenceParams: Codable, Sendable {
  struct Options: Codable, Sendable { let includeDeclaration: Bool }

  let textDocument: DocumentIdentifier
  let position: TextPosition
  let context: Options?
}

struct DocumentSymbol: Codable, Sendable {
  let name: String
  var detail: String?
  let kind: Int
  let range: TextRange
  let selectionRange: TextRange
  var children: [DocumentSymbol]?
}

struct SymbolParams: Codable, Sendable { let query: String }

struct WorkspaceSymbol: Codable, Sendable {
  let name: String
  let kind: Int
  let location: FileLocation
  var containerName: String?
}

struct DocumentLink: Codable, Sendable {
  let range: TextRange
  let target: String
}

struct RenameParams: Codable, Sendable {
  let textDocument: DocumentIdentifier
  let position: TextPosition
  let newName: String
}

struct PreparedRename: Codable, Sendable {
  let range: TextRange
  let placeholder: String
}

struct FormattingParams: Codable, Sendable {
  let textDocument: DocumentIdentifier
  /// Nil: the whole document.
  let range: TextRange?
}

struct CodeActionParams: Codable, Sendable {
  let textDocument: DocumentIdentifier
  let range: TextRange
}

struct CodeAction: Codable, Sendable {
  let title: String
  let kind: String
  var diagnostics: [ShownDiagnostic]?
  var isPreferred: Bool?
  let edit: WorkspaceEdit
}

/// Changes to files. Clients that know `documentChanges` get those, others only `changes`.
struct WorkspaceEdit: Codable, Sendable {
  /// One step: the edits of a document, or the creation or the renaming of a file.
  struct Step: Codable, Sendable {
    struct Options: Codable, Sendable { var ignoreIfExists: Bool? }

    /// `create` or `rename`; nil: edits.
    var kind: String?
    var uri: String?
    var oldUri: String?
    var newUri: String?
    var options: Options?
    var textDocument: VersionedDocument?
    var edits: [TextEdit]?
  }

  /// A document with its version; the version is null for a file that is not open.
  struct VersionedDocument: Codable, Sendable {
    let uri: String
    let version: Int?

    enum Key: CodingKey { case uri, version }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: Key.self)
      try container.encode(uri, forKey: .uri)
      try container.encode(version, forKey: .version)
    }
  }

  var changes: [String: [TextEdit]]?
  var documentChanges: [Step]?
}
