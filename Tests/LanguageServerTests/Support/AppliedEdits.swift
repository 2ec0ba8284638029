import Foundation
import Testing
import Text

@testable import LanguageServer

extension EditorClient {
  /// Applies the steps of an edit to the files on disk, as an editor would, and says so to the server.
  func apply(_ edit: JSONValue) throws {
    for step in edit["documentChanges"]?.list ?? [] {
      switch step["kind"]?.text {
      case "create": try write(step["uri"], "")
      case "rename":
        let (old, new) = (try path(step["oldUri"]), try path(step["newUri"]))
        try FileManager.default.moveItem(atPath: scratch.absolute(old), toPath: scratch.absolute(new))
      default: try write(step["textDocument"]?["uri"], edits: step["edits"]?.list ?? [])
      }
    }
    notify(
      "workspace/didChangeWatchedFiles",
      #"{"changes": [{"uri": "\#(uri("Content/reports/none.md"))", "type": 1}]}"#)
  }

  private func path(_ uri: JSONValue?) throws -> String {
    PercentEncoding.decoded(try #require(uri?.text).dropFirst(self.uri("").utf8.count + 1))
  }

  private func write(_ uri: JSONValue?, _ text: String) throws { try scratch.write(try path(uri), text) }

  private func write(_ uri: JSONValue?, edits: [JSONValue]) throws {
    let path = try path(uri)
    var bytes = Array((scratch.text(path) ?? "").utf8)
    let lines = LineIndex(bytes)
    func offset(_ place: JSONValue?) -> Int {
      lines.offset(
        of: TextPosition(line: place?["line"]?.number ?? 0, character: place?["character"]?.number ?? 0),
        .utf16)
    }
    let changes = edits.map { edit in
      (offset(edit["range"]?["start"])..<offset(edit["range"]?["end"]), edit["newText"]?.text ?? "")
    }
    for (range, text) in changes.sorted(by: { $0.0.lowerBound > $1.0.lowerBound }) {
      bytes.replaceSubrange(range, with: text.utf8)
    }
    try scratch.write(path, bytes: bytes)
  }
}
