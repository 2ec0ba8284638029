import FileSystem
import Foundation
import Site
import TestSites
import TestSupport
import Testing

@testable import Publishing

/// The search index of a site with many parts, with a small program in place of Pagefind.
@Suite("Parts of the search index as files") struct SearchIndexTests {
  struct Bench {
    let scratch: ScratchFolder
    let output: OutputFolder

    init() throws {
      scratch = try ScratchFolder()
      try scratch.write("Content/a.md")
      output = try OutputFolder(scratch.folders())
      try install("1")
    }

    /// Installs a program that writes files as Pagefind does, and notes the pages that it read.
    func install(_ version: String) throws {
      try scratch.write(
        "pagefind",
        """
        #!/bin/sh
        case $2 in */part-*) part=${2%/site} ;; *) part=/0 ;; esac
        cd "$2" && find . -name '*.html' | sort > "\(scratch.absolute("log")).${part##*/}"
        mkdir -p "$4/fragment"
        echo '{"version":"\(version)"}' > "$4/pagefind-entry.json"
        for file in pagefind.js pagefind-worker.js pagefind-ui.js wasm.en.pagefind pagefind.en_1.pf_meta; do
          echo \(version) > "$4/$file"
        done
        for page in $(find . -name '*.html'); do
          cat "$page" > "$4/fragment/$(cat "$page" | cksum | tr ' ' -)"
        done
        """)
      chmod(scratch.absolute("pagefind"), 0o755)
    }

    /// Builds a site of searched pages; the number of pages of a part is at most 2.
    func build(_ pages: [String: String]) async throws -> WriteReport {
      try forget()
      let paths = pages.keys.sorted()
      var contents = OutputContents(pages: paths) {
        let text = "<html lang=en><main data-pagefind-body>\(pages[paths[$0]] ?? "")</main>"
        return OutputFile(path: paths[$0], bytes: Array(text.utf8))
      }
      contents.searched = Array(paths.indices)
      contents.reports = paths.indices.filter { paths[$0].hasPrefix("reports/") }
      contents.indexPart = 2
      let program = ExternalProgram(name: scratch.absolute("pagefind"), package: "", purpose: "")
      return try await SiteWriter(output).write(contents, pagefind: Pagefind(program: program))
    }

    /// Forgets what the program has made.
    func forget() throws {
      for part in try made() { FileWriter.remove(scratch.disk("log." + part)) }
    }

    /// The parts that the program made in the last build.
    func made() throws -> [String] {
      try FileManager.default.contentsOfDirectory(atPath: scratch.root)
        .filter { $0.hasPrefix("log.") }.map { String($0.dropFirst(4)) }.sorted()
    }

    func index() throws -> [String] {
      try scratch.tree("Public").keys.filter { $0.hasPrefix("assets/pagefind/") }
        .map { String($0.dropFirst("assets/pagefind/".count)) }.sorted()
    }

    func digests() throws -> [String] {
      let record = try JSONDecoder().decode(
        SearchIndex.Record.self, from: Data((scratch.text("Public/assets/pagefind/parts.json") ?? "").utf8))
      return record.digests
    }
  }

  /// One issue and enough reports for two parts with at least one page each.
  static let pages = Dictionary(
    uniqueKeysWithValues: (0..<4).map { ("reports/r\($0)/index.html", "Report \($0)") }
      + [("issues/a/index.html", "Issue")])

  @Test("each has its files, and only the first has the program")
  func files() async throws {
    let bench = try Bench()
    let report = try await bench.build(Self.pages)
    let index = try bench.index()
    #expect(try bench.made() == ["0", "part-1", "part-2"])
    for name in ["pagefind-entry.json", "pagefind.en_1.pf_meta"] {
      #expect(["", "part-1/", "part-2/"].allSatisfy { index.contains($0 + name) }, "\(index)")
    }
    #expect(
      index.filter { $0.contains("pagefind.js") || $0.contains("worker") || $0.contains("wasm") }.count == 3)
    #expect(!index.contains { $0.contains("ui") || $0.contains("site") })
    #expect(index.count { $0.contains("fragment/") } == Self.pages.count)
    #expect(try bench.digests().count == 3)
    #expect(report.total == Self.pages.count + index.count)
  }

  @Test("only those with text that changed are made again")
  func changes() async throws {
    let bench = try Bench()
    _ = try await bench.build(Self.pages)
    let (index, digests) = (try bench.index(), try bench.digests())
    #expect(try await bench.build(Self.pages).written == 0)
    #expect(try bench.made() == [])

    var pages = Self.pages
    pages["reports/r1/index.html"] = "Another report"
    let report = try await bench.build(pages)
    let made = try bench.made()
    #expect(made.count == 1 && made != ["0"])
    // Also pages that did not change are in the part: those of the old part have the same names.
    #expect(try Set(index).subtracting(bench.index()).count == 1)
    #expect(try zip(digests, bench.digests()).count { $0 != $1 } == 1)
    // The page, its fragment, and the record.
    #expect(report.written == 3 && report.removed == 1)

    pages["reports/r1/index.html"] = "Report 1"
    _ = try await bench.build(pages)
    #expect(try bench.index() == index)
    #expect(try bench.digests() == digests)
  }

  @Test(
    "a page that goes leaves its part, and a new one joins one; a part without pages has no files",
    arguments: [("r2", ["0", "part-2"], 3), ("r3", ["0"], 2)])
  func removal(report: String, made: [String], parts: Int) async throws {
    let bench = try Bench()
    _ = try await bench.build(Self.pages)
    var pages = Self.pages
    pages["reports/\(report)/index.html"] = nil
    pages["issues/b/index.html"] = "Another issue"
    _ = try await bench.build(pages)
    #expect(try bench.made() == made)
    #expect(try bench.index().count { $0.hasSuffix("pagefind-entry.json") } == parts)
    #expect(try bench.digests().count { !$0.isEmpty } == parts)
    #expect(try bench.index().count { $0.contains("fragment/") } == pages.count)
  }

  @Test("all are made by the same Pagefind")
  func versions() async throws {
    let bench = try Bench()
    _ = try await bench.build(Self.pages)
    try bench.install("2")
    #expect(try await bench.build(Self.pages).written == 0)
    var pages = Self.pages
    pages["issues/a/index.html"] = "Another issue"
    _ = try await bench.build(pages)
    #expect(try bench.made() == ["0", "part-1", "part-2"])
    let tree = try bench.scratch.tree("Public")
    let entries = tree.filter { $0.key.hasSuffix("pagefind-entry.json") }
    #expect(entries.count == 3 && Set(entries.values) == ["{\"version\":\"2\"}\n"])
    #expect(bench.scratch.text("Public/assets/pagefind/parts.json")?.contains("\"version\":\"2\"") == true)
  }

  @Test(
    "all are made again if their record is lost or unreadable, or if their number changes",
    arguments: ["", "{"])
  func record(text: String) async throws {
    let bench = try Bench()
    _ = try await bench.build(Self.pages)
    let index = try bench.index()
    try bench.scratch.write("Public/assets/pagefind/parts.json", text)
    _ = try await bench.build(Self.pages)
    #expect(try bench.made().count == 3)
    #expect(try bench.index() == index)

    let few = Self.pages.filter { $0.key < "reports/r1" }
    _ = try await bench.build(few)
    #expect(try bench.made() == ["0"])
    #expect(try bench.index().count { $0.contains("fragment/") } == few.count)
    #expect(try !bench.index().contains { $0.contains("part-") })
  }

  @Test("without a mark of searched text, all pages are read as a whole")
  func unmarked() async throws {
    let bench = try Bench()
    _ = try await bench.build(Self.pages)
    let digests = try bench.digests()
    var contents = OutputContents(pages: ["a.html", "b.html"]) {
      OutputFile(path: ["a.html", "b.html"][$0], bytes: Array("<html><p>\($0)".utf8))
    }
    contents.searched = [0]
    let program = ExternalProgram(name: bench.scratch.absolute("pagefind"), package: "", purpose: "")
    for expected in [true, false] {
      try bench.forget()
      _ = try await SiteWriter(bench.output).write(contents, pagefind: Pagefind(program: program))
      #expect(try (bench.made() == ["0"]) == expected)
      #expect(try bench.digests().count == 1 && bench.digests() != digests)
    }
    #expect(bench.scratch.text("Public/a.html") == "<html><p>0")
  }
}
