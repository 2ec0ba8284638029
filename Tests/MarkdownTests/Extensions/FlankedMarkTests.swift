import Foundation
import TestSupport
import Testing

@testable import Markdown

@Suite("Emphasis beside wikilinks and footnotes")
struct FlankedMarkTests {
  @Test(
    "ends after punctuation and begins before it, as beside a link, and inside words",
    arguments: [
      ("**Bold.**[^1]", ["strong"]), ("*Why?*[[A]]", ["em"]), ("~~Gone.~~[^1] x", ["del"]),
      ("==Kept!==[[A]]", ["mark"]),
      ("[[A]]**“bold”**", ["strong"]), ("x[^1]*(so)*", ["em"]), ("**“[[A]]”**", ["strong"]),
      ("“**[[A]]**”", ["strong"]),
      ("他说：**[[A]]**扩大。", ["strong"]), ("词**[[A]]**词", ["strong"]), ("**他说。**[^1]", ["strong"]),
      ("***Both.***[^1]", ["strong", "em"]), ("__Bold.__[[A]]", ["strong"]),
      ("**see [[A]].**[^1]", ["strong"]),
      ("a **b**[^1]", ["strong"]), ("\u{FE10}**b**\u{FE10}", ["strong"]),
    ])
  func emphasis(text: String, elements: [String]) {
    let shown = html(text + "\n\n[^1]: Note.\n", .site)
    for element in elements { #expect(shown.contains("<\(element)>"), "\(shown)") }
    #expect(!shown.contains("**") && !shown.contains("~~") && !shown.contains("=="))
  }

  @Test("marks that are text beside a letter stay text")
  func letters() {
    #expect(html("**Bold.**x\n", .site) == "<p>**Bold.**x</p>\n")
    #expect(html("\\*[[A]]\\*\n", .site) == "<p>*A*</p>\n")
  }

  @Test("whatever stands beside them, the words of a text are kept")
  func kept() {
    let parts = [
      "**", "*", "~~", "==", "_", "[[A]]", "[^1]", ".", "“", "”", " ", "b", "语", "\\", "\u{FE10}",
      Self.noncharacter(0x90),
    ]
    var random = SeededGenerator(seed: 2_611)
    for _ in 0..<3_000 {
      let text = (0..<Int.random(in: 1...8, using: &random)).map { _ in random.pick(parts) }.joined()
      let shown = html("x" + text + "x\n\n[^1]: Note.\n", .site)
      for mark in ["\u{FE11}", Self.noncharacter(0x91)] {
        #expect(!shown.contains(mark), "\(text): \(shown)")
      }
      for word in ["A", "b", "语", "\u{FE10}", Self.noncharacter(0x90)] where !text.contains("]][^") {
        let wanted = text.filter { String($0) == word }.count
        let paragraph = shown.components(separatedBy: "<section").first ?? ""
        #expect(paragraph.filter { String($0) == word }.count >= wanted, "\(text): \(shown)")
      }
    }
  }

  /// U+FDD0 or U+FDD1, which a literal may not hold.
  private static func noncharacter(_ last: UInt8) -> String {
    String(decoding: [0xEF, 0xB7, last], as: UTF8.self)
  }
}
