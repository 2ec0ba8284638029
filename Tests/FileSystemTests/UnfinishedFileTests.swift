import Foundation
import TestSupport
import Testing

@testable import FileSystem

@Suite("Unfinished files") struct UnfinishedFileTests {
  private let bytes = Array("text".utf8)

  @Test("a file has its name only when it is whole", arguments: [false, true])
  func whole(isNamed: Bool) throws {
    let scratch = try ScratchFolder()
    var file = try UnfinishedFile(for: scratch.disk("a"), isNamed: isNamed)
    try file.fill(bytes)
    #expect(!scratch.exists("a"))
    try file.replace()
    #expect(scratch.text("a") == "text")
    #expect(try FolderListing.entries(of: scratch.path).map(\.name) == ["a"])
  }

  @Test(
    "an old file stays until the new one takes its place, and nothing else is left", arguments: [false, true])
  func replacing(isNamed: Bool) throws {
    let scratch = try ScratchFolder()
    try scratch.write("a", "old")
    var file = try UnfinishedFile(for: scratch.disk("a"), isNamed: isNamed)
    try file.fill(bytes)
    #expect(scratch.text("a") == "old")
    try file.replace()
    #expect(scratch.text("a") == "text")
    #expect(try FolderListing.entries(of: scratch.path).map(\.name) == ["a"])
  }

  @Test("a new file never replaces a file, a folder or a link", arguments: [false, true])
  func placing(isNamed: Bool) throws {
    let scratch = try ScratchFolder()
    try scratch.write("file", "old")
    try scratch.makeFolder("folder")
    try scratch.link("link", to: "nowhere")
    for name in ["file", "folder", "link"] {
      var file = try UnfinishedFile(for: scratch.disk(name), isNamed: isNamed)
      try file.fill(bytes)
      #expect(try !file.place())
    }
    var file = try UnfinishedFile(for: scratch.disk("new"), isNamed: isNamed)
    try file.fill(bytes)
    #expect(try file.place())
    #expect(scratch.text("file") == "old" && scratch.text("new") == "text" && !scratch.exists("nowhere"))
    #expect(
      try FolderListing.entries(of: scratch.path).map(\.name).sorted() == ["file", "folder", "link", "new"])
  }

  @Test("a file that is given up leaves nothing", arguments: [false, true])
  func givenUp(isNamed: Bool) throws {
    let scratch = try ScratchFolder()
    do {
      var file = try UnfinishedFile(for: scratch.disk("a"), isNamed: isNamed)
      try file.fill(bytes)
    }
    #expect(try FolderListing.entries(of: scratch.path).isEmpty)
  }

  @Test("of files with a name, those that are being written are kept, and abandoned ones are removed")
  func abandoned() throws {
    let scratch = try ScratchFolder()
    try scratch.write(UnfinishedFile.prefix + "left", "half a te")
    try scratch.write(".x.csv.17", "the author's")
    try scratch.makeFolder(UnfinishedFile.prefix + "folder")
    try scratch.link(UnfinishedFile.prefix + "link", to: ".x.csv.17")
    var file = try UnfinishedFile(for: scratch.disk("a"), isNamed: true)
    try file.fill(bytes)
    UnfinishedFile.removeAbandoned(in: scratch.path)
    let names = try FolderListing.entries(of: scratch.path).map(\.name)
    #expect(names.count == 4 && !names.contains(UnfinishedFile.prefix + "left"), "\(names)")
    try file.replace()
    #expect(scratch.text("a") == "text")
  }

  @Test("a name as long as names can be is no obstacle")
  func longName() throws {
    let scratch = try ScratchFolder()
    let name = String(repeating: "n", count: 255)
    for text in ["old", "new"] {
      try FileWriter.write(Array(text.utf8), to: scratch.disk(name))
      #expect(scratch.text(name) == text)
    }
  }

  @Test("a missing folder is an error that names the file")
  func missing() throws {
    let scratch = try ScratchFolder()
    let path = scratch.disk("no/a")
    #expect(
      fault { try FileWriter.write(bytes, to: path) }?.message
        == "cannot write “\(path.text)”: no such file or folder")
  }
}

@Suite("Abandoned temporary folders") struct AbandonedFolderTests {
  @Test("those of killed processes are removed, those in use and those of other programs are kept")
  func abandoned() throws {
    let scratch = try ScratchFolder()
    try scratch.write(TemporaryDirectory.prefix + "abc123/inner/file", "left")
    try scratch.write("standpoint-abc123/file", "another program's")
    try scratch.link(TemporaryDirectory.prefix + "linked", to: "standpoint-abc123")
    let (folder, lock) = try TemporaryDirectory.make(in: scratch.path)
    TemporaryDirectory.removeAbandoned(in: scratch.path)
    #expect(!scratch.exists(TemporaryDirectory.prefix + "abc123"))
    #expect(scratch.text("standpoint-abc123/file") == "another program's")
    #expect(try FileStatus.of(folder, followingLinks: false)?.kind == .folder)
    SystemCalls.close(lock)
    TemporaryDirectory.removeAbandoned(in: scratch.path)
    #expect(try FileStatus.of(folder, followingLinks: false) == nil)
  }
}
