import Content
import Diagnostics
import FileSystem
import Graph
import SampleArchives
import Synchronization
import TestSupport

@testable import Workspace

extension FuzzTarget {
  /// The bytes choose an archive and edits of its files, one after the other: after each, the updated workspace is like one that
  /// is loaded anew.
  static let workspace = FuzzTarget.suspending("workspace") { bytes in
    var model = EditedWorkspace(seed: bytes.prefix(8).reduce(0) { $0 << 8 | UInt64($1) })
    return await model.fault(after: bytes.dropFirst(8).prefix(4))
  }
}

/// An archive in memory, and a workspace that follows its edits.
private struct EditedWorkspace {
  private var files: [(path: String, text: String)]
  private let seed: UInt64
  private let inputs: WorkspaceInputs

  init(seed: UInt64) {
    self.seed = seed
    var archive = RandomArchive(seed: seed)
    files = archive.files(reports: 3).sorted { $0.0.utf8.lexicographicallyPrecedes($1.0.utf8) }
    files.insert(("index.md", "Welcome. [[Grain#Washington]]\n\n![[Gas#Kyiv]]\n"), at: 0)
    let listing = ContentListing(
      sources: files.map { path, _ in ContentListing.Source(path: path, role: Self.role(of: path)) })
    inputs = WorkspaceInputs(
      settings: SampleSite.settings, today: PartialDate(year: 2026, month: 6, day: 1), includesDrafts: false,
      isSingleDocument: false, listing: listing, diagnostics: [])
  }

  private static func role(of path: String) -> InputFile.Role {
    switch path.split(separator: "/").first {
    case "issues": .issue
    case "parties": .party
    case "reports": .report
    default: .home
    }
  }

  /// What differs after some of the edits; nil: nothing.
  ///
  /// - Parameter edits: a byte for each edit, which chooses the file.
  mutating func fault(after edits: ArraySlice<UInt8>) async -> String? {
    guard var workspace = await load() else { return "the archive cannot be loaded" }
    for (step, choice) in edits.enumerated() {
      let index = Int(choice) % files.count
      var author = RandomEdits(seed: seed &* 100 &+ UInt64(step) &+ UInt64(choice) << 32)
      files[index].text = author.edited(files[index].text)
      guard let updated = try? await workspace.updating([files[index].path], from: contents).workspace,
        let whole = await load()
      else { return "the edited archive cannot be loaded" }
      let (found, expected) = (Self.everything(updated), Self.everything(whole))
      if found != expected {
        let difference = zip(found, expected).first { $0 != $1 }
        return "step \(step), \(files[index].path): \(difference.map { "\($0)" } ?? "other length")"
      }
      workspace = updated
    }
    return nil
  }

  private func load() async -> Workspace? { try? await Workspace.load(inputs, from: contents) }

  private var contents: ContentFiles {
    let texts = Dictionary(files.map { ($0.path, $0.text) }) { first, _ in first }
    return ContentFiles(
      readFile: { (path: String) throws(EnvironmentError) in
        let source = SourceText(path: "Content/" + path, bytes: Array((texts[path] ?? "").utf8))
        return FileText(text: .success(source), version: nil)
      }, version: { (_: String) throws(EnvironmentError) in nil }, mayCopy: { _ in false },
      commitDays: { CommitDays(days: [:]) })
  }

  /// What a workspace tells, a line for each part; diagnostics in an order of their own. `RandomEditTests` compares every
  /// member, which takes a hundred times as long.
  private static func everything(_ workspace: Workspace) -> [String] {
    let messages = workspace.diagnostics.map { "\($0.id) \($0.place.debugDescription) \($0.message)" }
    return GraphText.of(workspace.graph).split(separator: "\n").map(String.init) + messages.sorted()
      + GraphText.anchors(of: workspace.graph).sorted()
  }
}
