import Content
import Diagnostics
import Text

/// Notes that are one for the whole site, however many files they are about.
struct SiteNotes {
  /// Beyond these, a note says only how many there are.
  private static let mostNames = 20

  private let files: [Authored]
  private let unpublished: UnpublishedFiles

  /// - Parameter files: at least those that the notes may be about.
  init(_ files: [Authored], unpublished: UnpublishedFiles) {
    self.files = files
    self.unpublished = unpublished
  }

  /// Whether a file is one that the notes may be about.
  static func concern(_ file: Authored) -> Bool {
    !file.header.document.comments.isEmpty || !file.header.matter.foreignKeys.isEmpty
  }

  var diagnostics: [Diagnostic] { [leftOut, foreignKeys].compactMap(\.self) }

  // MARK: What stayed out

  /// Lists the files and comments that are not published, without those that the author ignores; nil: there are none.
  private var leftOut: Diagnostic? {
    let comments = files.filter { !$0.header.document.comments.isEmpty }
      .map { ($0.header, $0.header.document.comments.count) }
    var parts: [String] = []
    for reason in UnpublishedFiles.Reason.allCases where reason != .ignored {
      let names = unpublished.entries.filter { $0.reason == reason }.map {
        $0.path + ($0.isFolder ? "/" : "")
      }
      if !names.isEmpty { parts.append("\(reason.description) (\(Self.list(names)))") }
    }
    let count = comments.reduce(0) { $0 + $1.1 }
    if count > 0 {
      let names = comments.map { $0.1 == 1 ? $0.0.path : "\($0.0.path): \($0.1)" }
      parts.append("\(count.counted("comment")) between %% (\(Self.list(names)))")
    }
    if parts.isEmpty { return nil }
    return Diagnostic(.unpublished, at: nil, "not published: " + parts.joined(separator: ", "))
  }

  // MARK: Keys of other programs

  private var foreignKeys: Diagnostic? {
    var counts: [String: Int] = [:]
    var first: Place?
    for file in files {
      for key in file.header.matter.foreignKeys {
        counts[key.text, default: 0] += 1
        if first == nil { first = Place(path: file.header.sourcePath, range: key.range) }
      }
    }
    guard let first else { return nil }
    let keys = counts.keys.sorted()
    let names = keys.map { key in
      let count = counts[key] ?? 0
      return count == 1 ? "“\(key)”" : "“\(key)” (\(count) files)"
    }
    let hints = keys.compactMap { key in
      ForeignKeys.equivalent(of: key).map { "“\($0)” for “\(key)”" }
    }
    let fix = hints.isEmpty ? "" : "write \(Self.list(hints)); or "
    return Diagnostic(
      .foreignKeys, at: nil, "keys from other programs are not read: \(Self.list(names))",
      notes: [Note("the first one", at: first)],
      suggestion: Suggestion(fix + "“standpoint import FOLDER” translates the front matter of a whole folder")
    )
  }

  private static func list(_ names: [String]) -> String { names.listed(most: mostNames) }
}
