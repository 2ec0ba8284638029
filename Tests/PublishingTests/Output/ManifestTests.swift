import TestSites
import TestSupport
import Testing

@testable import Publishing

@Suite struct ManifestTests {
  @Test("a manifest is read back as written, whatever the file names")
  func roundTrip() throws {
    let scratch = try ScratchFolder()
    let manifest = Manifest(["b", "a", "b", "a\nb", #"back\slash"#, #"\n"#, "é", "a b"])
    try manifest.write(to: scratch.disk("list"))
    #expect(try Manifest.read(scratch.disk("list")) == manifest)
    #expect(manifest.paths == ["a", "a\nb", "a b", "b", #"\n"#, #"back\slash"#, "é"].sorted(by: bytes))
  }

  private func bytes(_ left: String, _ right: String) -> Bool {
    left.utf8.lexicographicallyPrecedes(right.utf8)
  }

  @Test("a missing manifest is fine, but an invalid one is an error")
  func strange() throws {
    let scratch = try ScratchFolder()
    #expect(try Manifest.read(scratch.disk("none")) == nil)
    try scratch.write("list", "standpoint-manifest 9\nindex.html\n")
    let fault = fault { _ = try Manifest.read(scratch.disk("list")) }
    #expect(
      fault?.message
        == "“\(scratch.disk("list").text)” is not a manifest that this version can read")
  }
}
