import FileSystem
import Foundation
import Site
import TestSites
import TestSupport
import Testing

@testable import Publishing

@Suite struct SiteWriterTests {
  /// An output folder beside some content, and files to write there.
  struct Bench {
    let scratch: ScratchFolder
    let output: OutputFolder

    init() throws {
      scratch = try ScratchFolder()
      try scratch.write("Content/a.md")
      output = try OutputFolder(scratch.folders())
    }

    @discardableResult
    func write(_ files: [String: String], assets: [String] = []) async throws -> WriteReport {
      let paths = files.keys.sorted()
      let contents = OutputContents(
        pages: paths,
        assets: assets.map { Asset(path: $0, source: scratch.disk("Content/" + $0)) }
      ) { OutputFile(path: paths[$0], bytes: Array((files[paths[$0]] ?? "").utf8)) }
      return try await SiteWriter(output).write(contents)
    }
  }

  @Test("the first build creates the folder and writes every file")
  func first() async throws {
    let bench = try Bench()
    let report = try await bench.write(["index.html": "home", "reports/a/index.html": "a", "site.css": "css"])
    #expect(report == WriteReport(pages: 2, written: 3, unchanged: 0, removed: 0))
    #expect(
      try bench.scratch.tree("Public") == [
        "index.html": "home", "reports/a/index.html": "a", "site.css": "css",
      ])
    #expect(
      bench.scratch.text(".Public.standpoint-manifest")
        == "standpoint-manifest 1\nindex.html\nreports/a/index.html\nsite.css\n")
    #expect(!bench.scratch.exists(".Public.standpoint-staging"))
  }

  #if os(Linux)
    @Test(
      "a file of git's in the output folder whose name is not valid UTF-8 stops the build before it writes")
    func rawNames() async throws {
      let bench = try Bench()
      try await bench.write(["index.html": "home"])
      try #require(bench.scratch.create(Array(".gitk".utf8) + [0xFF], in: "Public"))
      let error = await #expect(throws: EnvironmentError.self) {
        try await bench.write(["index.html": "new"])
      }
      #expect(error?.message.contains("files that Standpoint did not write: “.gitk\u{FFFD}”") == true)
      #expect(bench.scratch.text("Public/index.html") == "home")
      try FolderRemoval.removeAll(bench.scratch.path)
    }
  #endif

  @Test("a second build writes changed files, keeps unchanged ones and removes old ones")
  func second() async throws {
    let bench = try Bench()
    try await bench.write(["index.html": "home", "old/index.html": "old", "same/index.html": "same"])
    let inode = try bench.scratch.inode("Public/same/index.html")
    let report = try await bench.write([
      "index.html": "new home", "new/index.html": "new", "same/index.html": "same",
    ])
    #expect(report == WriteReport(pages: 3, written: 2, unchanged: 1, removed: 1))
    #expect(
      try bench.scratch.tree("Public")
        == ["index.html": "new home", "new/index.html": "new", "same/index.html": "same"])
    #expect(!bench.scratch.exists("Public/old"))
    #expect(try bench.scratch.inode("Public/same/index.html") == inode)
  }

  @Test("a long file is written piece by piece, and stays if its pieces are those of the old one")
  func long() async throws {
    let bench = try Bench()
    func write(_ pieces: [String]) async throws -> WriteReport {
      var contents = OutputContents(pages: ["data/all.csv"]) { _ in OutputFile(path: "", bytes: []) }
      contents.longFile = { _ in LongFile { body in for piece in pieces { body(Array(piece.utf8)[...]) } } }
      return try await SiteWriter(bench.output).write(contents)
    }
    #expect(try await write(["a,", "", "b"]) == WriteReport(pages: 0, written: 1, unchanged: 0, removed: 0))
    #expect(try bench.scratch.tree("Public") == ["data/all.csv": "a,b"])
    let inode = try bench.scratch.inode("Public/data/all.csv")
    #expect(try await write(["a", ",b"]) == WriteReport(pages: 0, written: 0, unchanged: 1, removed: 0))
    #expect(try bench.scratch.inode("Public/data/all.csv") == inode)
    #expect(try await write(["a", ",c"]) == WriteReport(pages: 0, written: 1, unchanged: 0, removed: 0))
    #expect(try bench.scratch.tree("Public") == ["data/all.csv": "a,c"])
  }

  @Test("if nothing has changed, the folder itself stays")
  func nothing() async throws {
    let bench = try Bench()
    try await bench.write(["index.html": "home"])
    let inode = try bench.scratch.inode("Public")
    let report = try await bench.write(["index.html": "home"])
    #expect(report == WriteReport(pages: 1, written: 0, unchanged: 1, removed: 0))
    #expect(try bench.scratch.inode("Public") == inode)
  }

  @Test(
    "pages of the same length that differ only in the last byte are distinguished, even beyond the buffer size"
  )
  func lastByte() async throws {
    let bench = try Bench()
    let long = String(repeating: "x", count: 200_000)
    try await bench.write(["a.html": long + "1", "b.html": long])
    let report = try await bench.write(["a.html": long + "2", "b.html": long])
    #expect(report == WriteReport(pages: 2, written: 1, unchanged: 1, removed: 0))
    #expect(bench.scratch.text("Public/a.html") == long + "2")
  }

  @Test("an author's file is copied, not hard-linked")
  func assets() async throws {
    let bench = try Bench()
    try bench.scratch.write("Content/pictures/map.png", "picture")
    try await bench.write(["index.html": "home"], assets: ["pictures/map.png"])
    #expect(bench.scratch.text("Public/pictures/map.png") == "picture")
    #expect(
      try bench.scratch.inode("Public/pictures/map.png") != bench.scratch.inode("Content/pictures/map.png"))
    let again = try await bench.write(["index.html": "home"], assets: ["pictures/map.png"])
    #expect(again == WriteReport(pages: 1, written: 0, unchanged: 2, removed: 0))
    try bench.scratch.write("Content/pictures/map.png", "Picture")
    let changed = try await bench.write(["index.html": "home"], assets: ["pictures/map.png"])
    #expect(changed == WriteReport(pages: 1, written: 1, unchanged: 1, removed: 0))
    #expect(bench.scratch.text("Public/pictures/map.png") == "Picture")
  }

  @Test("if an author's file disappears during the build, the old site is unchanged")
  func vanishedAsset() async throws {
    let bench = try Bench()
    try await bench.write(["index.html": "home"])
    await #expect(throws: EnvironmentError.self) {
      try await bench.write(["index.html": "new"], assets: ["gone.png"])
    }
    #expect(try bench.scratch.tree("Public") == ["index.html": "home"])
    #expect(!bench.scratch.exists(".Public.standpoint-staging"))
  }

  @Test("a folder with files that Standpoint did not write is rejected, and they are named")
  func foreign() async throws {
    let bench = try Bench()
    try bench.scratch.write("Public/thesis.tex", "mine")
    try bench.scratch.write("Public/photos/cat.jpg", "mine")
    try bench.scratch.makeFolder("Public/empty")
    let refused = fault { _ = try SiteWriter(bench.output) }
    #expect(
      refused?.message
        == "the output folder “\(bench.output.path.text)” contains files that Standpoint did not write: "
        + "“empty/”, “photos/cat.jpg”, “thesis.tex”")
    #expect(bench.scratch.text("Public/thesis.tex") == "mine")
  }

  @Test("files of others among the site's files are rejected too, and only five are named")
  func foreignAmongOwn() async throws {
    let bench = try Bench()
    try await bench.write(["index.html": "home"])
    for index in 1...7 { try bench.scratch.write("Public/x\(index)", "mine") }
    let refused = fault { _ = try SiteWriter(bench.output) }
    #expect(refused?.message.hasSuffix("“x1”, “x2”, “x3”, “x4”, “x5” and 2 more") == true)
    #expect(try bench.scratch.tree("Public").count == 8)
  }

  @Test("a folder that contains only git's files is accepted, and they survive every build")
  func git() async throws {
    let bench = try Bench()
    try bench.scratch.write("Public/.gitkeep", "keep")
    try bench.scratch.write("Public/.git/config", "repository")
    try await bench.write(["index.html": "one"])
    try await bench.write(["index.html": "two", "a.html": "a"])
    try await bench.write(["index.html": "two"])
    #expect(
      try bench.scratch.tree("Public") == [
        ".gitkeep": "keep", ".git/config": "repository", "index.html": "two",
      ])
  }

  @Test(
    "a file of the site that was replaced by a symbolic link is written again, and the link is not followed")
  func replacedByLink() async throws {
    let bench = try Bench()
    try await bench.write(["index.html": "home", "a.html": "a"])
    try bench.scratch.write("precious", "home")
    try #require(rename(bench.scratch.disk("precious").text, bench.scratch.disk("kept").text) == 0)
    unlink(bench.scratch.disk("Public/index.html").text)
    try bench.scratch.link("Public/index.html", to: "../kept")
    let report = try await bench.write(["index.html": "home", "a.html": "a"])
    #expect(report == WriteReport(pages: 2, written: 1, unchanged: 1, removed: 0))
    #expect(
      try FileStatus.of(bench.scratch.disk("Public/index.html"), followingLinks: false)?.kind == .regular)
    #expect(bench.scratch.text("kept") == "home")
  }

  @Test("the permissions of the output folder are kept")
  func mode() async throws {
    let bench = try Bench()
    try await bench.write(["index.html": "one"])
    try #require(chmod(bench.scratch.disk("Public").text, 0o750) == 0)
    try await bench.write(["index.html": "two"])
    let attributes = try FileManager.default.attributesOfItem(atPath: bench.scratch.absolute("Public"))
    #expect(attributes[.posixPermissions] as? Int == 0o750)
  }

  @Test("files that another program writes during the build are moved aside, not removed")
  func meanwhile() async throws {
    let bench = try Bench()
    try await bench.write(["index.html": "one", "a/index.html": "a"])
    let scratch = bench.scratch
    let contents = OutputContents(pages: ["index.html"]) { _ in
      try? scratch.write("Public/upload.txt", "precious")
      return OutputFile(path: "index.html", bytes: Array("two".utf8))
    }
    await #expect(throws: EnvironmentError.self) { try await SiteWriter(bench.output).write(contents) }
    #expect(try scratch.tree("Public") == ["index.html": "two"])
    #expect(try scratch.tree("Public-other-files") == ["upload.txt": "precious"])
    #expect(try await bench.write(["index.html": "two"]).unchanged == 1)
  }

  @Test("sites of any shape replace each other without leftovers, in any order")
  func property() async throws {
    var random = SeededNumbers(seed: 7)
    let bench = try Bench()
    var before: [String: String] = [:]
    for _ in 0..<40 {
      var files: [String: String] = ["index.html": String(random.next() % 3)]
      for _ in 0..<(random.next() % 12) {
        let folder = ["", "a/", "a/b/", "c d/", "é/"][Int(random.next() % 5)]
        files[folder + "\(random.next() % 5).html"] = String(random.next() % 3)
      }
      let report = try await bench.write(files)
      let same = files.filter { before[$0.key] == $0.value }.count
      let gone = before.keys.filter { files[$0] == nil }.count
      #expect(
        report == WriteReport(pages: files.count, written: files.count - same, unchanged: same, removed: gone)
      )
      #expect(try bench.scratch.tree("Public") == files)
      before = files
    }
  }
}

/// Random numbers that are the same in every run (SplitMix64).
struct SeededNumbers {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}
