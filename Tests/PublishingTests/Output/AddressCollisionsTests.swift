import Diagnostics
import TestSites
import TestSupport
import Testing

@testable import Publishing

@Suite struct AddressCollisionsTests {
  private func complaints(pages: [String], assets: [String]) throws -> [String] {
    let scratch = try ScratchFolder()
    try scratch.makeFolder("Content")
    return AddressCollisions.find(pages: pages, assets: assets, try scratch.folders()).map(\.message)
  }

  @Test("files with different addresses do not collide")
  func none() throws {
    #expect(try complaints(pages: ["index.html", "a/index.html"], assets: ["a/map.png", "b.png"]).isEmpty)
  }

  @Test("a copied file with a page's address is reported with the page, even if the case differs")
  func page() throws {
    #expect(
      try complaints(pages: ["a/index.html"], assets: ["A/index.HTML"])
        == ["the copied file “A/index.HTML” has the same address as the page “a/index.html”"])
  }

  @Test("two copied files that differ only in case are reported")
  func assets() throws {
    #expect(
      try complaints(pages: ["index.html"], assets: ["Map.png", "map.png"])
        == ["the copied file “map.png” differs only in case from the file “Content/Map.png”"])
  }

  @Test("a copied file with the path of a folder that pages need is reported once")
  func folder() throws {
    #expect(
      try complaints(pages: ["reports/a/index.html", "reports/b/index.html"], assets: ["reports"])
        == ["the copied file “reports” has the path of a folder needed for the page “reports/a/index.html”"])
    #expect(
      try complaints(pages: ["a"], assets: ["a/b.png"])
        == ["the copied file “a/b.png” needs a folder at the path of the page “a”"])
  }

  @Test("the message as shown to the author")
  func message() throws {
    let scratch = try ScratchFolder()
    try scratch.makeFolder("Content")
    let found = AddressCollisions.find(pages: ["index.html"], assets: ["index.html"], try scratch.folders())
    #expect(
      DiagnosticPrinter { _ in nil }.text(DiagnosticPolicy().apply(to: found)) == """
        Content/index.html: error: the copied file “index.html” has the same address as the page “index.html” [duplicate-address]
             = help: rename the file, or add it to “ignore:” in site.yml

        """)
  }
}
