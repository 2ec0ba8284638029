import Foundation
import Testing

@Suite("Exporting documents")
struct PaperExportTests {
  /// A site with a table that is too wide for paper, a long cell, and sources.
  private static func site() throws -> TestFolder {
    let folder = try TestFolder()
    try folder.write(
      "Content/site.yml",
      "title: The record\nbase-url: https://site.example/\nlanguage: en\nlicence: CC BY 4.0\nsearch: off\n")
    let parties = (1...10).map { "Party\($0)" }
    let cells = (1...10).map { "[+] Word\($0)a word\($0)b <b>word\($0)c</b> word\($0)d" }
    let long = (1...900).map { "long\($0)" }.joined(separator: " ")
    try folder.write(
      "Content/reports/march.md",
      """
      ---
      title: The March plan
      date: 2025-03-02
      authors: [Ann Example]
      ---

      | Aspect | \(parties.joined(separator: " | ")) |
      |---|\(String(repeating: "---|", count: 10))
      | Dams | \(cells.joined(separator: " | ")) |

      ## Further

      | Aspect | Party1 | Party2 |
      |---|---|---|
      | Ports | [-] Closes them[^1] | [+] \(long) |
      | Roads | — | https://example.org/\(String(repeating: "verylongpath", count: 20)) |

      [^1]: The briefing. https://example.org/briefing
      """)
    try folder.write(
      "Content/reports/hidden.md", "---\ntitle: Hidden\ndraft: true\n---\n\nDraft words.\n")
    return folder
  }

  private static func bytes(of name: String, in folder: TestFolder) throws -> Data {
    try Data(contentsOf: folder.url.appending(path: name))
  }

  /// The words of a text without what breaks lines; WeasyPrint breaks long words.
  private static func plain(_ text: String) -> String { text.filter { !$0.isWhitespace } }

  @Test(
    "a PDF file has every word of every cell, a title, an outline and tags",
    .enabled(
      if: OtherProgram.isThere("weasyprint") && OtherProgram.isThere("pdftotext"),
      "weasyprint and pdftotext are not installed"))
  func pdf() throws {
    let folder = try Self.site()
    let run = try Tool(folder: folder).run("export", "--format", "pdf", "--output", "pack.pdf")
    #expect(run.exitCode == 0, "\(run.errors)")
    let info = try #require(OtherProgram("pdfinfo")).run(["pack.pdf"], in: folder).output
    for part in [
      #/Title: +The record/#, #/Tagged: +yes/#, #/CreationDate: +Sun Mar +2 00:00:00 2025/#,
    ] { #expect(info.contains(part), "\(info)") }
    let text = Self.plain(
      try #require(OtherProgram("pdftotext")).run(["-layout", "pack.pdf", "-"], in: folder).output)
    for party in 1...10 {
      for part in ["a", "b", "c", "d"] { #expect(text.contains("ord\(party)\(part)"), "word\(party)\(part)") }
    }
    let raw = try #require(OtherProgram("pdftotext")).run(["-raw", "pack.pdf", "-"], in: folder).output
    let all = Self.plain(raw)
    let missing = (1...900).filter { !all.contains("long\($0)") }
    #expect(missing.isEmpty, "\(missing)")
    #expect(all.contains("https://example.org/briefing") && !all.contains("Draftwords"))
    #expect(all.filter { "“”„".contains($0) }.isEmpty)
    #expect(raw.contains("The record") && raw.contains("2 / "))
    // What is cut off lies outside the page.
    let boxes = try #require(OtherProgram("pdftotext")).run(["-bbox", "pack.pdf", "-"], in: folder).output
    var width = 0.0
    for line in boxes.split(separator: "\n") {
      if let page = line.firstMatch(of: #/<page width="([\d.]+)"/#) { width = Double(page.output.1) ?? 0 }
      if let word = line.firstMatch(of: #/<word xMin="([-\d.]+)".* xMax="([-\d.]+)"/#) {
        #expect(
          (Double(word.output.1) ?? -1) >= 0 && (Double(word.output.2) ?? .infinity) <= width, "\(line)")
      }
    }
    let outline = try #require(OtherProgram("pdftohtml")).run(
      ["-xml", "-i", "-stdout", "pack.pdf"], in: folder)
    for part in [">Issues<", ">Dams<", ">Reports<", ">The March plan<", ">Further<", ">Sources<"] {
      #expect(outline.output.contains(part), "\(part)")
    }
    let again = try Tool(folder: folder).run("export", "--format", "pdf", "--output", "again.pdf")
    #expect(again.exitCode == 0)
    #expect(
      try Self.bytes(of: "again.pdf", in: folder) == Self.bytes(of: "pack.pdf", in: folder),
      "the same content gives the same bytes")
  }

  @Test(
    "a document for Word has the tables of the report, with headers, footnotes, bookmarks and its title",
    .enabled(if: OtherProgram.isThere("pandoc") && OtherProgram.isThere("unzip"), "pandoc is not installed"))
  func docx() throws {
    let folder = try Self.site()
    let run = try Tool(folder: folder).run(
      "export", "--format", "docx", "--report", "march", "--output", "march.docx")
    #expect(run.exitCode == 0, "\(run.errors)")
    let pandoc = try #require(OtherProgram("pandoc"))
    let html = try pandoc.run(["-s", "-t", "html", "march.docx"], in: folder).output
    #expect(html.contains("<title>The March plan</title>") && html.contains("Ann Example"))
    let tables = html.components(separatedBy: "<table").dropFirst()
      .map { $0.components(separatedBy: "</table>")[0] }
    // The first one has eleven columns: its first column and ten others in two parts.
    #expect(tables.map { $0.components(separatedBy: "<tr").count - 1 } == [2, 2, 3])
    #expect(tables.map { $0.components(separatedBy: "<th").count - 2 } == [6, 6, 3], "\(tables)")
    for party in 1...10 { #expect(html.contains("word\(party)d")) }
    let text = Self.plain(try pandoc.run(["-t", "plain", "--wrap=none", "march.docx"], in: folder).output)
    let missing = (1...900).filter { !text.contains("long\($0)") }
    #expect(missing.isEmpty, "\(missing)")
    let xml = try #require(OtherProgram("unzip")).run(["-p", "march.docx", "word/document.xml"], in: folder)
      .output
    #expect(xml.components(separatedBy: "<w:tblHeader").count == 4)
    #expect(xml.components(separatedBy: "<w:footnoteReference").count == 2)
    let marks = Set(xml.matches(of: #/<w:bookmarkStart [^>]*w:name="([^"]*)"/#).map { String($0.output.1) })
    for link in xml.matches(of: #/w:anchor="([^"]*)"/#) { #expect(marks.contains(String(link.output.1))) }
    let links = try #require(OtherProgram("unzip"))
      .run(["-p", "march.docx", "word/_rels/document.xml.rels"], in: folder).output
    #expect(links.contains("https://site.example/issues/dams/"))
    _ = try Tool(folder: folder).run("export", "--format", "docx", "--report", "march", "-o", "again.docx")
    #expect(
      try Self.bytes(of: "again.docx", in: folder) == Self.bytes(of: "march.docx", in: folder),
      "the same content gives the same bytes")
  }

  @Test("unknown subjects and wrong options are errors, with what was probably meant")
  func wrong() throws {
    let folder = try Self.site()
    let tool = Tool(folder: folder)
    for (arguments, message) in [
      (["--report", "mrach"], "unknown report “mrach”; did you mean “march”?"),
      (["--issue", "Dam"], "unknown issue “Dam”; did you mean “Dams”?"),
      (["--edition", "spring"], "unknown edition “spring”; the site shows no editions."),
      (["--report", "hidden"], "unknown report “hidden”"),
      (["--report", "march", "--issue", "Dams"], "one --report, --issue, --party or --edition"),
    ] {
      let run = try tool.start(["export", "--format", "pdf", "-o", "x.pdf"] + arguments).finish()
      #expect(run.exitCode == 64 && run.errors.contains(message), "\(run.errors)")
    }
    let silent = try tool.run("export", "--format", "pdf")
    #expect(silent.exitCode == 64 && silent.errors.contains("--format pdf requires --output."))
    let other = try tool.run("export", "--edition", "x")
    #expect(other.exitCode == 64 && other.errors.contains("--edition requires --format pdf or docx."))
  }

  @Test("a missing program is named, with how to install it, and no file is written")
  func missing() throws {
    let folder = try Self.site()
    try folder.write("empty/.keep", "")
    for (format, program) in [("pdf", "weasyprint"), ("docx", "pandoc")] {
      let run = try Tool(folder: folder).start(
        ["export", "--format", format, "-o", "x.\(format)"],
        environment: ["PATH": folder.url.appending(path: "empty").path]
      ).finish()
      #expect(run.exitCode == 2 && run.errors.contains("apt-get install \(program)"), "\(run.errors)")
      #expect(!FileManager.default.fileExists(atPath: folder.url.appending(path: "x.\(format)").path))
    }
  }
}
