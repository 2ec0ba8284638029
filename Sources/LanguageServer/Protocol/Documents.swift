/// A place in a text: line and character count from 0, the character in the unit that client and server have agreed on.
struct TextPosition: Codable, Sendable, Hashable, Comparable {
  let line: Int
  let character: Int

  static func < (left: TextPosition, right: TextPosition) -> Bool {
    (left.line, left.character) < (right.line, right.character)
  }
}

/// A part of a text; the end is excluded.
struct TextRange: Codable, Sendable, Hashable {
  let start: TextPosition
  let end: TextPosition

  static let start = TextRange(
    start: TextPosition(line: 0, character: 0), end: TextPosition(line: 0, character: 0))
}

/// A part of a file.
struct FileLocation: Codable, Sendable, Hashable {
  let uri: String
  let range: TextRange
}

/// Names a document.
struct DocumentIdentifier: Codable, Sendable, Hashable {
  let uri: String
  var version: Int?
}

/// A document that the client opens.
struct DocumentItem: Codable, Sendable {
  let uri: String
  let version: Int
  let text: String
}

struct DidOpenParams: Codable, Sendable {
  let textDocument: DocumentItem
}

struct DidChangeParams: Codable, Sendable {
  struct Change: Codable, Sendable {
    /// Nil: `text` is the whole document.
    let range: TextRange?
    let text: String
  }

  let textDocument: DocumentIdentifier
  let contentChanges: [Change]
}

/// The parameters of requests and notifications about a whole document.
struct DocumentParams: Codable, Sendable {
  let textDocument: DocumentIdentifier
}

/// The parameters of requests about a place in a document.
struct PositionParams: Codable, Sendable {
  let textDocument: DocumentIdentifier
  let position: TextPosition
}

struct WatchedFilesParams: Codable, Sendable {
  struct Event: Codable, Sendable {
    let uri: String
    /// 1: created, 2: changed, 3: deleted.
    let type: Int
  }

  let changes: [Event]
}

struct CancelParams: Codable, Sendable {
  let id: RequestID
}

/// A text to put in the place of a range.
struct TextEdit: Codable, Sendable, Hashable {
  let range: TextRange
  let newText: String
}
