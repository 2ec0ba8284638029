import Foundation
import TestSupport
import Testing

@testable import Markdown

@Suite("Tables agree with cmark-gfm")
struct TableAgreementTests {
  @Test("2,000 generated documents give the same HTML")
  func generatedDocuments() throws {
    guard
      ["cmark", "cmark-gfm"].allSatisfy({ FileManager.default.isExecutableFile(atPath: "/usr/bin/\($0)") })
    else {
      print("skipped: cmark and cmark-gfm are not installed")
      return
    }
    var generator = TableDocuments(seed: 20_250_302)
    let documents = (0..<2000).map { _ in generator.document() }
    let expected = try run("cmark-gfm --unsafe -e table", on: documents)
    let differing = zip(documents, expected).filter { document, expected in
      TableDocuments.agreedHTML(html(document)) != TableDocuments.agreedHTML(expected)
    }
    // cmark-gfm implements CommonMark 0.29. A document that differs from 0.30 even without tables is not a test of tables.
    let old = try run("cmark-gfm --unsafe", on: differing.map(\.0))
    let new = try run("cmark --unsafe", on: differing.map(\.0))
    #expect(differing.count < 40)
    for (index, (document, expected)) in differing.enumerated() where old[index] == new[index] {
      Testing.Issue.record("\n\(document)\n--- expected\n\(expected)\n--- found\n\(html(document))")
    }
  }

  /// The HTML of a command for each document, from one shell loop.
  private func run(_ command: String, on documents: [String]) throws -> [String] {
    let folder = FileManager.default.temporaryDirectory.appending(path: "standpoint-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (index, document) in documents.enumerated() {
      try document.write(to: folder.appending(path: "\(index)"), atomically: false, encoding: .utf8)
    }
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = [
      "-c",
      "i=0; while [ $i -lt \(documents.count) ]; do \(command) $i > $i.html || exit 1; i=$((i+1)); done",
    ]
    process.currentDirectoryURL = folder
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    return try documents.indices.map {
      try String(contentsOf: folder.appending(path: "\($0).html"), encoding: .utf8)
    }
  }
}
