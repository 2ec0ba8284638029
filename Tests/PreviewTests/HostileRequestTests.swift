import NIOCore
import Testing

@testable import Preview

/// Malicious requests. Each is rejected or gets no answer, and the server keeps running.
extension PreviewServerTests {
  /// Path traversal attempts in all known spellings. `ROOT` is the folder above Content.
  static let ways = [
    "/../secret.txt", "/../../secret.txt", "/reports/../../secret.txt", "/reports/plan/../../../secret.txt",
    "/./../secret.txt", "/.../secret.txt", "/....//secret.txt", "/..;/secret.txt", "//../secret.txt",
    "/..//secret.txt",
    "/%2e%2e/secret.txt", "/%2E%2E/secret.txt", "/.%2e/secret.txt", "/%2e./secret.txt", "/..%2fsecret.txt",
    "/..%2Fsecret.txt", "/%2e%2e%2fsecret.txt", "/reports/%2e%2e/%2e%2e/secret.txt",
    "/%252e%252e/secret.txt", "/%252e%252e%252fsecret.txt", "/%25252e%25252e/secret.txt",
    "/..%252fsecret.txt",
    "/..%5csecret.txt", "/..%5Csecret.txt", "/..\\secret.txt", "/%5c..%5csecret.txt", "/..%255csecret.txt",
    "/..%c0%afsecret.txt", "/%c0%ae%c0%ae/secret.txt", "/%c0%2e%c0%2e/secret.txt", "/..%e0%80%afsecret.txt",
    "/%e0%80%ae%e0%80%ae/secret.txt", "/..%f0%80%80%afsecret.txt", "/..%u2215secret.txt",
    "/..%u002fsecret.txt",
    "/%uff0e%uff0e/secret.txt", "/%ef%bc%8e%ef%bc%8e/secret.txt", "/..%ef%bc%8fsecret.txt",
    "/..%e2%88%95secret.txt",
    "/..%00/secret.txt", "/secret.txt%00", "/secret.txt%00.html", "/%00/../secret.txt", "/..%0d/secret.txt",
    "/..%0a/secret.txt", "/..%09/secret.txt", "/..%20/secret.txt", "/..%7f/secret.txt", "/ROOT/secret.txt",
    "/%2fROOT/secret.txt", "//ROOT/secret.txt", "/file://ROOT/secret.txt", "/file:///etc/passwd",
    "/reports/plan.md", "/Content/reports/plan.md", "/.git/config", "/site.yml", "/_standpoint/../secret.txt",
    "/_standpoint/%2e%2e/secret.txt", "/assets/../../secret.txt", "/assets/%2e%2e/%2e%2e/secret.txt",
    "/reports/map%20one.svg/../../secret.txt", "/reports/map%20one.svg%00",
    "/?../secret.txt=../secret.txt#..",
  ]

  @Test("no path leads outside the site", arguments: ways)
  func wayOut(_ way: String) async throws {
    let site = try await ServedSite()
    let target = way.replacing("ROOT", with: site.folder.path)
    for method in ["GET", "HEAD"] {
      let answer = try await site.get(target, method: method)
      let isHome = way.hasPrefix("/?")
      #expect([400, 404].contains(answer.status) || isHome && answer.status == 200, "\(answer.status)")
      #expect(!answer.text.contains("top secret") && !answer.text.contains("root:"))
      #expect(answer.headers["location"] == nil)
    }
    try await site.server.stop()
  }

  /// Host headers of other machines, and invalid ones. `PORT` is the server's port.
  static let foreignHosts = [
    "evil.example", "evil.example:PORT", "127.0.0.1.evil.example", "127.0.0.1.nip.io:PORT",
    "localhost.evil:PORT",
    "localhost.", "127.0.0.1:PORT@evil.example", "evil.example@127.0.0.1", "127.0.0.1:PORT.evil",

    "127.0.0.1:-1x", "127.1", "0.0.0.0:PORT", "[::]:PORT", "[::ffff:127.0.0.1]", "2130706433", "0x7f000001",
    "localhost, evil.example", "localhost evil.example", "xn--localhost", "", "*", "http://127.0.0.1",
    "127.0.0.2",
  ]

  @Test("host names of other machines are rejected", arguments: foreignHosts)
  func foreignHost(_ host: String) async throws {
    let site = try await ServedSite()
    let name = host.replacing("PORT", with: "\(site.server.port)")
    for target in ["/", "/_standpoint/live.js", "/_standpoint/events/0/"] {
      let answer = try await site.get(target, host: name)
      #expect([400, 403].contains(answer.status), "\(target) gave \(answer.status)")
      #expect(!answer.text.contains("The plan"))
    }
    try await site.server.stop()
  }

  /// Malformed and oversized requests, with the accepted status codes; 0 means no answer.
  static let malformed: [(bytes: String, statuses: Set<Int>)] = [
    ("GET / HTTP/1.1\r\n\r\n", [403]),
    ("GET / HTTP/1.1\r\nHost: localhost\r\nHost: evil\r\n\r\n", [400, 403]),
    ("GET / HTTP/1.0\r\n\r\n", [403]),
    ("GET / HTTP/9.9\r\nHost: localhost\r\n\r\n", [0, 400, 505]),
    ("GET http://localhost/ HTTP/1.1\r\nHost: localhost\r\n\r\n", [400]),
    ("GET http://evil.example/ HTTP/1.1\r\nHost: localhost\r\n\r\n", [400]),
    ("GET * HTTP/1.1\r\nHost: localhost\r\n\r\n", [400]),
    ("OPTIONS * HTTP/1.1\r\nHost: localhost\r\n\r\n", [405]),
    ("CONNECT evil.example:443 HTTP/1.1\r\nHost: localhost\r\n\r\n", [0, 400, 403, 405]),
    ("TRACE / HTTP/1.1\r\nHost: localhost\r\n\r\n", [405]),
    ("PUT /x HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\n\r\nhi", [405]),
    ("DELETE /reports/plan/ HTTP/1.1\r\nHost: localhost\r\n\r\n", [405]),
    (
      "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
      [0, 400, 405]
    ),
    ("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n", [0, 400]),
    ("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab", [0, 400]),
    ("GET /%zz HTTP/1.1\r\nHost: localhost\r\n\r\n", [400]),
    ("GET /%4 HTTP/1.1\r\nHost: localhost\r\n\r\n", [400]),
    ("GET / HTTP/1.1\r\nHost : localhost\r\n\r\n", [0, 400, 403]),
    ("GET / HTTP/1.1\r\n Host: localhost\r\n\r\n", [0, 400, 403]),
    ("G E T / HTTP/1.1\r\nHost: localhost\r\n\r\n", [0, 400]),
    ("nonsense\r\n\r\n", [0, 400]), ("\r\n\r\n\r\n\u{0}\u{1}\u{2}\r\n\r\n", [0, 400]),
    ("\u{16}\u{3}\u{1}\u{2}\u{0}\u{1}\u{0}\u{1}", [0, 400]),
    ("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", [0, 400, 403, 405, 505]),
    ("GET /" + String(repeating: "a", count: 10_000) + " HTTP/1.1\r\nHost: localhost\r\n\r\n", [0, 414]),
    ("GET /" + String(repeating: "../", count: 2_000) + " HTTP/1.1\r\nHost: localhost\r\n\r\n", [400, 404]),
    ("GET /" + String(repeating: "a", count: 1_000_000) + " HTTP/1.1\r\nHost: localhost\r\n\r\n", [0, 400]),
    (
      "GET / HTTP/1.1\r\nHost: localhost\r\nX: " + String(repeating: "a", count: 1_000_000) + "\r\n\r\n",
      [0, 400, 431]
    ),
    (
      "GET / HTTP/1.1\r\nHost: localhost\r\n" + String(repeating: "X: y\r\n", count: 100_000) + "\r\n",
      [0, 400, 431]
    ),
    (
      "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2000000\r\n\r\n"
        + String(repeating: "x", count: 2_000_000), [0, 405]
    ),
    (
      "POST / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n"
        + String(repeating: "1\r\nx\r\n", count: 100_000), [0, 405]
    ),
  ]

  @Test(
    "malformed and oversized requests are rejected, and the server keeps running",
    arguments: malformed.indices)
  func malformed(_ index: Int) async throws {
    var limits = PreviewLimits()
    limits.requestTime = .seconds(5)
    let site = try await ServedSite(limits: limits)
    let (bytes, statuses) = Self.malformed[index]
    let connection = try await RawConnection(port: site.server.port)
    await connection.send(bytes)
    let answer = ServedSite.Answer(await connection.readToEnd())
    connection.end()
    #expect(statuses.contains(answer.status), "\(answer.status) to \(bytes.prefix(80))")
    #expect(!answer.text.contains("NATO expansion"))
    #expect(try await site.get("/").status == 200)
    try await site.server.stop()
  }

  @Test("a request that arrives too slowly is cut off, and so is an idle connection")
  func slow() async throws {
    var limits = PreviewLimits()
    limits.requestTime = .seconds(3)
    let site = try await ServedSite(limits: limits)
    let silent = try await RawConnection(port: site.server.port)
    #expect(await silent.readToEnd() == "")
    let dripping = try await RawConnection(port: site.server.port)
    let drip = Task {
      for byte in "GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: " + String(repeating: "y", count: 2_000) {
        if Task.isCancelled { return }
        await dripping.send(String(byte))
        try await Task.sleep(for: .milliseconds(20))
      }
    }
    #expect(await dripping.readToEnd() == "")
    drip.cancel()
    _ = try? await drip.value
    let patient = try await RawConnection(port: site.server.port)
    await patient.send("GET /none HTTP/1.1\r\nHost: localhost\r\n\r\n")
    #expect(await patient.readToEnd().hasPrefix("HTTP/1.1 404 "))
    for connection in [silent, dripping, patient] { connection.end() }
    #expect(try await site.get("/").status == 200)
    try await site.server.stop()
  }

  @Test("a client that listens for changes is not cut off as idle")
  func quietListener() async throws {
    var limits = PreviewLimits()
    limits.requestTime = .seconds(3)
    let site = try await ServedSite(limits: limits)
    let events = try await EventStream(site, page: "/reports/plan/")
    #expect(await events.waitFor("event: fixed"))
    try await Task.sleep(for: .seconds(4))
    try site.write("Content/reports/plan.md", ServedSite.report + "\nMore.\n")
    #expect(await events.waitFor("event: page"))
    try await site.server.stop()
  }
}
