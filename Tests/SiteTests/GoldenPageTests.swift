import Diagnostics
import Foundation
import Testing

@Suite("Pages") struct GoldenPageTests {
  @Test("are identical to the recorded ones, byte for byte", arguments: Fixture.names)
  func golden(name: String) throws {
    let folder = Fixture.folder.appending(path: name)
    let site = try BuiltSite(folder)
    let pages = site.files.filter { $0.key.hasSuffix(".html") }
    let expectedFolder = folder.appending(path: "Expected")
    if ProcessInfo.processInfo.environment["STANDPOINT_RECORD"] == "1" {
      try Self.record(pages, in: expectedFolder)
      Testing.Issue.record(
        "the pages of “\(name)” were recorded: look at the changes, then run the tests again without STANDPOINT_RECORD"
      )
      return
    }
    let expected = try BuiltSite.read(expectedFolder)
    #expect(
      pages.keys.sorted() == expected.keys.sorted(), "left-over or missing pages in \(expectedFolder.path)")
    for path in expected.keys.sorted() {
      #expect(Self.firstDifference(pages[path], expected[path]) == nil, "\(name)/\(path)")
    }
  }

  @Test("depend only on their input", arguments: Fixture.names)
  func determinism(name: String) throws {
    let folder = Fixture.folder.appending(path: name)
    #expect(try BuiltSite(folder).files == BuiltSite(folder).files)
  }

  @Test("of the fixtures have no warnings") func diagnostics() throws {
    let lines = try Fixture.names.flatMap { name in
      try BuiltSite(Fixture.folder.appending(path: name)).diagnostics.filter { $0.severity > .note }
        .map { diagnostic in name + ": " + Printed.line(diagnostic) { _ in "" } }
    }
    // One of the fixtures withdraws a published cell.
    #expect(lines.count == 1)
    #expect(
      lines.first?.contains("hearing.md: warning: “/reports/hearing/#pilots--harbour-board” led to ") == true)
  }

  private static func record(_ pages: [String: [UInt8]], in folder: URL) throws {
    if FileManager.default.fileExists(atPath: folder.path) { try FileManager.default.removeItem(at: folder) }
    for (path, bytes) in pages {
      let url = folder.appending(path: path)
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(bytes).write(to: url)
    }
  }

  /// The first line in which two pages differ, from both pages; nil: they are equal.
  private static func firstDifference(_ page: [UInt8]?, _ expected: [UInt8]?) -> String? {
    if page == expected { return nil }
    func lines(_ bytes: [UInt8]?) -> [Substring] {
      String(decoding: bytes ?? [], as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    }
    let (have, want) = (lines(page), lines(expected))
    let line = zip(have, want).prefix { $0 == $1 }.count
    return
      "line \(line + 1):\n- \(want.dropFirst(line).first ?? "(end)")\n+ \(have.dropFirst(line).first ?? "(end)")"
  }
}
