import Text

/// What the client can do, and what it has asked for.
struct ClientAbilities: Sendable {
  /// The unit of characters in positions.
  var unit = ColumnUnit.utf16
  /// It watches files for the server.
  var watchesFiles = false
  /// It shows the progress of work.
  var showsProgress = false
  /// It applies edits that name the versions of documents.
  var appliesSteps = false
  /// It creates files.
  var createsFiles = false
  /// It renames files.
  var renamesFiles = false
  /// Where the guide can be read, with a slash at its end; nil: unknown.
  var guide: String?

  init() {}

  init(_ params: InitializeParams, guide: String?) {
    let offered = params.capabilities
    // Positions are UTF-16 unless a client names others.
    if offered?.general?.positionEncodings?.contains("utf-8") == true { unit = .utf8 }
    watchesFiles = offered?.workspace?.didChangeWatchedFiles?.dynamicRegistration ?? false
    showsProgress = offered?.window?.workDoneProgress ?? false
    let edits = offered?.workspace?.workspaceEdit
    appliesSteps = edits?.documentChanges ?? false
    createsFiles = appliesSteps && edits?.resourceOperations?.contains("create") == true
    renamesFiles = appliesSteps && edits?.resourceOperations?.contains("rename") == true
    self.guide = (params.initializationOptions?.guide ?? guide).map { $0.hasSuffix("/") ? $0 : $0 + "/" }
  }

  var encodingName: String { unit == .utf8 ? "utf-8" : "utf-16" }
}
