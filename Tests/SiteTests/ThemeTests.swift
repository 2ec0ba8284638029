import Diagnostics
import Foundation
import Site
import Testing

@Suite("The theme") struct ThemeTests {
  @Test("the built-in theme has no errors") func builtIn() {
    #expect(Theme(checksBuiltIn: true).diagnostics == [])
  }

  @Test("the embedded theme matches the folder Templates/") func folder() throws {
    let root = Package.root.appending(path: "Templates").standardizedFileURL
    let found = try #require(
      FileManager.default.enumerator(at: root, includingPropertiesForKeys: [.isRegularFileKey]))
    var files: [String: [UInt8]] = [:]
    for case let url as URL in found
    where try url.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true {
      let path = url.standardizedFileURL.path.dropFirst(root.path.count).drop { $0 == "/" }
      if path.contains("/.") || path.hasPrefix(".") { continue }
      files[String(path)] = Array(try Data(contentsOf: url))
    }
    #expect(Theme.builtIn.keys.sorted() == files.keys.sorted())
    // Only the names, because a failure would print every byte of both.
    let different = files.keys.sorted().filter { Theme.builtIn[$0] != files[$0] }
    #expect(different == [])
  }

  @Test("a template has a limited size, alone and with all that it includes") func sizes() {
    expect(
      ["page.mustache": String(repeating: "{{title}} ", count: 5_001)],
      ["Templates/page.mustache:1:1: error: the template is larger than 50 kB [invalid-template]"])
    // Each of six templates includes the next one ten times.
    var theme = ["page.mustache": "{{> partials/x0}}", "partials/x6.mustache": "{{title}}"]
    for number in 0..<6 {
      theme["partials/x\(number).mustache"] = String(repeating: "{{> partials/x\(number + 1)}}", count: 10)
    }
    expect(
      theme,
      [
        """
        Templates/page.mustache:1:5: error: “page” has more than 100,000 tags, counting those of all templates \
        that it includes [invalid-template]
        """
      ])
  }

  @Test("a template that is not UTF-8 is reported at its first such byte") func invalidBytes() {
    let bytes = Array("<p>Caf".utf8) + [0xE9] + Array("</p>".utf8)
    let theme = Theme(overrides: ["page.mustache": SourceText(path: "Templates/page.mustache", bytes: bytes)])
    #expect(
      theme.diagnostics.map { "\($0.id.rawValue) \($0.place?.range ?? 0..<0) \($0.message)" } == [
        "invalid-template 6..<7 this byte is not UTF-8; save the file as UTF-8"
      ])
  }

  @Test("an unknown tag suggests the nearest value") func unknownTag() {
    expect(
      ["report.mustache": "<h1>{{titel}}</h1>"],
      [
        """
        Templates/report.mustache:1:7: error: “titel” is not a value of report pages [unknown-tag]; \
        did you mean “title”?
        """
      ])
  }

  @Test("a tag inside a list can use the list's values and those around it") func listScope() {
    expect(["header.mustache": "{{#menu}}{{label}}{{site-title}}{{/menu}}"], [])
    expect(
      ["header.mustache": "{{#menu}}{{labels}}{{/menu}}\n{{label}}"],
      [
        """
        Templates/header.mustache:1:12: error: “labels” is not a value of the header [unknown-tag]; \
        did you mean “label”?
        """,
        "Templates/header.mustache:2:3: error: “label” is not a value of the header [unknown-tag]",
      ])
  }

  @Test("an unknown partial suggests the nearest template") func unknownPartial() {
    expect(
      ["page.mustache": "{{> partials/haed}}"],
      [
        """
        Templates/page.mustache:1:5: error: the template “partials/haed” does not exist [unknown-partial]; \
        did you mean “partials/head”?
        """
      ])
  }

  @Test("a partial that includes itself is rejected") func selfInclusion() {
    expect(
      ["partials/head.mustache": "{{> partials/meta}}", "partials/meta.mustache": "{{> partials/head}}"],
      [
        """
        Templates/partials/meta.mustache:1:5: error: “partials/head” includes itself: \
        partials/head → partials/meta → partials/head [invalid-template]
        """
      ])
  }

  @Test("a block that the layout does not have is an error") func unknownBlock() {
    expect(
      ["page.mustache": "{{<layout}}{{$mian}}{{/mian}}{{/layout}}"],
      [
        """
        Templates/page.mustache:1:15: error: “layout” has no block “mian” [unknown-tag]; \
        did you mean “main”?
        """
      ])
  }

  @Test(
    "a syntax error is reported at its place",
    arguments: [
      ("{{title", "1:1", "this tag has no closing “}}”"),
      ("{{}}", "1:1", "this tag is empty"),
      ("a\n{{#title}}", "2:4", "the section “title” is not closed"),
      ("{{/title}}", "1:4", "“{{/title}}” closes a section that is not open"),
      (
        "{{#title}}{{#root}}{{/title}}{{/root}}", "1:23",
        "“{{/title}}” comes before the end of the section “root”"
      ),
      ("{{=<% %>=}}", "1:3", "the delimiters “{{” and “}}” cannot be changed"),
      ("{{% CONTENT_TYPE: TEXT }}", "1:3", "pragmas such as “{{% … }}” are not supported"),
      ("{{uppercased(title)}}", "1:3", "functions such as “uppercased(title)” are not supported"),
      ("{{> *title}}", "1:5", "the name of a partial cannot come from a value"),
      ("{{ti tle}}", "1:3", "“ti tle” is not a valid name; use letters, digits, hyphens and full stops"),
      ("{{#}}{{/}}", "1:3", "this tag has no name"),
      ("{{article}}", "1:3", "“article” is HTML: write {{{article}}}"),
      ("{{{title}}}", "1:4", "“title” is plain text: write {{title}}"),
      ("{{&title}}", "1:4", "“title” is plain text: write {{title}}"),
      (
        "{{<layout}}{{title}}{{/layout}}", "1:32",
        "only blocks “{{$name}}…{{/name}}” are allowed between “{{<” and its end"
      ),
      ("a\u{0}b", "1:2", "a template cannot contain the NUL character"),
    ])
  func errors(template: String, place: String, message: String) {
    expect(
      ["page.mustache": template],
      ["Templates/page.mustache:\(place): error: \(message) [invalid-template]"], firstOnly: true)
  }

  @Test("a list or a flag cannot be used as text") func listAsText() {
    expect(
      ["header.mustache": "{{menu}}{{#menu}}{{current}}{{/menu}}"],
      [
        """
        Templates/header.mustache:1:3: error: “menu” is a list: open a section with {{#menu}} \
        [invalid-template]
        """,
        """
        Templates/header.mustache:1:20: error: “current” is true or false: open a section with {{#current}} \
        [invalid-template]
        """,
      ])
  }

  @Test("sections can be nested, but not without limit") func deepNesting() {
    let deep = String(repeating: "{{#title}}", count: 51) + String(repeating: "{{/title}}", count: 51)
    expect(
      ["page.mustache": deep],
      [
        """
        Templates/page.mustache:1:504: error: sections are nested more than 50 levels deep [invalid-template]
        """
      ])
  }

  @Test("comments can contain anything") func comments() {
    expect(["page.mustache": "{{! titel {{> nothing }}{{title}}"], [])
  }

  @Test("a file that replaces nothing gives a warning, unless a template includes it") func unusedFile() {
    expect(
      ["raport.mustache": "", "logo.png": ""],
      [
        "Templates/logo.png: warning: this file is not used: it is neither a template nor in “assets/” "
          + "[unknown-template]",
        "Templates/raport.mustache: warning: “raport” does not replace a template of the theme, and no template "
          + "includes it [unknown-template]; did you mean “report.mustache”?",
      ])
    expect(["footer.mustache": "{{> partials/logo}}", "partials/logo.mustache": "{{site-title}}"], [])
    expect(["assets/logo.png": "x"], [])
  }

  @Test("an own style sheet that no template loads gives a warning") func customStylesheet() {
    let bare = [
      "layout.mustache": "{{$main}}{{/main}}{{$head}}{{/head}}", "not-found.mustache": "{{title}}",
      "framed.mustache": "{{title}}",
    ]
    expect(["assets/custom.css": ":root {}"], [])
    expect(
      ["assets/custom.css": ":root {}"].merging(bare) { $1 },
      [
        "Templates/assets/custom.css: warning: no template loads this style sheet [unknown-template]; add "
          + "<link rel=\"stylesheet\" href=\"{{custom-stylesheet}}\"> as in the built-in “layout.mustache”"
      ])
    expect(["footer.mustache": "{{site-title}}"].merging(bare) { $1 }, [])
  }

  /// Builds a theme and compares its diagnostics as printed, without excerpts and notes.
  private func expect(
    _ files: [String: String], _ expected: [String], firstOnly: Bool = false,
    sourceLocation: Testing.SourceLocation = #_sourceLocation
  ) {
    var overrides: [String: SourceText] = [:]
    for (path, text) in files { overrides[path] = SourceText(path: "Templates/" + path, text: text) }
    let diagnostics = Theme(overrides: overrides).diagnostics
    let lines = diagnostics.map { Printed.line($0) { path in files[String(path.dropFirst(10))] ?? "" } }
    #expect(
      firstOnly ? Array(lines.prefix(1)) == expected : lines == expected, sourceLocation: sourceLocation)
  }
}
