import Content
import Diagnostics
import FileSystem
import Graph
import SampleArchives
import Synchronization
import TestSites
import TestSupport
import Testing

@testable import Workspace

@Suite("A workspace")
struct WorkspaceTests {
  static let today = PartialDate(year: 2026, month: 6, day: 1)

  @Test("after random edits is like one that is loaded anew", arguments: 1...UInt64(6))
  func sameAsLoaded(seed: UInt64) async throws {
    var author = try Author(seed: seed)
    var workspace = try await Workspace.load(try author.inputs(), from: author.files)
    var counts: [Workspace.Reach: Int] = [:]
    for _ in 0..<30 {
      let edit = try author.edit(workspace)
      let inputs = try author.inputs()
      if edit.isTextAlone {
        let (next, reach) = try await workspace.updating(edit.paths, from: author.files)
        workspace = next
        counts[reach, default: 0] += 1
      } else {
        workspace = try await workspace.updating(to: inputs, changed: edit.paths, from: author.files)
      }
      let loaded = try await Workspace.load(inputs, from: author.files)
      Self.expectSame(workspace, loaded, "seed \(seed): \(edit.words)")
    }
    let isMixed = [.text, .lists, .everything].allSatisfy { counts[$0, default: 0] > 0 }
    #expect(isMixed, "\(counts)")
  }

  private static func expectSame(_ updated: Workspace, _ loaded: Workspace, _ words: String) {
    let (found, expected) = (everything(updated), everything(loaded))
    let difference = zip(found, expected).first { $0 != $1 }
    #expect(found == expected, "\(words): \(difference.map { "\($0)" } ?? "other length")")
    #expect(updated.inputs.diagnostics == loaded.inputs.diagnostics, "\(words)")
  }

  /// All that a workspace tells, a line for each part; diagnostics in an order of their own.
  private static func everything(_ workspace: Workspace) -> [String] {
    DeepText.of(workspace.graph).split(separator: "\n").map(String.init)
      + workspace.diagnostics.map { DeepText.of($0) }.sorted()
      + workspace.withheld.map { "\($0)" } + workspace.assets
  }

  @Test("reads no other file than the changed one")
  func reads() async throws {
    let author = try Author(seed: 1)
    let workspace = try await Workspace.load(try author.inputs(), from: author.files)
    let path = "reports/r2.md"
    author.editor.open(path, try #require(author.site.scratch.text("Content/" + path)) + "\nMore text.\n")
    author.editor.forgetReads()
    let (next, reach) = try await workspace.updating([path], from: author.files)
    #expect(author.editor.reads == [path])
    #expect(reach == .text)
    let again = try await next.updating(to: next.inputs, from: author.files)
    #expect(author.editor.reads == [path])
    Self.expectSame(again, next, "nothing has changed")
  }

  @Test("stays as it was when a file cannot be read")
  func failure() async throws {
    let author = try Author(seed: 1)
    let workspace = try await Workspace.load(try author.inputs(), from: author.files)
    var files = author.files
    files.readFile = { (path: String) throws(EnvironmentError) in
      throw EnvironmentError("cannot read “\(path)”")
    }
    await #expect(throws: EnvironmentError.self) {
      try await workspace.updating(["reports/r1.md"], from: files)
    }
    let loaded = try await Workspace.load(try author.inputs(), from: author.files)
    Self.expectSame(workspace, loaded, "an update has failed")
  }

  @Test("with unsaved text is like one whose file was saved")
  func unsaved() async throws {
    let author = try Author(seed: 1)
    let workspace = try await Workspace.load(try author.inputs(), from: author.files)
    let path = "reports/r1.md"
    let text = "# A new text\n\n| Aspect | Green | Blue |\n|---|---|---|\n| Tolls | [+] Yes | No |\n"
    author.editor.open(path, text)
    let (unsaved, _) = try await workspace.updating([path], from: author.files)
    author.editor.close(path)
    try author.site.scratch.write("Content/" + path, text)
    let saved = try await Workspace.load(try author.inputs(), from: author.files)
    Self.expectSame(unsaved, saved, "unsaved text")
    #expect(unsaved.graph.parties.contains { $0.name == "Green" })
  }

  @Test("notices that a column of positions has become one of sources, and back")
  func sourceColumns() async throws {
    let author = try Author(seed: 1)
    let path = "reports/r1.md"
    func table(_ last: String) -> String {
      "# Rivers\n\n| Aspect | Green | Blue | \(last) |\n|---|---|---|---|\n| Tolls | Yes | No | https://a.example/1 |\n"
    }
    author.editor.open(path, table("Purple"))
    var workspace = try await Workspace.load(try author.inputs(), from: author.files)
    for last in ["Green source", "Blue source", "Purple"] {
      author.editor.open(path, table(last))
      workspace = try await workspace.updating([path], from: author.files).workspace
      let loaded = try await Workspace.load(try author.inputs(), from: author.files)
      Self.expectSame(workspace, loaded, last)
      #expect(workspace.graph.parties.contains { $0.name == "Purple" } == (last == "Purple"))
    }
  }
}

/// A site whose files change on disk and in an editor that has not saved them.
private struct Author {
  /// What has changed.
  struct Edit {
    let words: String
    /// Below the content folder.
    let paths: Set<String>
    /// Only text of files that the workspace reads has changed.
    let isTextAlone: Bool
  }

  var site: EditedSite
  let editor = Editor()
  let files: ContentFiles
  private let folders: SiteFolders
  private var random: SeededGenerator
  private var includesDrafts = true
  private var today = WorkspaceTests.today

  init(seed: UInt64) throws {
    site = try EditedSite(seed: seed)
    random = SeededGenerator(seed: seed &* 7919)
    folders = try site.scratch.folders()
    files = editor.covering(ContentFiles(onDisk: folders), folders)
  }

  func inputs() throws(EnvironmentError) -> WorkspaceInputs {
    try WorkspaceInputs.read(
      folders, from: files, switches: [], today: today, includesDrafts: includesDrafts)
  }

  mutating func edit(_ workspace: Workspace) throws -> Edit {
    switch Int.random(in: 0..<20, using: &random) {
    case 0:
      includesDrafts.toggle()
      return Edit(words: "drafts: \(includesDrafts)", paths: [], isTextAlone: false)
    case 1:
      today = today == WorkspaceTests.today ? PartialDate(year: 2029, month: 1, day: 1) : WorkspaceTests.today
      return Edit(words: "another day", paths: [], isTextAlone: false)
    case 2..<6: return unsavedEdit(workspace)
    case 6..<9:
      guard let path = editor.paths.randomElement(using: &random) else { return unsavedEdit(workspace) }
      editor.close(path)
      return edit("\(path): closed without saving", [path], workspace)
    default:
      let (words, changes) = try site.edit()
      let content = folders.content.text.utf8.count + 1
      return edit(
        words, Set(changes.paths.map { String(decoding: $0.utf8.dropFirst(content), as: UTF8.self) }),
        workspace)
    }
  }

  private mutating func unsavedEdit(_ workspace: Workspace) -> Edit {
    let paths = workspace.inputs.listing.sources.map(\.path) + ["site.yml"]
    let path = paths[Int.random(in: paths.indices, using: &random)]
    var edits = RandomEdits(seed: random.next())
    editor.open(path, edits.edited(editor[path] ?? site.scratch.text("Content/" + path) ?? ""))
    return edit("\(path): unsaved text", [path], workspace)
  }

  private func edit(_ words: String, _ paths: Set<String>, _ workspace: Workspace) -> Edit {
    let isTextAlone = paths.allSatisfy { workspace.reads($0) && site.scratch.exists("Content/" + $0) }
    return Edit(words: words, paths: paths, isTextAlone: isTextAlone)
  }
}

/// Texts that are open and not saved, and what has been read.
private final class Editor: Sendable {
  private struct State {
    var texts: [String: (text: String, version: Int)] = [:]
    var version = 0
    var reads: Set<String> = []
  }

  private let state = Mutex(State())

  /// Sorted.
  var paths: [String] { state.withLock { $0.texts.keys.sorted() } }
  /// What has been read since the last call of `forgetReads`.
  var reads: Set<String> { state.withLock { $0.reads } }

  subscript(path: String) -> String? { state.withLock { $0.texts[path]?.text } }

  func open(_ path: String, _ text: String) {
    state.withLock {
      $0.version += 1
      $0.texts[path] = (text, $0.version)
    }
  }

  func close(_ path: String) { state.withLock { $0.texts[path] = nil } }

  func forgetReads() { state.withLock { $0.reads = [] } }

  /// The files on disk, open texts in the place of theirs.
  func covering(_ disk: ContentFiles, _ folders: SiteFolders) -> ContentFiles {
    var files = disk
    files.readFile = { (path: String) throws(EnvironmentError) in
      let open = self.state.withLock { state in
        state.reads.insert(path)
        return state.texts[path]
      }
      guard let open else { return try disk.readFile(path) }
      let source = SourceText(path: folders.sourcePath(path), bytes: Array(open.text.utf8))
      return FileText(text: .success(source), version: .unsaved(open.version))
    }
    files.version = { (path: String) throws(EnvironmentError) in
      if let open = self.state.withLock({ $0.texts[path] }) { return .unsaved(open.version) }
      return try disk.version(path)
    }
    return files
  }
}
