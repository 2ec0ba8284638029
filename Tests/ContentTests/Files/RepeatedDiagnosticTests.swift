import Content
import Diagnostics
import Testing

@Suite("Problems that a file has very often")
struct RepeatedDiagnosticTests {
  /// Texts with one problem each.
  private static let problems = [
    "<b> ", "<p>\n\n", "[a](javascript:b) ", "**a **b\n\n", "<!-- standpoint: nothing -->\n\n",
    "a{.b c=}\n\n",
    "# a {.b}\n\n", "| a | b\n\n", "> [!tension]\n> a\n\n", "| Aspect | A |\n|---|---|\n| b | c {x} |\n\n",
    "![[a|b]] ", "[^1] ", "text ^a\n\n", "%% ", "[@a] ",
  ]

  @Test("each is listed for a hundred places at most, and the rest is counted", arguments: problems)
  func listedOnce(problem: String) {
    let few = Reading(String(repeating: problem, count: 200)).diagnostics
    let many = Reading(String(repeating: problem, count: 800)).diagnostics
    let causes = Dictionary(grouping: many) { "\($0.id.rawValue) \($0.message)" }
    #expect(causes.values.allSatisfy { $0.count <= Limit.diagnosticsOfOneCause.value })
    let count = { (list: [Diagnostic]) in list.reduce(0) { $0 + 1 + $1.furtherCount } }
    if few.count >= 100 { #expect(count(many) >= 4 * count(few) - 10) }
  }

  @Test("different ones of a kind are listed for a thousand places at most, and the rest is counted")
  func kind() {
    let found = Reading((0..<1_500).map { "<b class=\"c\($0)\"> " }.joined()).diagnostics
    #expect(found.map(\.id) == Array(repeating: .rawHTML, count: 1_000))
    #expect(found.last?.furtherCount == 500)
  }
}
