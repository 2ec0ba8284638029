import Content
import Diagnostics
import Testing

@Suite("Diagnostics about directives")
struct DirectiveDiagnosticTests {
  private let table = "| A | B |\n|--|--|\n| x | y |\n"

  @Test("an unknown word or key suggests the nearest one")
  func unknown() {
    #expect(
      Reading("<!-- standpoint: postions idd=core colour=red -->\n" + table).printed == """
        Content/reports/a.md:1:18: error: unknown word “postions” [unknown-directive]
           1 | <!-- standpoint: postions idd=core colour=red -->
             |                  ^~~~~~~~
             = help: did you mean “positions”?
        Content/reports/a.md:1:27: error: unknown key “idd” [unknown-directive]
           1 | <!-- standpoint: postions idd=core colour=red -->
             |                           ^~~~~~~~
             = help: did you mean “id”?
        Content/reports/a.md:1:36: error: unknown key “colour” [unknown-directive]
           1 | <!-- standpoint: postions idd=core colour=red -->
             |                                    ^~~~~~~~~~
             = help: use positions, transposed, options, plain, id=…, as-of=…, issues=… or from=…

        """)
  }

  @Test("a word is found at its place whatever ends the lines", arguments: ["\n", "\r\n", "\r"])
  func lineEnds(_ end: String) {
    let text = ("Text.\n\n<!-- standpoint: postions -->\n" + table).replacing("\n", with: end)
    let printed = Reading(text).printed
    #expect(printed.hasPrefix("Content/reports/a.md:3:18: error: unknown word “postions”"), "\(printed)")
  }

  @Test("an invalid value is reported at its place")
  func invalid() {
    #expect(
      Reading("Text.\n\n<!-- standpoint: id=1a as-of=2025-02-30 -->\n" + table).printed == """
        Content/reports/a.md:3:18: error: “1a” cannot be an identifier [invalid-directive]
           3 | <!-- standpoint: id=1a as-of=2025-02-30 -->
             |                  ^~~~~
             = help: an identifier can contain only letters, digits, “-” and “_”, and must start with a letter
        Content/reports/a.md:3:24: error: “2025-02-30” is not a valid date [invalid-directive]
           3 | <!-- standpoint: id=1a as-of=2025-02-30 -->
             |                        ^~~~~~~~~~~~~~~~
             = help: write a day, a month or a year: 2025-03-02, 2025-03 or 2025

        """)
  }

  @Test(
    "a directive that contradicts itself or is empty is reported",
    arguments: [
      ("positions options", "a table can have only one kind, and “options” is a second one"),
      ("options transposed", "“transposed” can only be used with “positions”"),
      ("transposed", "“transposed” can only be used with “positions”"),
      ("id=a id=b", "duplicate attribute “id”"),
      ("", "this directive is empty, so it has no effect on the table below it"),
    ])
  func contradiction(words: String, message: String) {
    let printed = Reading("<!-- standpoint: \(words) -->\n" + table).printed
    #expect(printed.contains("error: \(message) [invalid-directive]"), "\(printed)")
  }

  @Test("for a directive that no table follows, the message says where it belongs")
  func unattached() {
    #expect(
      Reading("<!-- standpoint: positions -->\n\nText between.\n\n" + table).printed == """
        Content/reports/a.md:1:1: warning: no table follows this comment, so it has no effect \
        [unattached-directive]
           1 | <!-- standpoint: positions -->
             | ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
             = help: put it on its own line above the table, with only blank lines between them

        """)
    for text in [
      "Text <!-- standpoint: options --> here.", "<!-- standpoint: options -->",
      "# A\n\n<!-- standpoint: options -->\n\n- b",
    ] {
      #expect(Reading(text).diagnostics.map(\.id) == [.unattachedDirective])
    }
    #expect(
      Reading("<!-- standpoint: options -->\n" + table, path: "pages/a.md").printed.contains(
        "warning: this comment has no effect here; only tables in reports are compared [unattached-directive]"
      ))
  }

  @Test("two tables with the same identifier are an error that names both")
  func duplicateID() {
    let text = "<!-- standpoint: id=core -->\n\(table)\n<!-- standpoint: id=core -->\n\(table)"
    #expect(
      Reading(text).printed == """
        Content/reports/a.md:6:18: error: two tables in this report have the identifier “core” [duplicate-comparison-id]
           6 | <!-- standpoint: id=core -->
             |                  ^~~~~~~
        Content/reports/a.md:1:18: note: the first is here
           1 | <!-- standpoint: id=core -->
             |                  ^~~~~~~

        """)
  }
}
