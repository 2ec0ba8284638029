import Content
import Diagnostics
import TestSites
import TestSupport
import Testing

@testable import Workspace

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

@Suite struct ContentListingTests {
  @Test("a file's role follows from its folder")
  func roles() throws {
    let scratch = try ScratchFolder()
    for path in [
      "index.md", "site.yml", "reports/a.md", "reports/2025/b.md", "issues/i.md", "parties/p.md",
      "pages/about.md",
      "stray.md", "editions/2025.json", "reports/map.png", "CNAME",
    ] { try scratch.write("Content/" + path) }
    let listing = try ContentListing.list(scratch.folders(), ignore: [])
    #expect(listing.assets == ["CNAME", "reports/map.png"])
    #expect(
      listing.sources == [
        .init(path: "index.md", role: .home), .init(path: "issues/i.md", role: .issue),
        .init(path: "pages/about.md", role: .page), .init(path: "parties/p.md", role: .party),
        .init(path: "reports/2025/b.md", role: .report), .init(path: "reports/a.md", role: .report),
        .init(path: "stray.md", role: .report),
      ])
  }

  @Test("with “documents: pages”, other Markdown files are pages, and README.md is the home page")
  func pages() throws {
    let scratch = try ScratchFolder()
    for path in ["README.md", "guide/README.md", "guide/setup.md", "reports/a.md", "a.txt"] {
      try scratch.write(path)
    }
    let listing = try ContentListing.list(scratch.folders(), ignore: [], documents: .pages)
    #expect(listing.assets == ["a.txt"])
    #expect(
      listing.sources == [
        .init(path: "README.md", role: .home), .init(path: "guide/README.md", role: .page),
        .init(path: "guide/setup.md", role: .page), .init(path: "reports/a.md", role: .report),
      ])
  }

  @Test("hidden and ignored files are not read")
  func leftOut() throws {
    let scratch = try ScratchFolder()
    for path in [
      ".DS_Store", ".obsidian/x.md", "reports/.hidden.md", "old/x.md", "reports/a.bak", "reports/a.md",
    ] {
      try scratch.write("Content/" + path)
    }
    let listing = try ContentListing.list(scratch.folders(), ignore: ["old", "*.bak"])
    #expect(listing.sources.map(\.path) == ["reports/a.md"])
    #expect(listing.assets.isEmpty && listing.diagnostics.isEmpty)
  }

  @Test("if the site folder is itself the content, its Public and Templates are excluded")
  func itselfContent() throws {
    let scratch = try ScratchFolder()
    for path in [
      "a.md", "issues/i.md", "Public/index.html", "Templates/page.mustache", "reports/Public/x.md",
    ] {
      try scratch.write(path)
    }
    let folders = try scratch.folders()
    #expect(folders.isItselfContent)
    let listing = try ContentListing.list(folders, ignore: [])
    #expect(listing.sources.map(\.path) == ["a.md", "issues/i.md", "reports/Public/x.md"])
    #expect(listing.assets.isEmpty)
    #expect(folders.sourcePath("a.md") == "a.md")
  }

  @Test("paths are sorted by bytes")
  func sorted() throws {
    let scratch = try ScratchFolder()
    for name in ["ä", "z", "Z", "a-b", "a/x", "a"] { try scratch.write("Content/reports/\(name).md") }
    let listing = try ContentListing.list(scratch.folders(), ignore: [])
    let names = ["Z", "a-b", "a", "a/x", "z", "ä"]
    #expect(listing.sources.map(\.path) == names.map { "reports/\($0).md" })
  }

  @Test("a symbolic link that points outside the content is an error")
  func linkOut() throws {
    let scratch = try ScratchFolder()
    try scratch.write("secret/x.md", "secret")
    try scratch.link("Content/reports/x.md", to: scratch.disk("secret/x.md").text)
    try scratch.link("Content/reports/all", to: "../../secret")
    try scratch.link("Content/reports/none.md", to: "nowhere")
    let listing = try ContentListing.list(scratch.folders(), ignore: [])
    #expect(listing.sources.isEmpty && listing.assets.isEmpty)
    let lines = DiagnosticPrinter { _ in nil }.text(DiagnosticPolicy().apply(to: listing.diagnostics))
    #expect(
      lines == """
        Content/reports/all: error: this symbolic link points outside the content folder, to “\(scratch.disk("secret").text)” [link-out-of-content]
             = help: copy the file into the content folder
        Content/reports/none.md: error: this symbolic link points to a file that does not exist [link-out-of-content]
        Content/reports/x.md: error: this symbolic link points outside the content folder, to “\(scratch.disk("secret/x.md").text)” [link-out-of-content]
             = help: copy the file into the content folder

        """)
  }

  @Test("a symbolic link inside the content is followed")
  func linkInside() throws {
    let scratch = try ScratchFolder()
    try scratch.write("Content/shared/map.png")
    try scratch.write("Content/pages/a.md")
    try scratch.link("Content/reports/pictures", to: "../shared")
    try scratch.link("Content/reports/a.md", to: "../pages/a.md")
    let listing = try ContentListing.list(scratch.folders(), ignore: [])
    #expect(listing.assets == ["reports/pictures/map.png", "shared/map.png"])
    #expect(listing.sources.map(\.path) == ["pages/a.md", "reports/a.md"])
    #expect(listing.diagnostics.isEmpty)
  }

  @Test("cyclic links do not loop, and are reported")
  func circles() throws {
    let scratch = try ScratchFolder()
    try scratch.write("Content/reports/a.md")
    try scratch.link("Content/reports/up", to: "..")
    for index in 0..<4 {
      try scratch.makeFolder("Content/web/\(index)")
      for other in 0..<4 { try scratch.link("Content/web/\(index)/to-\(other)", to: "../\(other)") }
    }
    let listing = try ContentListing.list(scratch.folders(), ignore: [])
    #expect(listing.sources.map(\.path) == ["reports/a.md"])
    let text = DiagnosticPrinter { _ in nil }.text(DiagnosticPolicy().apply(to: listing.diagnostics))
    #expect(
      text.hasPrefix(
        "Content/reports/up: warning: this symbolic link points to a folder that is already being read [link-cycle]\n"
      ))
  }

  @Test("FIFOs are ignored with a warning and never block")
  func fifo() throws {
    let scratch = try ScratchFolder()
    try scratch.makeFolder("Content/reports")
    try #require(mkfifo(scratch.disk("Content/reports/pipe.md").text, 0o600) == 0)
    let listing = try ContentListing.list(scratch.folders(), ignore: [])
    #expect(listing.sources.isEmpty)
    let text = DiagnosticPrinter { _ in nil }.text(DiagnosticPolicy().apply(to: listing.diagnostics))
    #expect(text == "Content/reports/pipe.md: warning: this is a FIFO and is ignored [special-file]\n")
  }

  #if os(Linux)
    @Test("a file name that is not valid UTF-8 is reported")
    func badName() throws {
      let scratch = try ScratchFolder()
      try scratch.makeFolder("Content/reports")
      let name = Array(scratch.disk("Content/reports/").text.utf8) + Array("/caf\u{0}.md".utf8)
      let bytes = name.map { $0 == 0 ? 0xE9 : $0 } + [0]
      let descriptor = bytes.withUnsafeBytes { raw in
        raw.withMemoryRebound(to: CChar.self) { buffer in
          buffer.baseAddress.map { creat($0, 0o600) } ?? -1
        }
      }
      try #require(descriptor >= 0)
      close(descriptor)
      let listing = try ContentListing.list(scratch.folders(), ignore: [])
      #expect(listing.sources.isEmpty)
      let text = DiagnosticPrinter { _ in nil }.text(DiagnosticPolicy().apply(to: listing.diagnostics))
      #expect(
        text.contains(
          "the file name is not valid UTF-8, so the file cannot have an address [invalid-file-name]"))
      unlink(bytes.map { CChar(bitPattern: $0) })
    }
  #endif
}
