import TestSupport
import Testing
import Text

@Suite("Text in citations") struct CitationLanguageTests {
  @Test("is escaped for BibTeX, where literals are as they are")
  func bibTeX() {
    let title = #"50 % of {A} & B\C_~^$#"#
    #expect(
      ("title = {{\(title)}}" as BibTeX).text
        == ##"title = {{50 \% of \{A\} \& B\textbackslash{}C\_\textasciitilde{}\textasciicircum{}\$\#}}"##)
    #expect(BibTeX(key: "a--b}, x = {ü").text == "a--bx")
    #expect(
      BibTeX(address: "https://a.example/{ö}?y=%20&z\\\n#w").text
        == "https://a.example/%7Bö%7D?y=%20&z%5C%20#w")
  }

  @Test("cannot end the braces of a BibTeX field, whatever it is")
  func balanced() {
    var random = SeededGenerator(seed: 9)
    for _ in 0..<2_000 {
      let text = String((0..<12).map { _ in "{}\\%ab \n\"@,=".randomElement(using: &random) ?? "a" })
      var depth = 0
      var isEscaped = false
      for character in ("\(text)" as BibTeX).text {
        if isEscaped {
          isEscaped = false
        } else if character == "\\" {
          isEscaped = true
        } else if character == "{" {
          depth += 1
        } else if character == "}" {
          depth -= 1
        }
        #expect(depth >= 0, "\(text)")
      }
      #expect(depth == 0 && !isEscaped, "\(text)")
    }
  }

  @Test("stays on its line in RIS")
  func ris() {
    var record = RIS()
    record.line("TI", "One\r\nER  - \u{2028}TY  - BOOK")
    record.line("N1", nil)
    #expect(record.text == "TI  - One ER  -  TY  - BOOK\n")
  }
}
