import TestSupport
import Testing

@testable import FileSystem

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

@Suite struct FileReaderTests {
  @Test("a file is read completely", arguments: [0, 1, 4_096, 65_537])
  func whole(_ size: Int) throws {
    let scratch = try ScratchFolder()
    let bytes = (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    try scratch.write("x", bytes: bytes)
    guard case .bytes(let read) = try FileReader.readSource(scratch.disk("x")) else {
      Testing.Issue.record("too large")
      return
    }
    #expect(read == bytes)
  }

  @Test("a file that has become a link out of its folder is not read; a link within the folder is")
  func enclosure() throws {
    let scratch = try ScratchFolder()
    for path in ["content/a.md", "content/sub/b.md", "secret.md", "other/b.md"] {
      try scratch.write(path, "text")
    }
    let enclosure = Enclosure(scratch.disk("content"))
    func isRead(_ path: String) -> Bool {
      let path = scratch.disk(path)
      let isSource = (try? FileReader.readSourceWithStatus(path, within: enclosure)) != nil
      #expect(((try? FileReader.readAll(path, within: enclosure)) != nil) == isSource)
      #expect(fault { _ = try OpenFile(path, within: enclosure) } == nil || !isSource)
      return isSource
    }
    func link(_ path: String, to target: String) throws {
      _ = unlink(scratch.disk(path).text)
      try #require(symlink(scratch.disk(target).text, scratch.disk(path).text) == 0)
    }
    #expect(isRead("content/a.md") && isRead("content/sub/b.md"))
    try link("content/a.md", to: "content/sub/b.md")
    #expect(isRead("content/a.md"))
    try link("content/a.md", to: "secret.md")
    #expect(!isRead("content/a.md"))
    // The folder of a file may become a link as well.
    try link("content/sub/b.md", to: "other/b.md")
    #expect(!isRead("content/sub/b.md"))
    _ = unlink(scratch.disk("content/sub/b.md").text)
    try #require(rmdir(scratch.disk("content/sub").text) == 0)
    try link("content/sub", to: "other")
    #expect(!isRead("content/sub/b.md"))
    #expect(
      fault { _ = try FileReader.readAll(scratch.disk("content/a.md"), within: enclosure) }?.message.contains(
        "it has become a symbolic link that leads out of its folder") == true)
  }

  @Test("the folder itself may be a link, and may lead elsewhere later")
  func linkedEnclosure() throws {
    let scratch = try ScratchFolder()
    for path in ["one/a.md", "two/a.md"] { try scratch.write(path, "text") }
    try #require(symlink(scratch.disk("one").text, scratch.disk("now").text) == 0)
    let enclosure = Enclosure(scratch.disk("now"))
    #expect(try FileReader.readAll(scratch.disk("now/a.md"), within: enclosure) == Array("text".utf8))
    _ = unlink(scratch.disk("now").text)
    try #require(symlink(scratch.disk("two").text, scratch.disk("now").text) == 0)
    #expect(try FileReader.readAll(scratch.disk("now/a.md"), within: enclosure) == Array("text".utf8))
  }

  @Test("a file of ten megabytes is read, one that is a byte larger is not")
  func limit() throws {
    let scratch = try ScratchFolder()
    try scratch.write("x")
    try #require(truncate(scratch.disk("x").text, 10_000_000) == 0)
    guard case .bytes = try FileReader.readSource(scratch.disk("x")) else {
      Testing.Issue.record("10 MB were refused")
      return
    }
    try #require(truncate(scratch.disk("x").text, 10_000_001) == 0)
    guard case .tooLarge(10_000_001) = try FileReader.readSource(scratch.disk("x")) else {
      Testing.Issue.record("more than 10 MB were read")
      return
    }
  }

  @Test("a FIFO is rejected without waiting for it")
  func fifo() throws {
    let scratch = try ScratchFolder()
    try #require(mkfifo(scratch.disk("pipe").text, 0o600) == 0)
    let fault = fault { _ = try FileReader.readSource(scratch.disk("pipe")) }
    #expect(fault?.message == "cannot read “\(scratch.disk("pipe").text)”: it is not a regular file")
  }

  @Test("if a file does not exist, the error names it")
  func missing() {
    let fault = fault { _ = try FileReader.readSource(DiskPath("/nowhere/x.md")) }
    #expect(fault?.message == "cannot read “/nowhere/x.md”: no such file or folder")
  }

  @Test(
    "if a file is not readable, the error names it",
    .disabled(if: geteuid() == 0, "the superuser may read every file"))
  func forbidden() throws {
    let scratch = try ScratchFolder()
    try scratch.write("x.md")
    try #require(chmod(scratch.disk("x.md").text, 0) == 0)
    let fault = fault { _ = try FileReader.readSource(scratch.disk("x.md")) }
    #expect(fault?.message == "cannot read “\(scratch.disk("x.md").text)”: permission denied")
  }

  @Test("if a folder has disappeared, the error names it")
  func vanished() {
    let fault = fault { _ = try FolderListing.entries(of: DiskPath("/nowhere")) }
    #expect(fault?.message == "cannot read the folder “/nowhere”: no such file or folder")
  }
}
