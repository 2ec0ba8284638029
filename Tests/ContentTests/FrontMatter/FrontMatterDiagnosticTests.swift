import Diagnostics
import Testing

@testable import Content

@Suite("Diagnostics about front matter")
struct FrontMatterDiagnosticTests {
  private func printed(_ yaml: String, path: String = "reports/a.md") -> String {
    Reading("---\n\(yaml)\n---\nText\n", path: path).printed
  }

  @Test("an unknown key suggests the nearest known one")
  func unknownKey() {
    #expect(
      printed("titel: A") == """
        Content/reports/a.md:2:1: warning: unknown key “titel” [unknown-key]
           2 | titel: A
             | ^~~~~
             = help: did you mean “title”?

        """)
    #expect(printed("core_issues: A").contains("= help: did you mean “core-issues”?"))
    #expect(printed("Date: 2025").contains("= help: did you mean “date”?"))
    #expect(!printed("weather: A").contains("help"))
  }

  @Test("a key of another kind of file is reported as one")
  func foreignKey() {
    #expect(
      printed("kind: A") == """
        Content/reports/a.md:2:1: warning: unknown key “kind” [unknown-key]
           2 | kind: A
             | ^~~~
             = help: this is a key of party files

        """)
    #expect(printed("acts-for: A", path: "issues/a.md").contains("= help: this is a key of party files\n"))
    #expect(
      printed("date: 2025", path: "parties/a.md").contains("= help: this is a key of reports and pages\n"))
    #expect(printed("tags: A", path: "pages/a.md").contains("= help: this is a key of reports\n"))
  }

  @Test("a value of the wrong type is reported with the expected type")
  func wrongType() {
    #expect(
      printed("draft: maybe") == """
        Content/reports/a.md:2:8: error: “draft” should be true or false, but it is “maybe” [wrong-type]
           2 | draft: maybe
             |        ^~~~~

        """)
    #expect(
      printed("title: [a]").contains("a.md:2:8: error: “title” should be text, but it is a list [wrong-type]")
    )
    #expect(
      printed("date: {a: b}").contains(":2:7: error: “date” should be a date, but it is a map [wrong-type]"))
    #expect(
      printed("weight: 1.5").contains("“weight” should be a whole number, but it is “1.5” [wrong-type]"))
    #expect(
      printed("tags:\n  a: b").contains(
        ":3:3: error: “tags” should be a list of text values, but it is a map"))
    #expect(
      printed("tags: [a, [b]]").contains(
        ":2:11: error: each entry of “tags” should be text, but it is a list"))
  }

  @Test("a day that does not exist is reported with the accepted forms")
  func invalidDate() {
    #expect(
      printed("date: 2025-02-30") == """
        Content/reports/a.md:2:7: error: “2025-02-30” is not a valid date [invalid-date]
           2 | date: 2025-02-30
             |       ^~~~~~~~~~
             = help: write a day, a month or a year: 2025-03-02, 2025-03 or 2025

        """)
    #expect(printed("expires: March 2").contains("error: “March 2” is not a date [invalid-date]"))
    #expect(printed("date: 2025/3/2").contains("= help: write 2025-03-02\n"))
    #expect(printed("date: 02/03/2025").contains("= help: write a day, a month or a year"))
  }

  @Test("a file name with an impossible date is reported if the report has no other date")
  func invalidDateInName() {
    #expect(
      Reading("Text", path: "reports/2025-02-30-plan.md").printed == """
        Content/reports/2025-02-30-plan.md: error: the file name starts with “2025-02-30”, which is not a valid \
        date [invalid-date]
             = help: rename the file, or give the date with “date:”

        """)
    #expect(Reading("---\ndate: 2025\n---\n", path: "reports/2025-02-30-plan.md").printed == "")
    #expect(Reading("Text", path: "pages/2025-02-30-plan.md").printed == "")
  }

  @Test("an invalid value is reported with the valid ones")
  func invalidValue() {
    #expect(
      printed("slug: My Plan") == """
        Content/reports/a.md:2:7: error: “My Plan” cannot be part of an address; a slug can contain only lower-case letters, digits \
        and single hyphens [invalid-value]
           2 | slug: My Plan
             |       ^~~~~~~
             = help: write my-plan

        """)
    #expect(
      printed("redirects: old/x").contains("error: “old/x” is not an address on this site [invalid-value]"))
    for address in ["/a/../b", "/a?b", "/a#b", "/", "/a\\b"] {
      #expect(
        printed("redirects: '\(address)'").contains("cannot be the path of a page [invalid-value]"))
    }
    #expect(printed("redirects: //evil.example/").contains("is not an address on this site"))
    #expect(printed("review-after: soon").contains("“soon” is not a length of time [invalid-value]"))
    #expect(
      printed("weight: 99999999").contains("between -1000000 and 1000000, but it is 99999999 [invalid-value]")
    )
    #expect(
      printed("from: 2025\nto: 2024-12", path: "parties/a.md").contains(
        ":3:5: error: “to” (2024-12) is before “from” (2025) [invalid-value]"))
  }

  @Test("a duplicate key is reported at its second place")
  func duplicateKey() {
    #expect(
      printed("title: A\ndate: 2025\ntitle: B") == """
        Content/reports/a.md:4:1: error: duplicate key “title” [duplicate-key]
           4 | title: B
             | ^~~~~
        Content/reports/a.md:2:1: note: it is first used here
           2 | title: A
             | ^~~~~
             = help: keep one of them

        """)
  }

  @Test("YAML that cannot be read is explained at its place")
  func invalidYAML() {
    #expect(
      printed("title: The plan: a \"reply\"") == """
        Content/reports/a.md:2:16: error: a value with a colon and a space in it needs quotation marks [invalid-yaml]
           2 | title: The plan: a "reply"
             |                ^
             = help: write title: "The plan: a \\"reply\\""

        """)
    #expect(
      printed("title: \"open\ndate: 2025") == """
        Content/reports/a.md:2:8: error: this quotation mark is never closed [invalid-yaml]
           2 | title: "open
             |        ^~~~~

        """)
  }

  @Test(
    "each typical mistake has its own message",
    arguments: [
      ("tags: [a, b\ndate: 1", ":2:7: error: this “[” is never closed"),
      ("tags: {a: b\ndate: 1", ":2:7: error: this “{” is never closed"),
      ("title: @x", ":2:8: error: a value that starts with “@” needs quotation marks"),
      (
        "title: *x",
        ":2:8: error: a value that starts with “*” refers to an anchor, and this anchor is not defined"
      ),
      ("title: 'it's'", ":2:1: error: there is more text after the closing quotation mark"),
      ("title: \"a\\qb\"", ":2:10: error: unknown escape in a double-quoted string"),
      ("title:Plan", ":2:1: error: a colon needs a space after it"),
      ("date: 2025\ntitle:Plan", ":3:1: error: a colon needs a space after it"),
      (
        "date: 2025\ntitle", ":3:1: error: this line has no colon; front matter is made of “key: value” lines"
      ),
      ("title: x\n  date: y", ":3:3: error: unexpected “key: value”"),
      ("date: 2025\n\ttitle: x", ":3:1: error: a tab is used for indentation; YAML allows only spaces"),
      ("title: a\u{1}b", ":2:9: error: YAML does not allow this character (U+0001)"),
    ])
  func slips(yaml: String, message: String) {
    let text = printed(yaml)
    #expect(text.hasPrefix("Content/reports/a.md" + message), "\(text)")
    #expect(text.contains("[invalid-yaml]"))
  }

  @Test("invalid UTF-8 is reported once, and the file is still read")
  func invalidUTF8() {
    let reading = Reading(bytes: Array("---\ntitle: ".utf8) + [0xE4, 0x20, 0xFF] + Array("\n---\nText".utf8))
    #expect(
      reading.printed == """
        Content/reports/a.md:2:8: error: the file is not UTF-8; its encoding is probably Windows-1252 [invalid-utf8]
           2 | title: � �
             |        ^
             = help: save the file as UTF-8, or convert it: iconv -f WINDOWS-1252 -t UTF-8 Content/reports/a.md > Content/reports/a.md.utf8 && mv Content/reports/a.md.utf8 Content/reports/a.md

        """)
    #expect(reading.header.title == "\u{FFFD} \u{FFFD}")
    #expect(Reading(bytes: [0x41, 0xFF]).diagnostics.map(\.id) == [.invalidUTF8])
    for bytes: [UInt8] in [
      [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xE2, 0x82], [0x80],
    ] {
      let yaml = Array("---\ntitle: a".utf8) + bytes + Array("\n---\n".utf8)
      #expect(Reading(bytes: yaml).diagnostics.map(\.id) == [.invalidUTF8])
    }
    #expect(Reading("---\ntitle: äöü – 日本 😀 plain text\n---\n").diagnostics.isEmpty)
  }
}
