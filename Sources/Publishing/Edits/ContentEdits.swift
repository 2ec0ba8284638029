import Content
import Diagnostics
import FileSystem
import Graph
import Workspace

/// Writes accepted suggestions, and descriptions of sources, to files in the content folder.
package struct ContentEdits: Sendable {
  /// A file that was written.
  package struct Written: Sendable, Hashable {
    /// The edit that was made.
    package let edit: SuggestionEdits.FileEdit
    /// The file's path on disk.
    package let path: DiskPath
  }

  /// The result of all edits.
  package struct Outcome: Sendable, Hashable {
    /// The files that were written, in the order of the edits.
    package fileprivate(set) var written: [Written] = []
    /// A message for each edit that was not made, with the reason.
    package fileprivate(set) var refusals: [String] = []
  }

  private let folders: SiteFolders

  package init(_ folders: SiteFolders) { self.folders = folders }

  /// Makes each edit completely or not at all. All edits are tried in memory before any file is written.
  package func write(_ edits: SuggestionEdits) throws(EnvironmentError) -> Outcome {
    var outcome = Outcome()
    guard folders.singleFile == nil else {
      outcome.refusals = [
        "a single-file site cannot have files for issues and parties; give its folder instead"
      ]
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

  /// Writes the files that describe sources. A file that exists is never changed: its source is a refusal.
  package func write(_ proposals: [SourceProposal]) throws(EnvironmentError) -> (
    written: [DiskPath], refusals: [String]
  ) {
    if proposals.isEmpty { return ([], []) }
    guard folders.singleFile == nil else {
      return ([], ["a single-file site cannot have files for sources; give its folder instead"])
    }
    var outcome: (written: [DiskPath], refusals: [String]) = ([], [])
    for proposal in proposals {
      let path = folders.content.appending(proposal.path)
      guard path.parent.resolved.isBelow(folders.content.resolved) else {
        outcome.refusals.append("“\(path.shown)”: its folder is a symbolic link to another place")
        continue
      }
      try FileWriter.makeFolders(path.parent)
      if try FileWriter.writeNew(proposal.file, to: path) {
        outcome.written.append(path)
      } else {
        outcome.refusals.append("“\(path.shown)”: this file already exists but is not part of the site")
      }
    }
    return outcome
  }

  /// The new contents of the file; nil if the edit changes nothing.
  private func bytes(
    of edit: SuggestionEdits.FileEdit, at path: DiskPath
  ) throws(EnvironmentError) -> Result<[UInt8]?, FrontMatterEdit.Refusal> {
    let isThere = try FileStatus.of(path, followingLinks: false) != nil
    if edit.isNew, isThere {
      return .failure(
        FrontMatterEdit.Refusal("this file already exists but is not part of the site; is it a draft?"))
    }
    if edit.isNew { return .success(FrontMatterEdit.newFile(title: edit.title, edit.changes)) }
    guard path.resolved.isBelow(folders.content.resolved) else {
      return .failure(FrontMatterEdit.Refusal("this is a symbolic link to a file outside the content folder"))
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
