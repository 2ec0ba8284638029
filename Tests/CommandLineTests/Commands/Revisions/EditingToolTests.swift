import Foundation
import Testing

/// `standpoint format` and `standpoint fix` from the user's point of view.
@Suite struct EditingToolTests {
  private static let loose = "---\ntitle: A | b\n---\n\n|Aspect|North|South|\n|-|-|-|\n|Fish|[+] 日本|no|\n"
  private static let aligned =
    "---\ntitle: A | b\n---\n\n| Aspect | North    | South |\n|--------|----------|-------|\n| Fish   | [+] 日本 | no    |\n"

  @Test("format writes aligned tables, lists what it changed, and --check only says so")
  func format() throws {
    let folder = try TestFolder()
    try folder.write("Content/reports/a.md", Self.loose)
    try folder.write("Content/b.md", "# No table\n")
    try folder.write("Content/.hidden/c.md", Self.loose)
    let tool = Tool(folder: folder)
    let check = try tool.run("format", "Content", "--check")
    #expect(check.exitCode == 1 && check.output == "Content/reports/a.md\n", "\(check.errors)")
    #expect(check.errors == "Would format 1 of 2 files\n")
    #expect(try folder.text("Content/reports/a.md") == Self.loose)
    let run = try tool.run("format", "Content/reports/a.md", "Content/b.md")
    #expect(
      run.exitCode == 0 && run.output == "Content/reports/a.md\n" && run.errors == "Formatted 1 of 2 files\n")
    #expect(try folder.text("Content/reports/a.md") == Self.aligned)
    #expect(try tool.run("format", "Content", "--check", "--quiet").exitCode == 0)
    #expect(try folder.text("Content/.hidden/c.md") == Self.loose)
  }

  @Test("format reads standard input, refuses what does not exist, and leaves files alone that are not UTF-8")
  func input() throws {
    let folder = try TestFolder()
    let tool = Tool(folder: folder)
    #expect(try tool.run("format", "-", input: Self.loose).output == Self.aligned)
    #expect(try tool.run("format", "-", "--check", input: Self.loose).exitCode == 1)
    #expect(try tool.run("format", "none.md").exitCode == 2)
    #expect(try tool.run("format").exitCode == 64)
    #expect(try tool.run("format", "-", "a.md").exitCode == 64)
    let bytes = Data("|a|b|\n|-|-|\n|\u{E9}".utf16.map { UInt8(truncatingIfNeeded: $0) })
    try bytes.write(to: folder.url.appending(path: "latin.md"))
    let latin = try tool.run("format", "latin.md")
    #expect(latin.exitCode == 1 && latin.errors.hasPrefix("not formatted: latin.md: it is not UTF-8\n"))
    try folder.write("loose.md", Self.loose)
    let checked = try tool.run("format", "--check", "--quiet", "latin.md")
    #expect(checked.exitCode == 1 && checked.errors.hasPrefix("not formatted: latin.md"))
    let both = try tool.run("format", "latin.md", "loose.md")
    #expect(both.exitCode == 1 && both.output == "loose.md\n", "the other file is formatted: \(both.errors)")
    #expect(try folder.text("loose.md") == Self.aligned)
    #expect(try Data(contentsOf: folder.url.appending(path: "latin.md")) == bytes)
  }

  private static let report = """
    ---
    titel: The plan
    date: 2025-3-2
    core-issues: [Fihs]
    ---

    | Aspect | North | South |
    |---|---|---|
    | Fish | [+] Yes[^nots] | [-] No |

    See [[Fihs]].

    [^note]: A note.

    """

  @Test("fix makes what diagnostics suggest, leaves what needs a decision, and --dry-run writes nothing")
  func fix() throws {
    let folder = try TestFolder()
    try folder.write(
      "Content/site.yml",
      "title: T\nlanguage: EN\nsearch: off\nbase-url: https://t.example/\nunresolved-links: warning\n")
    try folder.write("Content/reports/plan.md", Self.report)
    let tool = Tool(folder: folder)
    let before = try folder.tree("Content")
    let rehearsal = try tool.run("fix", "--dry-run")
    #expect(rehearsal.exitCode == 0 && rehearsal.errors.contains("Would make "), "\(rehearsal.errors)")
    #expect(try folder.tree("Content") == before)
    let run = try tool.run("fix")
    #expect(run.exitCode == 0 && run.output == rehearsal.output, "\(run.errors)")
    let text = try folder.text("Content/reports/plan.md")
    #expect(
      text.hasPrefix("---\ntitle: The plan\ndate: 2025-03-02\ncore-issues: [Fish]\n"), "\(text) \(run.output)"
    )
    #expect(text.contains("Yes[^note]") && text.contains("See [[Fihs]]."))
    let check = try tool.run("check")
    #expect(
      check.errors.contains("unknown name “Fihs”") && !check.errors.contains("titel"), "\(check.errors)")
    #expect(try tool.run("fix").errors.hasSuffix("Made 0 changes\n"))
  }

  @Test("fix corrects a mistake everywhere, also where it is not listed")
  func fixWithoutLimit() throws {
    let folder = try TestFolder()
    let mistakes = String(repeating: "A text.[^not]\n\n", count: 130)
    try folder.write("Content/reports/a.md", "---\ntitle: A\n---\n\nText.[^note]\n\n\(mistakes)[^note]: b\n")
    let tool = Tool(folder: folder)
    let check = try tool.run("check")
    #expect(check.errors.contains("30 more places in this file have the same problem"), "\(check.errors)")
    #expect((check.output + check.errors).contains("130 warnings"), "\(check.output)")
    let run = try tool.run("fix")
    #expect(run.errors.hasSuffix("Made 130 changes\n"), "\(run.errors)")
    #expect(try !folder.text("Content/reports/a.md").contains("[^not]"))
  }

  @Test("fix corrects different mistakes of one kind, also where they are not listed")
  func fixWithoutLimitOfKind() throws {
    let folder = try TestFolder()
    try folder.write("Content/site.yml", "title: T\nsearch: off\nlimits: {diagnostics-of-one-kind: 2}\n")
    let keys = ["alpha", "bravo", "delta", "gamma", "omega"]
    let mistakes = keys.map { "Text.[^\($0)] Text.[^\($0)s]\n\n" }.joined()
    let notes = keys.map { "[^\($0)]: b\n" }.joined()
    try folder.write("Content/reports/a.md", "---\ntitle: A\n---\n\n\(mistakes)\(notes)")
    let tool = Tool(folder: folder)
    let check = try tool.run("check")
    #expect(
      check.errors.contains("3 more problems of this kind in this file are not listed"), "\(check.errors)")
    let run = try tool.run("fix")
    #expect(run.errors.hasSuffix("Made 5 changes\n"), "\(run.errors)")
    #expect(try !tool.run("check").errors.contains("undefined-footnote"))
  }

  @Test("a broken link that a file has very often is listed a hundred times, and the rest is counted")
  func repeatedBrokenLinks() throws {
    let folder = try TestFolder()
    let links = String(repeating: "![a](a.png) [b](#c) [d](/e/) ", count: 130)
    try folder.write("Content/reports/a.md", "---\ntitle: A\ndate: 2025-01-01\n---\n\n\(links)\n")
    let errors = try Tool(folder: folder).run("check").errors
    #expect(errors.components(separatedBy: "30 more places in this file have the same problem").count == 4)
    #expect(errors.components(separatedBy: "[broken-link]").count == 201, "\(errors.suffix(2_000))")
  }

  @Test("an error about a position is listed, however many other links an edition answers")
  func answeredLinks() throws {
    let folder = try TestFolder()
    try folder.write("Content/site.yml", "title: T\nsearch: off\nlimits: {diagnostics-of-one-kind: 2}\n")
    func writeTable(_ updated: String, south: String) throws {
      let rows = ["Water", "Fish", "Coal"].map { "| \($0) | a | \(south) |\n" }.joined()
      try folder.write(
        "Content/reports/a.md",
        "---\ntitle: A\ndate: 2025-01-01\n\(updated)---\n\n| Aspect | North | South |\n|---|---|---|\n\(rows)"
      )
    }
    try writeTable("", south: "b")
    let tool = Tool(folder: folder)
    #expect(try tool.run("edition", "one", "--now", "2025-02-01").exitCode == 0)
    try writeTable("updated: 2025-05-01\n", south: "c {as-of=2025-05-01}")
    try folder.write(
      "Content/reports/b.md",
      "---\ntitle: B\ndate: 2025-03-01\n---\n\n"
        + "[[Water#South]] [[Fish#South]] [[Coal#South]] [[Gas#South]]\n\n"
        + "| Aspect | North | West |\n|---|---|---|\n| Gas | a | b |\n")
    let check = try tool.run("check", "--now", "2025-06-01")
    #expect(check.exitCode == 1, "\(check.errors)")
    let errors = check.errors.split(separator: "\n").filter { $0.contains("error:") }
    #expect(errors.count == 1 && errors.first?.contains("on “Gas”") ?? false, "\(check.errors)")
  }

  @Test("mistakes in one table do not hide those in another")
  func tables() throws {
    let folder = try TestFolder()
    try folder.write("Content/site.yml", "title: T\nsearch: off\nlimits: {diagnostics-of-one-kind: 4}\n")
    let table = { (name: String) in
      "| Aspect | North | South |\n|---|---|---|\n"
        + (0..<150).map { "| Issue \(name)\($0) | [[\(name)\($0)]] | b |\n" }.joined() + "\nText.\n\n"
    }
    try folder.write(
      "Content/reports/a.md", "---\ntitle: A\ndate: 2025-01-01\n---\n\n" + table("x") + table("y"))
    let errors = try Tool(folder: folder).run("check").errors
    let folded = "(and 149 more like it in this table) [unknown-name]"
    #expect(errors.components(separatedBy: folded).count == 3, "\(errors)")
    #expect(errors.components(separatedBy: "note: unknown name").count == 201)
  }

  @Test("fix changes no position: a cell or a name that it would change is left to the author")
  func fixKeepsPositions() throws {
    let folder = try TestFolder()
    try folder.write("Content/site.yml", "title: T\nsearch: off\nbase-url: https://t.example/\n")
    try folder.write("Content/issues/fish.md", "---\ntitle: Fish\n---\n")
    try folder.write(
      "Content/reports/plan.md",
      "---\ntitle: Plan\ndate: 2025-03-02\n---\n\n| Aspect | North | South |\n|---|---|---|\n| [[Fihs]] | (+) Yes | [x] No |\n"
    )
    let tool = Tool(folder: folder)
    _ = try tool.run("export", "--format", "csv", "-o", "before.csv")
    _ = try tool.run("fix")
    _ = try tool.run("export", "--format", "csv", "-o", "after.csv")
    #expect(try folder.text("after.csv") == folder.text("before.csv"))
    #expect(try folder.text("before.csv").contains("Yes"))
  }
}
