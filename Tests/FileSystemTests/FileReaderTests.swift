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
