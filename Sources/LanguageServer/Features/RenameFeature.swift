import Content
import Diagnostics
import FileSystem
import Graph
import Publishing
import Text

/// Renames what stands under the cursor, in all files.
enum RenameFeature {
  static func prepared(_ snapshot: Snapshot, _ params: PositionParams) throws -> PreparedRename? {
    guard let (path, _) = snapshot.cursor(params.textDocument, params.position),
      let lines = snapshot.lines(path),
      let found = Navigation.found(snapshot, params.textDocument, params.position),
      let (_, name) = subject(of: found.target, snapshot)
    else { throw ResponseError.failed("nothing here can be renamed") }
    return PreparedRename(range: lines.range(of: found.range, snapshot.client.unit), placeholder: name)
  }

  static func edit(_ snapshot: Snapshot, _ params: RenameParams) throws -> WorkspaceEdit? {
    guard let found = Navigation.found(snapshot, params.textDocument, params.position),
      let (subject, _) = subject(of: found.target, snapshot)
    else { throw ResponseError.failed("nothing here can be renamed") }
    let renaming = Renaming(
      snapshot.graph, in: snapshot.folders, movesFiles: snapshot.client.renamesFiles
    ) { snapshot.lines($0)?.bytes }
    do throws(Renaming.Refusal) {
      return EditWriter(snapshot).edit(try renaming.edits(renaming: subject, to: params.newName))
    } catch {
      throw ResponseError.failed(error.message)
    }
  }

  /// What is renamed, and its name now.
  private static func subject(
    of target: SymbolTarget, _ snapshot: Snapshot
  ) -> (subject: Renaming.Subject, name: String)? {
    let graph = snapshot.graph
    switch target {
    case .issue(let id): return (.issue(id), graph.issues[id.index].name)
    case .party(let id): return (.party(id), graph.parties[id.index].name)
    case .report(let id): return (.report(id), graph.reports[id.index].report.header.title)
    case .page(let address):
      return graph.pages.first { $0.address == address }.map { (.page($0.id), $0.page.header.title) }
    case .block(let path, let node):
      guard let document = snapshot.file(path)?.header.document, document.nodes[node].kind == .heading else {
        return nil
      }
      return (.heading(path: path, node: node), document.plainText(of: node))
    case .footnote(let path, let node):
      guard let document = snapshot.file(path)?.header.document else { return nil }
      let label = document.string(document.nodes[node].text)
      return (.footnote(path: path, label: label), label)
    case .source(let key): return (.source(key), key)
    case .position, .positions, .pair, .stance, .asset: return nil
    }
  }
}

/// Writes changes as edits of the protocol.
struct EditWriter {
  private let snapshot: Snapshot

  init(_ snapshot: Snapshot) { self.snapshot = snapshot }

  func edit(_ files: [FileEdits]) -> WorkspaceEdit {
    var edit = WorkspaceEdit()
    if snapshot.client.appliesSteps {
      edit.documentChanges = files.flatMap(steps)
    } else {
      var changes: [String: [TextEdit]] = [:]
      for file in files { changes[snapshot.uri(file.path)] = edits(file) }
      edit.changes = changes
    }
    return edit
  }

  private func steps(_ file: FileEdits) -> [WorkspaceEdit.Step] {
    let uri = snapshot.uri(file.path)
    var steps: [WorkspaceEdit.Step] = []
    if file.isNew, snapshot.client.createsFiles {
      steps.append(WorkspaceEdit.Step(kind: "create", uri: uri, options: .init(ignoreIfExists: true)))
    }
    if !file.edits.isEmpty {
      let version = snapshot.documents[file.path]?.version
      steps.append(
        WorkspaceEdit.Step(
          textDocument: WorkspaceEdit.VersionedDocument(uri: uri, version: version), edits: edits(file)))
    }
    if let target = file.newPath {
      steps.append(WorkspaceEdit.Step(kind: "rename", oldUri: uri, newUri: snapshot.uri(target)))
    }
    return steps
  }

  private func edits(_ file: FileEdits) -> [TextEdit] {
    var lines = file.isNew ? LineIndex([]) : snapshot.lines(file.path) ?? LineIndex([])
    return file.edits.map {
      TextEdit(range: lines.nextRange(of: $0.range, snapshot.client.unit), newText: $0.text)
    }
  }
}
