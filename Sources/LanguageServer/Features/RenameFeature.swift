import Content
import Diagnostics
import FileSystem
import Graph
import Publishing
import Text

/// Renames what is under the cursor, in all files.
enum RenameFeature {
  static func prepared(_ snapshot: Snapshot, _ params: PositionParams) throws -> PreparedRename? {
    guard let chosen = chosen(snapshot, params.textDocument, params.position),
      let lines = snapshot.path(params.textDocument.uri).flatMap({ snapshot.lines($0) })
    else { throw ResponseError.failed("nothing here can be renamed") }
    return PreparedRename(
      range: lines.range(of: chosen.range, snapshot.client.unit), placeholder: chosen.name)
  }

  static func edit(_ snapshot: Snapshot, _ params: RenameParams) throws -> WorkspaceEdit? {
    guard let chosen = chosen(snapshot, params.textDocument, params.position) else {
      throw ResponseError.failed("nothing here can be renamed")
    }
    let renaming = Renaming(
      snapshot.graph, in: snapshot.folders, movesFiles: snapshot.client.renamesFiles
    ) { snapshot.lines($0)?.bytes }
    do throws(Renaming.Refusal) {
      return EditWriter(snapshot).edit(try renaming.edits(renaming: chosen.subject, to: params.newName))
    } catch {
      throw ResponseError.failed(error.message)
    }
  }

  /// What is renamed.
  private struct Chosen {
    let subject: Renaming.Subject
    /// Its name now.
    let name: String
    let range: Range<Int>
  }

  private static func chosen(
    _ snapshot: Snapshot, _ document: DocumentIdentifier, _ position: TextPosition
  ) -> Chosen? {
    guard let (path, offset) = snapshot.cursor(document, position), let lines = snapshot.lines(path),
      let found = Navigation.found(snapshot, document, position)
    else { return nil }
    if let part = WikilinkPart(at: offset, in: found.range, lines.bytes) {
      return target(of: part, leadingTo: found.target, snapshot)
        .flatMap { subject(of: $0, snapshot) }
        .map { Chosen(subject: $0.subject, name: $0.name, range: part.range) }
    }
    return subject(of: found.target, snapshot)
      .map { Chosen(subject: $0.subject, name: $0.name, range: found.range) }
  }

  /// What a part of a wikilink names; the link may lead to a heading of it, or to a position on it.
  private static func target(
    of part: WikilinkPart, leadingTo target: SymbolTarget, _ snapshot: Snapshot
  ) -> SymbolTarget? {
    let graph = snapshot.graph
    func named(_ subjects: [MentionSubject]) -> SymbolTarget? {
      subjects.first { graph.names(of: $0).contains { NameKey($0) == NameKey(part.text) } }
        .map { SymbolTarget($0) }
    }
    func position(_ id: ID<Position>) -> SymbolTarget? {
      let position = graph.positions[id.index]
      return named([.issue(position.issue), .party(position.party)])
        ?? (part.isFragment ? nil : .report(position.report))
    }
    switch target {
    case .position(let id): return position(id)
    case .positions(let ids): return ids.first.flatMap(position)
    case .pair(let pair): return named([.issue(pair.issue), .party(pair.party)])
    case .block(let path, _) where !part.isFragment: return snapshot.file(path)?.subject
    default: return target
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
    case .page(""): return graph.home.map { (.home, $0.page.header.title) }
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

/// The part of a wikilink that a place is in: what it names before or after `#`.
private struct WikilinkPart {
  let range: Range<Int>
  let text: String
  /// Whether it comes after `#`.
  let isFragment: Bool

  /// nil: the place is elsewhere, such as in the text that the link shows.
  init?(at offset: Int, in link: Range<Int>, _ bytes: [UInt8]) {
    let opening = bytes[link].starts(with: Array("!".utf8)) ? 3 : 2
    guard bytes[link].dropFirst(opening - 2).starts(with: Array("[[".utf8)) else { return nil }
    let start = link.lowerBound + opening
    let end = bytes[start..<link.upperBound].firstIndex { Array("]|\\".utf8).contains($0) } ?? link.upperBound
    guard start <= offset, offset <= end else { return nil }
    let hash = bytes[start..<end].firstIndex(of: UInt8(ascii: "#")) ?? end
    isFragment = offset > hash
    var range = isFragment ? hash + 1..<end : start..<hash
    let named = String(decoding: bytes[range], as: UTF8.self).lowercased()
    let kind = ["issue:", "party:", "report:", "page:"].first { named.hasPrefix($0) }
    if !isFragment, let kind { range = range.lowerBound + kind.utf8.count..<range.upperBound }
    while !range.isEmpty, bytes[range.lowerBound] == 0x20 { range = range.lowerBound + 1..<range.upperBound }
    while !range.isEmpty, bytes[range.upperBound - 1] == 0x20 {
      range = range.lowerBound..<range.upperBound - 1
    }
    if range.isEmpty { return nil }
    self.range = range
    text = String(decoding: bytes[range], as: UTF8.self)
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
