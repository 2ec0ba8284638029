import Foundation
import TestSupport
import Testing

@testable import Markdown

@Suite("Tables agree with cmark-gfm")
struct TableAgreementTests {
  @Test("2,000 generated documents give the same HTML")
  func generatedDocuments() async throws {
    guard
      ["cmark", "cmark-gfm"].allSatisfy({ FileManager.default.isExecutableFile(atPath: "/usr/bin/\($0)") })
    else {
      print("skipped: cmark and cmark-gfm are not installed")
      return
    }
    var generator = TableDocuments(seed: 20_250_302)
    let documents = (0..<2000).map { _ in generator.document() }
    let expected = try await CommandSession.outputs(of: "cmark-gfm --unsafe -e table", for: documents)
    let differing = zip(documents, expected).filter { document, expected in
      TableDocuments.agreedHTML(html(document)) != TableDocuments.agreedHTML(expected)
    }
    // cmark-gfm implements CommonMark 0.29. A document that differs from 0.30 even without tables is not a test of tables.
    let old = try await CommandSession.outputs(of: "cmark-gfm --unsafe", for: differing.map(\.0))
    let new = try await CommandSession.outputs(of: "cmark --unsafe", for: differing.map(\.0))
    #expect(differing.count < 40)
    for (index, (document, expected)) in differing.enumerated() where old[index] == new[index] {
      Testing.Issue.record("\n\(document)\n--- expected\n\(expected)\n--- found\n\(html(document))")
    }
  }
}
