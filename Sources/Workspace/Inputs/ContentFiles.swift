import Content
import Diagnostics
import FileSystem

/// How a workspace accesses the files of a content folder: closures, so that the unsaved text of an editor can replace
/// a file.
///
/// Paths are relative to the content folder, such as `reports/a.md`. Closures may be called on several threads at once.
package struct ContentFiles: Sendable {
  /// Reads a file, the only way to its text; throws if it cannot be read.
  package var readFile: @Sendable (_ path: String) throws(EnvironmentError) -> FileText
  /// The version of a file without reading it; nil if there is no such file.
  package var version: @Sendable (_ path: String) throws(EnvironmentError) -> FileVersion?
  /// Whether there is a file at `path` that may be copied to the site: a regular one inside the content folder, with symbolic
  /// links resolved.
  package var mayCopy: @Sendable (_ path: String) -> Bool
  /// The days of first commits; called only if a report has no other date.
  package var commitDays: @Sendable () async -> CommitDays
}

extension ContentFiles {
  /// The files on disk, and the commits of their repository.
  ///
  /// - Parameter followsHead: git is asked again once HEAD has moved.
  package init(onDisk folders: SiteFolders, followsHead: Bool = false) {
    let content = folders.content
    // A single file may be a link; a folder's listing knows where links lead.
    let enclosure = folders.singleFile == nil ? Enclosure(content) : nil
    readFile = { (path) throws(EnvironmentError) in
      try FileText(
        onDisk: content.appending(path), within: enclosure, sourcePath: folders.sourcePath(path))
    }
    version = { (path) throws(EnvironmentError) in
      try FileStatus.of(content.appending(path), followingLinks: true).map(FileVersion.saved)
    }
    mayCopy = { path in
      let disk = content.appending(path)
      guard disk.resolved.isBelow(content.resolved) else { return false }
      return (try? FileStatus.of(disk, followingLinks: true))??.kind == .regular
    }
    commitDays = { await CommitDays.ofGit(below: content, followsHead: followsHead) }
  }
}

/// The text of a file, and which version it is.
package struct FileText: Sendable {
  /// The text; a file above the size limit has none.
  package let text: Result<SourceText, TooLarge>
  /// Nil: unknown; the file is read again whenever there may have been a change.
  package let version: FileVersion?

  package init(text: Result<SourceText, TooLarge>, version: FileVersion?) {
    self.text = text
    self.version = version
  }

  /// Reads a file.
  ///
  /// - Parameters:
  ///   - enclosure: where the file must be; nil: anywhere.
  ///   - sourcePath: its path as messages print it.
  package init(
    onDisk path: DiskPath, within enclosure: Enclosure? = nil, sourcePath: String
  ) throws(EnvironmentError) {
    let (outcome, status) = try FileReader.readSourceWithStatus(path, within: enclosure)
    version = .saved(status)
    switch outcome {
    case .bytes(let bytes): text = .success(SourceText(path: sourcePath, bytes: bytes))
    case .tooLarge(let size): text = .failure(TooLarge(sourcePath: sourcePath, size: size))
    }
  }
}

/// Identifies a version of a file’s text, without reading it.
package enum FileVersion: Sendable, Hashable {
  /// A file on disk.
  case saved(FileStatus)
  /// Text that an editor has not saved, numbered by the editor.
  case unsaved(Int)
}

/// A file of the author's that is above the size limit.
package struct TooLarge: Error, Hashable {
  /// As messages print it.
  let sourcePath: String
  /// Bytes.
  let size: Int

  package var diagnostic: Diagnostic {
    let tenths = (size + 50_000) / 100_000
    return Diagnostic(
      .fileTooLarge, at: Place(path: sourcePath),
      "this file is too large: \(tenths / 10).\(tenths % 10) MB (the limit is \(FileReader.sourceLimit / 1_000_000) MB)",
      suggestion: Suggestion("split it into several files"))
  }
}
