import Testing

@testable import Preview

@Suite struct RequestTargetTests {
  @Test(
    "a target is split into path and query",
    arguments: [
      ("/", "", ""), ("/a%20b/?q=1", "a b/", "?q=1"), ("/%C3%A9", "é", ""), ("/a?b?c#d", "a", "?b?c"),
      ("/a+b", "a+b", ""),
    ])
  func plain(_ target: String, _ path: String, _ query: String) {
    let target = RequestTarget(target)
    #expect(target?.path == path && target?.query == query)
  }

  @Test(
    "a target that is not a path is rejected",
    arguments: ["", "*", "http://x/", "/%", "/%4", "/%zz", "/%ff", "/%00", "/a%0d%0aX: y", "/a b"])
  func refused(_ target: String) {
    #expect(RequestTarget(target) == nil)
  }

  @Test("a redirect is percent-encoded")
  func escaped() {
    #expect(RequestTarget("/a%20b/%C3%A9?x")?.withSlash == "/a%20b/%C3%A9/?x")
  }
}

@Suite struct HostCheckTests {
  @Test(
    "this machine's names are accepted",
    arguments: ["127.0.0.1", "127.0.0.1:8080", "localhost:1", "LOCALHOST", "[::1]:80"])
  func accepted(_ host: String) { #expect(HostCheck(listeningOn: "127.0.0.1").accepts([host])) }

  @Test(
    "all other names are rejected",
    arguments: [[], [""], ["example.org"], ["127.0.0.1.x"], ["localhost:x"], ["localhost", "localhost"]])
  func refused(_ hosts: [String]) { #expect(!HostCheck(listeningOn: "127.0.0.1").accepts(hosts)) }
}

@Suite struct MediaTypeTests {
  @Test(
    "exports have the media type that they declare, and other files of the same kind too",
    arguments: [
      ("positions.csv", "text/csv; charset=utf-8"), ("graph.graphml", "application/graphml+xml"),
      ("positions.csv-metadata.json", "application/csvm+json"), ("graph.json", "application/json"),
      ("data/x.graphml", "application/graphml+xml"), ("data/positions.csv", "text/csv; charset=utf-8"),
      ("data/x.json", "application/json"),
    ])
  func exports(_ path: String, _ type: String) { #expect(MediaType.of(path) == type) }

  @Test(
    "the media type follows from the file extension",
    arguments: [
      ("index.html", "text/html; charset=utf-8"), ("a.b/c", "application/octet-stream"),
      ("A.PNG", "image/png"),
      ("x.unknown", "application/octet-stream"), ("assets/site.css", "text/css; charset=utf-8"),
    ])
  func types(_ path: String, _ type: String) { #expect(MediaType.of(path) == type) }
}
