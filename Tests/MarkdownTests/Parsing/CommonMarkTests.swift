import Testing

@testable import Markdown

@Suite("CommonMark 0.30")
struct CommonMarkTests {
  /// Examples that an extension changes, with the reason.
  static let different: [Int: String] = [
    601: "a bare address is a link",
    605: "a bare address is a link",
    607: "a bare address is a link",
    610: "a bare address is a link",
    611: "a bare address is a link",
  ]

  @Test("every example in the specification gives the expected HTML")
  func examples() throws {
    guard let examples = try SpecificationExample.load("commonmark-0.30.json") else {
      print("skipped: ../shared/spec/commonmark-0.30.json is missing")
      return
    }
    #expect(examples.count == 652)
    for example in examples where Self.different[example.example] == nil {
      #expect(html(example.markdown) == example.html, "example \(example.example), \(example.section)")
    }
  }
}
