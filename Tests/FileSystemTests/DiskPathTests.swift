import TestSupport
import Testing

@testable import FileSystem

@Suite struct DiskPathTests {
  @Test("a path is absolute, without dots, double slashes and a trailing slash")
  func normalises() {
    #expect(DiskPath("/a//b/./c/").text == "/a/b/c")
    #expect(DiskPath("/").text == "/")
    #expect(DiskPath("x").text == DiskPath.current.text + "/x")
  }

  @Test("the name and the parent of a path")
  func parts() {
    #expect(DiskPath("/a/b").name == "b")
    #expect(DiskPath("/a/b").parent.text == "/a")
    #expect(DiskPath("/a").parent.text == "/")
    #expect(DiskPath("/").parent.text == "/")
    #expect(DiskPath("/").appending("a").text == "/a")
  }

  @Test("a path is below a folder only if a slash separates them")
  func below() {
    #expect(DiskPath("/a/bc").isBelow(DiskPath("/a")))
    #expect(!DiskPath("/a/bc").isBelow(DiskPath("/a/b")))
    #expect(!DiskPath("/a").isBelow(DiskPath("/a")))
    #expect(DiskPath("/a").isBelow(DiskPath("/")))
  }

  @Test("two dots after a symbolic link mean the parent of its target")
  func dotsAfterLink() throws {
    let scratch = try ScratchFolder()
    try scratch.makeFolder("far/away")
    try scratch.link("link", to: "far/away")
    #expect(DiskPath(scratch.path.text + "/link/../x") == scratch.disk("far/x"))
  }

  @Test("a path that does not exist yet is resolved as far as it exists")
  func resolvesPartly() throws {
    let scratch = try ScratchFolder()
    try scratch.makeFolder("real")
    try scratch.link("link", to: "real")
    #expect(scratch.disk("link/new/deep").resolved == scratch.disk("real/new/deep"))
  }

  @Test("a path in the current folder is shown relative to it")
  func shown() {
    #expect(DiskPath("a/b").shown == "a/b")
    #expect(DiskPath(".").shown == ".")
    #expect(DiskPath("/surely/elsewhere").shown == "/surely/elsewhere")
  }
}
