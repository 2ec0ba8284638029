import Content
import Diagnostics
import FileSystem
import Foundation
import Publishing
import TestSites
import Testing
import Text
import Workspace

@testable import LanguageServer

@Suite("The server and standpoint check", .timeLimit(.minutes(60))) struct SameAsCheckTests {
  /// A diagnostic as both sides tell it.
  private struct Finding: Hashable, CustomStringConvertible {
    let file: String
    let code: String
    let severity: Int
    let start: TextPosition
    let end: TextPosition
    let message: String

    var description: String { "\(file):\(start.line):\(start.character) \(code) \(message)" }
  }

  @Test(
    "after random edits of unsaved text, the diagnostics are those of a check of the same files",
    arguments: [11, 12, 13] as [UInt64])
  func sameAsCheck(_ seed: UInt64) async throws {
    var site = try EditedSite(seed: seed)
    let paths = try Self.files(below: site.scratch.absolute("Content"))
    var files: [String: String] = [:]
    for path in paths { files["Content/" + path] = site.scratch.text("Content/" + path) }
    let client = try await EditorClient(files)
    let documents = paths.filter { $0.hasSuffix(".md") || $0 == "site.yml" }
    for path in documents { try await client.open("Content/" + path) }
    for _ in 0..<40 {
      let (words, changes) = try site.edit()
      for path in changes.paths.sorted() {
        let relative = String(path.dropFirst(site.scratch.root.utf8.count + 1))
        try await Self.put(site.scratch.text(relative), at: relative, documents, client)
      }
      await client.settle()
      let expected = try await Self.checked(site)
      let shown = await Self.shown(client)
      #expect(
        shown == expected, "\(words): \(shown.symmetricDifference(expected).map(\.description).sorted())")
    }
  }

  /// Tells the server of a new text: as a change of an open document, or as a file on disk.
  private static func put(
    _ text: String?, at path: String, _ documents: [String], _ client: EditorClient
  ) async throws {
    if let text, documents.contains(String(path.dropFirst("Content/".count))) {
      return await client.change(path, text)
    }
    let type = text == nil ? 3 : 1
    if let text {
      try client.scratch.write(path, text)
    } else {
      try FileManager.default.removeItem(atPath: client.scratch.absolute(path))
    }
    client.notify(
      "workspace/didChangeWatchedFiles", #"{"changes": [{"uri": "\#(client.uri(path))", "type": \#(type)}]}"#)
  }

  private static func files(below folder: String) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: folder).filter { $0.contains(".") }.sorted()
  }

  private static func checked(_ site: EditedSite) async throws -> Set<Finding> {
    var options = BuildOptions()
    options.today = EditorClient.today
    let folders = try SiteFolders(SiteFolders.Arguments(site: site.scratch.root))
    let outcome = try await SiteCheck(SitePipeline(folders, options: options)).run()
    return Set(
      outcome.diagnostics.entries.map { entry in
        let diagnostic = entry.diagnostic
        let file = diagnostic.place?.path ?? "Content/site.yml"
        var place = TextRange.start
        if let range = diagnostic.place?.range, let text = site.scratch.text(file) {
          place = LineIndex(Array(text.utf8)).range(of: range, .utf16)
        }
        let number = entry.severity == .error ? 1 : entry.severity == .warning ? 2 : 3
        return Finding(
          file: file, code: diagnostic.id.rawValue, severity: number, start: place.start, end: place.end,
          message: diagnostic.message)
      })
  }

  private static func shown(_ client: EditorClient) async -> Set<Finding> {
    var all: Set<Finding> = []
    for (uri, diagnostics) in await client.diagnostics {
      for shown in diagnostics {
        func position(_ name: String) -> TextPosition {
          let place = shown["range"]?[name]
          return TextPosition(
            line: place?["line"]?.number ?? -1, character: place?["character"]?.number ?? -1)
        }
        let message = shown["message"]?.text ?? ""
        all.insert(
          Finding(
            file: String(uri.dropFirst(client.uri("").utf8.count + 1)), code: shown["code"]?.text ?? "",
            severity: shown["severity"]?.number ?? 0, start: position("start"), end: position("end"),
            message: message.split(separator: "\n").first.map(String.init) ?? ""))
      }
    }
    return all
  }
}
