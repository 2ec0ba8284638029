import TestSupport
import Testing

@testable import FileSystem

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

@Suite("Listing and removing folders") struct FolderTests {
  @Test("a folder is removed with everything in it; links are removed, not followed")
  func removal() throws {
    let scratch = try ScratchFolder()
    try scratch.write("site/a/b/c/deep.txt")
    try scratch.write("site/top.txt")
    try scratch.makeFolder("site/empty")
    try scratch.write("other/kept.txt", "kept")
    try scratch.link("site/to-folder", to: "../other")
    try scratch.link("site/to-nothing", to: "nowhere")
    try #require(mkfifo(scratch.disk("site/pipe").text, 0o600) == 0)
    try FolderRemoval.removeAll(scratch.disk("site"))
    #expect(!scratch.exists("site"))
    #expect(scratch.text("other/kept.txt") == "kept")
  }

  @Test("removing what does not exist does nothing; a file or a link is removed itself")
  func removalOfFiles() throws {
    let scratch = try ScratchFolder()
    try FolderRemoval.removeAll(scratch.disk("missing"))
    try scratch.write("folder/kept.txt", "kept")
    try scratch.link("link", to: "folder")
    try scratch.write("file")
    try FolderRemoval.removeAll(scratch.disk("link"))
    try FolderRemoval.removeAll(scratch.disk("file"))
    #expect(!scratch.exists("link") && !scratch.exists("file"))
    #expect(scratch.text("folder/kept.txt") == "kept")
  }

  @Test(
    "what cannot be removed is named",
    .disabled(if: geteuid() == 0, "the superuser may remove every file"))
  func forbidden() throws {
    let scratch = try ScratchFolder()
    try scratch.write("site/closed/file")
    try #require(chmod(scratch.disk("site/closed").text, 0o500) == 0)
    defer { chmod(scratch.disk("site/closed").text, 0o700) }
    let fault = fault { try FolderRemoval.removeAll(scratch.disk("site")) }
    #expect(
      fault?.message == "cannot remove “\(scratch.disk("site/closed/file").text)”: permission denied")
  }

  @Test("given files are removed with the folders that they leave empty; others and their folders stay")
  func removalOfPaths() throws {
    let scratch = try ScratchFolder()
    for path in ["site/a/b/x", "site/a/y", "site/z"] { try scratch.write(path) }
    #expect(FolderRemoval.remove(["a/b/x", "a/y", "missing", "z"], in: scratch.disk("site")))
    #expect(!scratch.exists("site"))

    for path in ["site/a/b/x", "site/a/foreign", "site/z"] { try scratch.write(path) }
    #expect(!FolderRemoval.remove(["a/b/x", "z"], in: scratch.disk("site")))
    #expect(try FolderListing.files(below: scratch.disk("site")) == ["a/foreign"])
    #expect(!scratch.exists("site/a/b"))
    #expect(FolderRemoval.remove([], in: scratch.disk("missing")))
  }

  @Test("the files of a folder are listed in the order of their bytes, without links and pipes")
  func files() throws {
    let scratch = try ScratchFolder()
    for path in ["b", "a/z", "a-b", "a/é", ".hidden/x"] { try scratch.write(path) }
    try scratch.link("link", to: "b")
    try #require(mkfifo(scratch.disk("pipe").text, 0o600) == 0)
    #expect(try FolderListing.files(below: scratch.path) == [".hidden/x", "a-b", "a/z", "a/é", "b"])
  }

  // The file system of macOS takes only names that are valid UTF-8.
  #if os(Linux)
    @Test("files and folders whose names are not valid UTF-8 are removed too")
    func removalOfRawNames() throws {
      let scratch = try ScratchFolder()
      try scratch.makeFolder("site/plain")
      for folder in ["site/\u{E9}", "site/\u{E9}/\u{FF}"] {
        let path = scratch.root + "/" + folder
        try #require(mkdir(path.latin1.map { CChar(bitPattern: $0) } + [0], 0o700) == 0)
      }
      try #require(scratch.create("site/\u{E9}/\u{FF}/caf\u{E9}.txt".latin1))
      try #require(scratch.create("caf\u{E9}.txt".latin1, in: "site/plain"))
      try FolderRemoval.removeAll(scratch.disk("site"))
      #expect(!scratch.exists("site"))
    }

    @Test("a name that is not valid UTF-8 is listed as such, and no path is made of it")
    func rawNames() throws {
      let scratch = try ScratchFolder()
      try scratch.write("site/a")
      try #require(scratch.create("caf\u{E9}.txt".latin1, in: "site"))
      let entries = try FolderListing.entries(of: scratch.disk("site"))
      #expect(Set(entries.map(\.name)) == ["a", "caf\u{FFFD}.txt"])
      #expect(entries.filter(\.isUTF8).map(\.name) == ["a"])
      let fault = fault { _ = try FolderListing.files(below: scratch.disk("site")) }
      #expect(
        fault?.message == "the name of “\(scratch.disk("site").text)/caf\u{FFFD}.txt” is not valid UTF-8")
      try FolderRemoval.removeAll(scratch.disk("site"))
    }
  #endif
}

extension String {
  /// One byte for each character; those above ASCII are not valid UTF-8 then.
  fileprivate var latin1: [UInt8] { unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) } }
}

@Suite("Temporary folders") struct TemporaryDirectoryTests {
  @Test("a temporary folder is its user's alone, and is gone afterwards with what is in it")
  func lifetime() async throws {
    let folder = try await TemporaryDirectory.with { (folder) async throws(EnvironmentError) in
      try FileWriter.makeFolders(folder.appending("a/b"))
      try FileWriter.write([1], to: folder.appending("a/b/file"))
      let status = try FileStatus.of(folder, followingLinks: false)
      #expect(status?.kind == .folder && status.map { $0.mode & 0o777 } == 0o700)
      return folder
    }
    #expect(try FileStatus.of(folder, followingLinks: false) == nil)
  }

  @Test("the error of the work is passed on, and the folder removed")
  func failing() async throws {
    var made: DiskPath?
    do throws(EnvironmentError) {
      try await TemporaryDirectory.with { (folder) async throws(EnvironmentError) in
        made = folder
        throw EnvironmentError("the work failed")
      }
    } catch {
      #expect(error.message == "the work failed")
    }
    let folder = try #require(made)
    #expect(try FileStatus.of(folder, followingLinks: false) == nil)
  }

  @Test("two temporary folders are never the same, and one that the work removes is no error")
  func several() async throws {
    try await TemporaryDirectory.with { (first) async throws(EnvironmentError) in
      try await TemporaryDirectory.with { (second) async throws(EnvironmentError) in
        #expect(first != second)
        try FolderRemoval.removeAll(second)
      }
    }
  }

  @Test("files are written with the folders above them, whether or not these exist")
  func newFolders() throws {
    let scratch = try ScratchFolder()
    try scratch.makeFolder("site/old")
    let site = try OpenFolder(scratch.disk("site"))
    defer { site.close() }
    let paths = [
      "a/b/c/d/index.html", "a/b/index.html", "a/e/f.txt", "old/g/index.html", "old/index.html", "h.txt",
    ]
    for path in paths { try site.write(Array(path.utf8), to: path) }
    for path in paths { #expect(scratch.text("site/" + path) == path) }
    try scratch.write("site/file")
    #expect(fault { try site.write([], to: "file/index.html") } != nil)
    #expect(fault { try site.write([], to: "file/x/y.txt") } != nil)
    try FolderRemoval.removeAll(scratch.disk("site"))
    #expect(fault { try site.write([], to: "gone.txt") } != nil)
    #expect(fault { try site.write([], to: "gone/index.html") } != nil)
  }
}
