import Foundation
import Testing

/// `standpoint check --external` against hosts that count requests. Each port counts as a host.
@Suite(
  .enabled(if: OtherProgram.isThere("curl") && OtherProgram.isThere("python3"), "requires curl and python3"))
struct ExternalLinkTests {
  /// Listens on eight ports and writes one line `PORT METHOD PATH OTHERS` per request; `OTHERS` is the number of other
  /// requests in progress at that port.
  ///
  /// - `/to-last/…` redirects to the last port, which is slow;
  /// - `/busy/…` answers that there are too many requests;
  /// - `/hangs-up` closes the connection on HEAD.
  private static let server = """
    import http.server, socketserver, sys, threading, time
    lock, running, ports = threading.Lock(), {}, []

    class Handler(http.server.BaseHTTPRequestHandler):
        def answer(self):
            port = self.server.server_address[1]
            with lock:
                others = running.get(port, 0)
                running[port] = others + 1
                print(port, self.command, self.path, others, flush=True)
            if port == ports[-1]:
                time.sleep(0.15)
            with lock:
                running[port] -= 1
            if self.path.startswith("/to-last/"):
                self.send_response(302)
                self.send_header("Location", f"http://127.0.0.1:{ports[-1]}/there{self.path[8:]}")
            elif self.path.startswith("/elsewhere"):
                self.send_response(301)
                self.send_header("Location", "ftp://127.0.0.1/x")
            elif self.path.startswith("/busy/"):
                self.send_response(429)
            elif self.path == "/hangs-up" and self.command == "HEAD":
                self.close_connection = True
                return
            else:
                self.send_response(200)
            self.send_header("Content-Length", "0")
            self.end_headers()

        do_GET = do_HEAD = answer

        def log_message(self, *words):
            pass

    class Server(socketserver.ThreadingMixIn, http.server.HTTPServer):
        daemon_threads = True

    servers = [Server(("127.0.0.1", 0), Handler) for _ in range(8)]
    ports += [one.server_address[1] for one in servers]
    for one in servers:
        threading.Thread(target=one.serve_forever, daemon=True).start()
    print("ports", *ports, flush=True)
    time.sleep(300)
    """

  /// One request: `PORT METHOD PATH`, and the number of other requests in progress at that port.
  private struct Request {
    let port: String
    let method: String
    let path: String
    let others: Int
  }

  /// Checks links to these addresses, and returns the messages and the requests made; `P0` … `P7` stand for the ports.
  private func check(_ links: [String]) throws -> (errors: String, requests: [Request]) {
    let folder = try TestFolder()
    let python = try #require(OtherProgram("python3"))
    let server = try Tool(program: python.location, folder: folder).start(["-c", Self.server])
    defer { server.kill() }
    for _ in 0..<400 where !server.output.contains("\n") { usleep(25_000) }
    let ports = server.output.split(separator: "\n").first.map { $0.split(separator: " ").dropFirst() } ?? []
    try #require(ports.count == 8)
    let text = links.map { "[x](\($0))\n" }.joined(separator: "\n")
    let named = ports.enumerated().reduce(text) {
      $0.replacingOccurrences(of: "P\($1.offset)/", with: "http://127.0.0.1:\($1.element)/")
    }
    try folder.write("site/Content/reports/a.md", "# A\n\n" + named)
    let run = try Tool(folder: folder).run("check", "site", "--external")
    let requests = server.output.split(separator: "\n").dropFirst().compactMap { line -> Request? in
      let parts = line.split(separator: " ").map(String.init)
      guard parts.count == 4, let others = Int(parts[3]),
        let port = ports.firstIndex(where: { $0 == parts[0] })
      else {
        return nil
      }
      return Request(
        port: "P\(ports.distance(from: ports.startIndex, to: port))", method: parts[1], path: parts[2],
        others: others)
    }
    return (run.errors, requests)
  }

  @Test("a host that many others redirect to gets one request at a time too")
  func redirects() throws {
    let (errors, requests) = try check((0..<7).map { "P\($0)/to-last/\($0)" } + ["P7/own"])
    #expect(!errors.contains("external-link"), "\(errors)")
    let last = requests.filter { $0.port == "P7" }
    #expect(last.count == 8 && last.allSatisfy { $0.others == 0 }, "\(last)")
    #expect(requests.allSatisfy { $0.method == "HEAD" })
  }

  @Test("a host that limits requests gets no more of them, and its links are not reported as broken")
  func patience() throws {
    let (errors, requests) = try check(["P0/busy/1", "P0/busy/2", "P0/there", "P1/there"])
    #expect(requests.filter { $0.port == "P0" }.map(\.path) == ["/busy/1"])
    #expect(errors.components(separatedBy: "[unchecked-external-link]").count == 4, "\(errors)")
    #expect(!errors.contains("broken-external-link"))
  }

  @Test(
    "if a host closes the connection on HEAD, GET is tried; redirects to other URL schemes are not followed")
  func others() throws {
    let (errors, requests) = try check(["P0/hangs-up", "P1/elsewhere"])
    #expect(requests.filter { $0.port == "P0" }.map(\.method) == ["HEAD", "GET"])
    #expect(
      errors.contains("it redirects to “ftp://127.0.0.1/x”, which is not an HTTP or HTTPS URL"), "\(errors)")
    #expect(!errors.contains("/hangs-up"))
  }

  @Test("a host that cannot be reached gets only one request")
  func nobody() throws {
    let folder = try TestFolder()
    let links = (1...30).map { "[x](http://127.0.0.1:1/\($0))\n" }.joined(separator: "\n")
    try folder.write("site/Content/reports/a.md", "# A\n\n" + links)
    let curl = try #require(OtherProgram("curl")?.location.path)
    try folder.write("bin/curl", "#!/bin/sh\necho x >> '\(folder.path)/calls'\nexec \(curl) \"$@\"\n")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: folder.path + "/bin/curl")
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    let run = try Tool(folder: folder)
      .run("check", "site", "--external", environment: ["PATH": folder.path + "/bin:" + path])
    #expect(try folder.text("calls") == "x\n")
    #expect(run.errors.components(separatedBy: "cannot connect to the host").count == 31, "\(run.errors)")
  }
}
