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

  private static let allowing = HostCheck(
    listeningOn: "127.0.0.1", allowing: ["Preview.example", "*.app.github.dev"])

  @Test(
    "allowed names are accepted, with any port, and every name below one with a star",
    arguments: [
      "preview.example", "PREVIEW.example:443", "name-8080.app.github.dev", "a.b.app.github.dev:80",
    ])
  func allowed(_ host: String) { #expect(Self.allowing.accepts([host])) }

  @Test(
    "names that only look like allowed ones are rejected",
    arguments: [
      "app.github.dev", ".app.github.dev", "evilapp.github.dev", "x.preview.example", "preview.example.org",
      "preview.example:8x", "a.app.github.dev.evil.example",
    ])
  func similar(_ host: String) { #expect(!Self.allowing.accepts([host])) }

  @Test("the refusal names the option for a plain host name, and repeats nothing else")
  func refusal() {
    func text(_ values: [String]) -> String {
      String(decoding: HostCheck.refusal(of: values).body, as: UTF8.self)
    }
    #expect(
      text(["x-8080.app.github.dev:443"]).contains("standpoint serve --allow-host x-8080.app.github.dev"))
    #expect(!text(["<script>"]).contains("script") && !text(["a", "b"]).contains("--allow-host"))
  }
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
