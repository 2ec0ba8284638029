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
    /// The files that describe sources and were created, in the order of the proposals.
    package fileprivate(set) var described: [DiskPath] = []
    /// A message for each edit that was not made, with the reason.
    package fileprivate(set) var refusals: [String] = []
  }

  private let folders: SiteFolders

  package init(_ folders: SiteFolders) { self.folders = folders }

  /// Makes all edits that can be made, and describes sources, in one change: each edit completely or not at all. A file that
  /// describes a source and exists is never changed: its source is a refusal.
  package func write(
    _ edits: SuggestionEdits, describing proposals: [SourceProposal] = []
  ) throws(EnvironmentError) -> Outcome {
    var outcome = Outcome()
    guard folders.singleFile == nil else {
      outcome.refusals = [
        "a single-file site cannot have files for issues, parties and sources; give its folder instead"
      ]
      return outcome
    }
    var change = SiteChange(by: "standpoint suggest", in: folders.root, content: folders.content)
    try add(edits, to: &change, &outcome)
    try add(proposals, to: &change, &outcome)
    try change.perform()
    return outcome
  }

  private func add(
    _ edits: SuggestionEdits, to change: inout SiteChange, _ outcome: inout Outcome
  ) throws(EnvironmentError) {
    for edit in edits.edits {
      let path = folders.content.appending(edit.path)
      switch try bytes(of: edit, at: path) {
      case .success((_, nil)): continue
      case .success((let before?, let after?)): change.replace(path.resolved, before, by: after)
      case .success((nil, let after?)): change.create(path, after)
      case .failure(let error):
        outcome.refusals.append("“\(path.shown)”: \(error.message)")
        continue
      }
      outcome.written.append(Written(edit: edit, path: path))
    }
  }

  private func add(
    _ proposals: [SourceProposal], to change: inout SiteChange, _ outcome: inout Outcome
  ) throws(EnvironmentError) {
    for proposal in proposals {
      let path = folders.content.appending(proposal.path)
      if !path.parent.resolved.isBelow(folders.content.resolved) {
        outcome.refusals.append("“\(path.shown)”: its folder is a symbolic link to a different place")
      } else if try FileStatus.of(path, followingLinks: false) != nil || outcome.described.contains(path) {
        outcome.refusals.append("“\(path.shown)”: this file already exists but is not part of the site")
      } else {
        change.create(path, proposal.file)
        outcome.described.append(path)
      }
    }
  }

  /// The bytes of the file before, and after the edit; nil before: it does not exist; nil after: the edit changes nothing.
  private func bytes(
    of edit: SuggestionEdits.FileEdit, at path: DiskPath
  ) throws(EnvironmentError) -> Result<(before: [UInt8]?, after: [UInt8]?), FrontMatterEdit.Refusal> {
    let isThere = try FileStatus.of(path, followingLinks: false) != nil
    if edit.isNew, isThere {
      return .failure(
        FrontMatterEdit.Refusal("this file already exists but is not part of the site; is it a draft?"))
    }
    if edit.isNew { return .success((nil, FrontMatterEdit.newFile(title: edit.title, edit.changes))) }
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
    return .success((before, bytes == before ? nil : bytes))
  }
}
