import Content
import Diagnostics
import FileSystem
import Graph
import Workspace

/// Writes accepted suggestions into the files of the content folder.
package struct ContentEdits: Sendable {
  /// A file that was written.
  package struct Written: Sendable, Hashable {
    package let edit: SuggestionEdits.FileEdit
    package let path: DiskPath
  }

  /// What became of all edits.
  package struct Outcome: Sendable, Hashable {
    package fileprivate(set) var written: [Written] = []
    /// Edits that were not made, each with the reason.
    package fileprivate(set) var refusals: [String] = []
  }

  private let folders: SiteFolders

  package init(_ folders: SiteFolders) { self.folders = folders }

  /// Makes each edit whole or not at all. Nothing is written before all have been tried in memory.
  package func write(_ edits: SuggestionEdits) throws(EnvironmentError) -> Outcome {
    var outcome = Outcome()
    guard folders.singleFile == nil else {
      outcome.refusals = ["a site of one file has no place for files of issues and parties; give its folder"]
      return outcome
    }
    var ready: [(edit: SuggestionEdits.FileEdit, path: DiskPath, bytes: [UInt8])] = []
    for edit in edits.edits {
      let path = folders.content.appending(edit.path)
      switch try bytes(of: edit, at: path) {
      case .success(nil): continue
      case .success(let bytes?): ready.append((edit, path, bytes))
      case .failure(let error): outcome.refusals.append("“\(path.shown)”: \(error.message)")
      }
    }
    for (edit, path, bytes) in ready {
      if edit.isNew { try FileWriter.makeFolders(path.parent) }
      try FileWriter.write(bytes, to: path.resolved)
      outcome.written.append(Written(edit: edit, path: path))
    }
    return outcome
  }

  /// What the file will hold; nil: it says all of it already.
  private func bytes(
    of edit: SuggestionEdits.FileEdit, at path: DiskPath
  ) throws(EnvironmentError) -> Result<[UInt8]?, FrontMatterEdit.Refusal> {
    let isThere = try FileStatus.of(path, followingLinks: false) != nil
    if edit.isNew, isThere {
      return .failure(
        FrontMatterEdit.Refusal("there is such a file, but it is not part of the site; is it a draft?"))
    }
    if edit.isNew { return .success(FrontMatterEdit.newFile(title: edit.title, edit.changes)) }
    guard path.resolved.isBelow(folders.content.resolved) else {
      return .failure(FrontMatterEdit.Refusal("a symbolic link leaves the content folder"))
    }
    let before = try FileReader.readAll(path)
    var bytes = before
    for change in edit.changes {
      switch FrontMatterEdit.apply(change, to: SourceText(path: path.shown, bytes: bytes)) {
      case .success(let changed): bytes = changed
      case .failure(let error): return .failure(error)
      }
    }
    return .success(bytes == before ? nil : bytes)
  }
}
