import Testing

@testable import Preview

@Suite(.serialized) struct PreviewServerTests {
  @Test("pages and copied files are served with their media type, and never cached")
  func pages() async throws {
    let site = try await ServedSite()
    let home = try await site.get("/")
    #expect(home.status == 200 && home.body.contains("The plan"))
    #expect(home.headers["content-type"] == "text/html; charset=utf-8")
    #expect(home.headers["cache-control"] == "no-store")
    #expect(home.headers["content-length"] == String(home.body.utf8.count))
    let report = try await site.get("/reports/plan/?x=1")
    #expect(report.status == 200 && report.body.contains("NATO expansion"))
    let picture = try await site.get("/reports/map%20one.svg")
    #expect(picture.status == 200 && picture.headers["content-type"] == "image/svg+xml")
    #expect(picture.body == "<svg xmlns=\"http://www.w3.org/2000/svg\"/>")
    try await site.server.stop()
  }

  @Test("HEAD returns only the headers")
  func head() async throws {
    let site = try await ServedSite()
    let answer = try await site.get("/", method: "HEAD")
    let whole = try await site.get("/")
    #expect(answer.status == 200 && answer.body == "")
    #expect(answer.headers["content-length"] == whole.headers["content-length"])
    try await site.server.stop()
  }

  @Test("an address without its trailing slash is redirected, with its query")
  func redirect() async throws {
    let site = try await ServedSite()
    let answer = try await site.get("/reports/plan?a=b")
    #expect(answer.status == 307 && answer.headers["location"] == "/reports/plan/?a=b")
    try await site.server.stop()
  }

  @Test("an unknown address gets the site's 404 page")
  func notFound() async throws {
    let site = try await ServedSite()
    let answer = try await site.get("/nowhere/")
    #expect(answer.status == 404 && answer.headers["content-type"] == "text/html; charset=utf-8")
    try await site.server.stop()
  }

  @Test("methods other than GET and HEAD are rejected")
  func otherRequests() async throws {
    let site = try await ServedSite()
    let host = "Host: localhost:\(site.server.port)\r\n"
    let post = try await site.exchange("POST / HTTP/1.1\r\n\(host)Content-Length: 2\r\n\r\nhi")
    #expect(post.status == 405 && post.headers["allow"] == "GET, HEAD")
    #expect(try await site.exchange("GET / HTTP/1.1\r\n\r\n").status == 403)
    #expect(try await site.exchange("GET / HTTP/1.1\r\n\(host)Host: evil\r\n\r\n").status == 403)
    #expect(try await site.exchange("GET http://localhost/ HTTP/1.1\r\n\(host)\r\n").status == 400)
    #expect(try await site.exchange("GET * HTTP/1.1\r\n\(host)\r\n").status == 400)
    #expect(try await site.exchange("GET /%zz HTTP/1.1\r\n\(host)\r\n").status == 400)
    #expect(try await site.exchange("nonsense\r\n\r\n").status == 400)
    try await site.server.stop()
  }

  @Test("requests that are too large are cut off, and the server keeps running")
  func tooLarge() async throws {
    let site = try await ServedSite()
    let host = "Host: localhost\r\n"
    let long = String(repeating: "a", count: 10_000)
    #expect(try await site.get("/" + long).status == 414)
    let huge = String(repeating: "X-Filler: " + long + "\r\n", count: 200)
    #expect(try await site.exchange("GET / HTTP/1.1\r\n\(host)\(huge)\r\n").status != 200)
    let body = String(repeating: "x", count: 2_000_000)
    let post = "POST / HTTP/1.1\r\n\(host)Content-Length: 2000000\r\n\r\n"
    #expect(try await site.exchange(post + body).status != 200)
    #expect(try await site.get("/").status == 200)
    try await site.server.stop()
  }

  @Test("one connection serves several requests, in order")
  func keptAlive() async throws {
    let site = try await ServedSite()
    let host = "Host: 127.0.0.1\r\n"
    let both = try await site.exchange(
      "GET /reports/map%20one.svg HTTP/1.1\r\n\(host)\r\nGET /none HTTP/1.1\r\n\(host)Connection: close\r\n\r\n"
    )
    #expect(both.text.hasPrefix("HTTP/1.1 200 OK\r\n") && both.text.contains("\r\n\r\n<svg "))
    #expect(both.text.contains("/>HTTP/1.1 404 Not Found\r\n"))
    try await site.server.stop()
  }

  @Test("beyond the limit of connections, one that waits for its request makes room for a new one")
  func manyConnections() async throws {
    var limits = PreviewLimits()
    limits.connections = 8
    let site = try await ServedSite(limits: limits)
    var connections: [RawConnection] = []
    for _ in 0..<30 {
      let connection = try await RawConnection(port: site.server.port)
      await connection.send("GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: ")
      connections.append(connection)
    }
    for _ in 0..<3 { #expect(try await site.get("/").status == 200) }
    #expect(await connections[0].readToEnd() == "")
    for connection in connections { connection.end() }
    #expect(try await site.get("/").status == 200)
    try await site.server.stop()
  }

  @Test("pages that listen for changes cannot take all connections, and the newest are told of changes")
  func manyListeners() async throws {
    let site = try await ServedSite()
    var streams: [EventStream] = []
    for _ in 0..<150 { streams.append(try await EventStream(site, page: "/reports/plan/")) }
    let last = try #require(streams.last)
    #expect(await last.waitFor("event: fixed"))
    #expect(try await site.get("/").status == 200)
    try site.write("Content/reports/plan.md", ServedSite.report + "\nMore.\n")
    #expect(await last.waitFor("event: page"))
    try await site.server.stop()
  }

  @Test("clients that do not read their answers make room for others")
  func slowReaders() async throws {
    var limits = PreviewLimits()
    limits.unsentBytes = 80_000_000
    let site = try await ServedSite(limits: limits)
    try site.write("Content/reports/large.bin", String(repeating: "x", count: 32_000_000))
    try site.write("Content/reports/plan.md", ServedSite.report + "\n[Large](large.bin)\n")
    var connections: [RawConnection] = []
    for _ in 0..<6 {
      let connection = try await RawConnection(port: site.server.port)
      await connection.send("GET /reports/large.bin HTTP/1.1\r\nHost: localhost\r\n\r\n")
      // Its answer begins, so that the order of the answers is known.
      #expect(await connection.readSome() != nil)
      connections.append(connection)
    }
    let whole = try await site.get("/reports/large.bin")
    #expect(whole.body.utf8.count == 32_000_000)
    // The first was cut off when the others began.
    #expect(await connections[0].readToEnd().utf8.count < 32_000_000)
    for connection in connections { connection.end() }
    try await site.server.stop()
  }

  /// Headers of requests that a browser makes, and whether they come from the preview's own pages or open one.
  static let senders: [(headers: String, status: Int)] = [
    ("Origin: https://evil.example", 403), ("Origin: null", 403), ("Origin: ", 403),
    ("Origin: http://localhost.evil.example", 403),
    ("Sec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: no-cors", 403),
    ("Sec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: cors", 403), ("Sec-Fetch-Site: cross-site", 403),
    ("Sec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: navigate", 200),
    ("Sec-Fetch-Site: same-origin\r\nSec-Fetch-Mode: cors", 200), ("Sec-Fetch-Site: none", 200),
    ("Origin: http://localhost:8080", 200), ("Origin: http://127.0.0.1", 200),
  ]

  @Test("pages of other sites may open a page of the preview, but load nothing from it", arguments: senders)
  func sender(_ headers: String, _ status: Int) async throws {
    let site = try await ServedSite()
    for target in ["/", "/reports/map%20one.svg"] {
      let answer = try await site.exchange(
        "GET \(target) HTTP/1.1\r\nHost: localhost\r\n\(headers)\r\nConnection: close\r\n\r\n")
      #expect(answer.status == status)
      if status == 200 { #expect(answer.headers["cross-origin-resource-policy"] == "same-origin") }
    }
    try await site.server.stop()
  }

  @Test("if the port is in use, the next free one is used")
  func takenPort() async throws {
    let first = try await ServedSite()
    let second = try await ServedSite(port: first.server.port)
    #expect(second.server.port > first.server.port)
    #expect(try await second.get("/").status == 200)
    try await first.server.stop()
    try await second.server.stop()
  }

  @Test("after a change, the next request shows it")
  func changed() async throws {
    let site = try await ServedSite()
    try site.write(
      "Content/reports/plan.md", ServedSite.report.replacing("The plan", with: "The second plan"))
    var body = ""
    for _ in 0..<200 where !body.contains("The second plan") {
      body = try await site.get("/reports/plan/").body
      if !body.contains("The second plan") { try await Task.sleep(for: .milliseconds(10)) }
    }
    #expect(body.contains("The second plan"))
    try await site.server.stop()
  }
}
