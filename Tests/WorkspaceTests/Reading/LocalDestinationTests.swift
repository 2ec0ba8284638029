import Testing

@testable import Workspace

@Suite struct LocalDestinationTests {
  @Test(
    "a destination names the file beside the document",
    arguments: [("map.png", "map.png"), ("./a/b%20c.png?x#y", "a/b c.png"), ("a/./b.png", "a/b.png")])
  func inside(_ destination: String, _ path: String) {
    #expect(LocalDestination.path(destination) == path)
  }

  @Test(
    "other destinations name no file",
    arguments: [
      "", "#top", "/a.png", "../a.png", "a/../../b", "https://x.org/a.png", ".ssh/id", "a//b", "%2e%2e/x",
      "%ff",
    ])
  func outside(_ destination: String) {
    #expect(LocalDestination.path(destination) == nil)
  }
}
