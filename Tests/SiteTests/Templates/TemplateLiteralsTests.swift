import TestSupport
import Testing

@testable import Site

@Suite("Literal texts of templates")
struct TemplateLiteralsTests {
  @Test("marks stand for long texts within a line; tags, line ends and white space stay")
  func marks() {
    let line =
      "  <link rel=\"stylesheet\" href=\"{{stylesheet}}\">  \n  {{#list}}\n<p>{{{html}}}</p> {brace}\n"
    let literals = TemplateLiterals(Array(line.utf8), after: 2)
    #expect(
      literals.texts.map { String(decoding: $0, as: UTF8.self) } == ["<link rel=\"stylesheet\" href=\""])
    let mark = "\0\(TemplateLiterals.firstNumber + 2)\0"
    #expect(
      String(decoding: literals.bytes, as: UTF8.self)
        == "  \(mark){{stylesheet}}\">  \n  {{#list}}\n<p>{{{html}}}</p> {brace}\n")
  }

  @Test("a skeleton has the texts again, whatever the template is made of", arguments: [1, 2])
  func restored(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let parts =
      [
        "{", "}", "{{x}}", "{{{y}}}", "{{! long enough for a mark, but a tag }}", "\n", "\r\n", " ", "\t",
        "é",
      ]
      + ["a long text within one line, with 中文", "short", "another text of more than two dozen bytes  "]
    for _ in 0..<500 {
      let template = (0..<Int.random(in: 0..<12, using: &random)).map { _ in
        parts.randomElement(using: &random) ?? ""
      }.joined()
      let literals = TemplateLiterals(Array(template.utf8), after: 0)
      let skeleton = PageSkeleton(String(decoding: literals.bytes, as: UTF8.self), literals: literals.texts)
      #expect(skeleton.filled(with: TemplateValues([])).text == template)
      let lines = { (text: [UInt8]) in text.split(separator: 10, omittingEmptySubsequences: false) }
      let blank = { (line: ArraySlice<UInt8>) in line.allSatisfy { $0 <= 32 && $0 > 0 } }
      #expect(lines(literals.bytes).map(blank) == lines(Array(template.utf8)).map(blank))
    }
  }
}
