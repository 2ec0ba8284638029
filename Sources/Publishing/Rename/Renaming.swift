import Content
import Diagnostics
import FileSystem
import Graph
import Markdown
import Text
import Workspace

/// Gives an issue, a party, a report, a page, a heading, a footnote or a source another name, everywhere at once.
///
/// The old name stays as an alias, and an address that changes as a redirect. Names in prose are left as they are: the alias
/// keeps them linked.
package struct Renaming {
  /// What can get another name.
  package enum Subject: Sendable, Hashable {
    case issue(ID<Issue>)
    case party(ID<Party>)
    case report(ID<ReportEntry>)
    case page(ID<PageEntry>)
    /// The text on the home page.
    case home
    /// A heading of a file, by its node.
    case heading(path: String, node: Int)
    /// A footnote of a file, by its label.
    case footnote(path: String, label: String)
    case source(String)
  }

  /// Why something cannot get a name.
  package struct Refusal: Error, Sendable, Hashable {
    /// One sentence, lower-case start, no full stop.
    package let message: String

    init(_ message: String) { self.message = message }
  }

  let graph: IssueGraph
  let folders: SiteFolders
  /// Whether files may get another name.
  let movesFiles: Bool
  private let read: (String) -> [UInt8]?

  /// - Parameters:
  ///   - movesFiles: whether a file that is named after its title gets another name, too.
  ///   - read: the text of a file below the content folder that `graph` was made from; nil: it cannot be read.
  package init(
    _ graph: IssueGraph, in folders: SiteFolders, movesFiles: Bool = true,
    read: @escaping (String) -> [UInt8]?
  ) {
    self.graph = graph
    self.folders = folders
    self.movesFiles = movesFiles
    self.read = read
  }

  /// The changes to all files, sorted by path. The graph must have no errors about the name.
  package func edits(renaming subject: Subject, to new: String) throws(Refusal) -> [FileEdits] {
    let name = String(new.trimmingWhitespace)
    switch subject {
    case .issue(let id): return try member(.issue(id), to: name)
    case .party(let id): return try member(.party(id), to: name)
    case .report(let id): return try report(id, to: name)
    case .page(let id): return try page(id, to: name)
    case .home: return try home(to: name)
    case .heading(let path, let node): return try heading(path, node, to: name)
    case .footnote(let path, let label): return try footnote(path, label, to: name)
    case .source(let key): return try source(key, to: name)
    }
  }

  /// The path of a file below the content folder.
  func path(_ sourcePath: String) -> String? {
    folders.diskPath(of: sourcePath).relative(to: folders.content)
  }

  func bytes(_ path: String) throws(Refusal) -> [UInt8] {
    guard let bytes = read(path) else { throw Refusal("“\(folders.sourcePath(path))” cannot be read") }
    return bytes
  }

  func exists(_ path: String) -> Bool { read(path) != nil }

  /// Refuses what a link or a heading of a table cannot contain.
  func check(_ name: String) throws(Refusal) {
    if NameKey(name).isEmpty { throw Refusal("a name needs a letter or a digit") }
    if let bad = name.first(where: { "[]|#".contains($0) || $0.isNewline }) {
      throw Refusal(bad.isNewline ? "a name cannot contain a line break" : "a name cannot contain “\(bad)”")
    }
    let kind = NameInText.kind(in: name)
    if !kind.isEmpty {
      throw Refusal("a name cannot start with “\(kind)”, which says what kind of thing a link leads to")
    }
  }

  /// An address of the site as front matter names it, such as `/issues/tolls/`.
  func shown(_ address: String) -> String {
    "/" + address + (graph.settings.addresses.ending)
  }
}

/// The changes that are gathered, by path.
struct GatheredEdits {
  private var files: [String: FileEdits] = [:]
  /// The file that was read last: most changes follow others of the same file.
  private var last: (path: String, bytes: [UInt8])?

  /// The text of a file.
  mutating func text<Failure>(
    _ path: String, _ read: (String) throws(Failure) -> [UInt8]
  ) throws(Failure) -> [UInt8] {
    if let last, last.path == path { return last.bytes }
    let bytes = try read(path)
    last = (path, bytes)
    return bytes
  }

  mutating func add(_ range: Range<Int>, _ text: String, to path: String) {
    files[path, default: FileEdits(path)].add(FileEdits.Edit(range, text))
  }

  subscript(path: String) -> FileEdits {
    get { files[path] ?? FileEdits(path) }
    set { files[path] = newValue }
  }

  var sorted: [FileEdits] {
    files.values.filter { !$0.edits.isEmpty || $0.newPath != nil || $0.isNew }
      .sortedByBytes(of: \.path)
  }
}
