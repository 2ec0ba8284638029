/// What a client says about itself and the folder that it has open.
struct InitializeParams: Codable, Sendable {
  struct Folder: Codable, Sendable { let uri: String }

  struct Options: Codable, Sendable {
    /// Where the guide of Standpoint can be read; messages then link to it.
    let guide: String?
    /// The site, relative to the folder that is open.
    let site: String?
  }

  struct Capabilities: Codable, Sendable {
    struct General: Codable, Sendable { let positionEncodings: [String]? }
    struct Window: Codable, Sendable { let workDoneProgress: Bool? }
    struct Dynamic: Codable, Sendable { let dynamicRegistration: Bool? }
    struct Edits: Codable, Sendable {
      let documentChanges: Bool?
      let resourceOperations: [String]?
    }

    struct Workspace: Codable, Sendable {
      let didChangeWatchedFiles: Dynamic?
      let workspaceEdit: Edits?
    }

    let general: General?
    let window: Window?
    let workspace: Workspace?
  }

  let rootUri: String?
  let rootPath: String?
  let workspaceFolders: [Folder]?
  let initializationOptions: Options?
  let capabilities: Capabilities?
}

/// What the server offers.
struct InitializeResult: Codable, Sendable {
  struct Server: Codable, Sendable {
    let name: String
    let version: String
  }

  let capabilities: ServerCapabilities
  let serverInfo: Server
}

struct ServerCapabilities: Codable, Sendable {
  struct Sync: Codable, Sendable {
    var openClose = true
    /// Parts of the text are sent.
    var change = 2
    var save = true
  }

  struct Completion: Codable, Sendable {
    var triggerCharacters = ["[", "#", "@", "^", "!", "|", ":", "-", " "]
  }

  struct Rename: Codable, Sendable { var prepareProvider = true }
  struct Actions: Codable, Sendable { var codeActionKinds = ["quickfix", "refactor"] }
  struct Links: Codable, Sendable { var resolveProvider = false }

  let positionEncoding: String
  var textDocumentSync = Sync()
  var completionProvider = Completion()
  var hoverProvider = true
  var definitionProvider = true
  var referencesProvider = true
  var documentSymbolProvider = true
  var workspaceSymbolProvider = true
  var documentLinkProvider = Links()
  var renameProvider = Rename()
  var documentFormattingProvider = true
  var documentRangeFormattingProvider = true
  var codeActionProvider = Actions()
}

struct RegistrationParams: Codable, Sendable {
  struct Registration: Codable, Sendable {
    struct Options: Codable, Sendable {
      struct Watcher: Codable, Sendable { let globPattern: String }
      let watchers: [Watcher]
    }

    let id: String
    let method: String
    let registerOptions: Options
  }

  let registrations: [Registration]
}

struct ProgressToken: Codable, Sendable { let token: String }

struct ProgressParams: Codable, Sendable {
  struct Value: Codable, Sendable {
    /// `begin`, `report` or `end`.
    let kind: String
    var title: String?
    var message: String?
    var percentage: Int?
  }

  let token: String
  let value: Value
}

struct MessageParams: Codable, Sendable {
  /// 1: error, 2: warning, 3: information.
  let type: Int
  let message: String
}
