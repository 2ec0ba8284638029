import Foundation
import Testing

/// `standpoint sources check` against a server that moves, changes, delays, and lies.
@Suite(
  .enabled(if: OtherProgram.isThere("curl") && OtherProgram.isThere("python3"), "requires curl and python3"))
struct SourcesCheckTests {
  /// Serves the files of its working directory below `/files/`, and answers other addresses in its own way. It prints its port,
  /// then one line for each request.
  private static let server = """
    import http.server, os, socketserver, threading, time

    class Handler(http.server.BaseHTTPRequestHandler):
        def send(self, status, body=b"", type="text/html", length=None, location=None):
            self.send_response(status)
            if location: self.send_header("Location", location)
            self.send_header("Content-Type", type)
            self.send_header("Content-Length", str(len(body) if length is None else length))
            self.end_headers()
            try: self.wfile.write(body)
            except OSError: pass

        def do_GET(self):
            path = self.path
            print(path, flush=True)
            page = b"<html><p>We will never accept the plan.</p></html>"
            if path.startswith("/files/"):
                try: self.send(200, open(path[7:], "rb").read())
                except OSError: self.send(404)
            elif path == "/moved": self.send(301, location="/new")
            elif path == "/detour": self.send(302, location="/new")
            elif path == "/home": self.send(302, location="/")
            elif path == "/circle-a": self.send(301, location="/circle-b")
            elif path == "/circle-b": self.send(301, location="/circle-a")
            elif path == "/removed": self.send(410)
            elif path == "/refused": self.send(403)
            elif path == "/pdf-called-html": self.send(200, PDF)
            elif path == "/html-called-pdf": self.send(200, page, type="application/pdf")
            elif path == "/picture": self.send(200, bytes(range(256)), type="text/html")
            elif path == "/too-short": self.send(200, page, length=5000); self.close_connection = True
            elif path == "/endless":
                self.send_response(200)
                self.send_header("Content-Type", "text/html")
                self.end_headers()
                self.close_connection = True
                try:
                    while True: self.wfile.write(b"x" * 1000000)
                except OSError: pass
            elif path.startswith("/slow"):
                time.sleep(1)
                self.send(200, page)
            else: self.send(200, page)

        def log_message(self, *words): pass

    text = b"BT /F1 12 Tf 50 700 Td (We will never ac-) Tj 0 -14 Td (cept the plan.) Tj ET"
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>stream\\n" % len(text) + text + b"\\nendstream",
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"]
    PDF = b"%PDF-1.4\\n" + b"".join(b"%d 0 obj" % (n + 1) + o + b"endobj\\n" for n, o in enumerate(objects))
    PDF += b"trailer<</Root 1 0 R/Size 6>>\\n%%EOF\\n"

    class Server(socketserver.ThreadingMixIn, http.server.HTTPServer):
        daemon_threads = True

    server = Server(("127.0.0.1", 0), Handler)
    print(server.server_address[1], flush=True)
    server.serve_forever()
    """

  /// A site beside the server.
  private struct Site {
    let folder: TestFolder
    let server: Tool.Running
    let address: String

    init() throws {
      folder = try TestFolder()
      let python = try #require(OtherProgram("python3"))
      server = try Tool(program: python.location, folder: folder).start(["-c", SourcesCheckTests.server])
      for _ in 0..<400 where !server.output.contains("\n") { usleep(25_000) }
      address = "http://127.0.0.1:" + (server.output.split(separator: "\n").first ?? "0")
    }

    /// Writes a source, and a report that quotes it.
    func cite(_ key: String, _ path: String, archive: String? = nil, quote: String = "never accept the plan")
      throws
    {
      let copy = archive.map { "archive: \(address)\($0)\n" } ?? ""
      try folder.write("site/Content/sources/\(key).md", "---\nurl: \(address)\(path)\n\(copy)---\n")
      try folder.write(
        "site/Content/reports/\(key).md",
        "# \(key)\n\n| Issue | A | B |\n|---|---|---|\n| X | Says “\(quote)”[@\(key)] | - |\n")
    }

    func check(_ arguments: String...) throws -> Tool.Run {
      try Tool(folder: folder).start(["sources", "check", "site"] + arguments).finish()
    }

    var requests: [String] { server.output.split(separator: "\n").dropFirst().map(String.init) }
  }

  @Test("tells what is gone, has moved, or cannot be checked, and offers archived copies")
  func states() throws {
    let site = try Site()
    defer { site.server.kill() }
    try site.cite("a-moved", "/moved")
    try site.cite("b-detour", "/detour")
    try site.cite("c-home", "/home")
    try site.cite("d-circle", "/circle-a")
    try site.cite("e-removed", "/removed", archive: "/copy")
    try site.cite("f-refused", "/refused")
    let run = try site.check()
    #expect(run.exitCode == 0)
    #expect(run.errors.contains("the source “a-moved” has moved to “\(site.address)/new” [source-moved]"))
    #expect(!run.errors.contains("b-detour"))
    #expect(run.errors.contains("the source “c-home” is gone: it redirects to the home page"))
    #expect(run.errors.contains("the source “d-circle” is gone: it redirects in a loop [source-gone]"))
    #expect(
      run.errors.contains("site/Content/sources/e-removed.md:2:6: warning: the source “e-removed” is gone"))
    #expect(
      run.errors.contains("cite the archived copy “\(site.address)/copy”")
        && run.errors.contains("1 position rests on it"))
    #expect(
      run.errors.contains("note: cannot check the source “f-refused”")
        && run.errors.contains("[source-unchecked]"))
    #expect(run.output.contains("Checked 6 sources; 3 gone; 1 moved; 1 not checked"), "\(run.output)")
    // The passage of the source that is gone is in its archived copy.
    #expect(
      run.output.contains("3 passages found") && run.output.contains("3 passages cannot be read"),
      "\(run.output)")
    #expect(
      try site.check("--fail-on", "gone").exitCode == 1
        && site.check("--fail-on", "quotes, changed").exitCode == 0)
    #expect(try site.check("--fail-on", "x").exitCode == 64)
    #expect(try Tool(folder: site.folder).run("build", "site", "--strict").exitCode == 0)
  }

  @Test("looks for passages whatever the server calls the page")
  func passages() throws {
    let site = try Site()
    defer { site.server.kill() }
    try site.cite("a", "/page", quote: "we will […] accept the plan")
    try site.cite("b", "/page", quote: "we will always accept the plan")
    try site.cite("c", "/html-called-pdf")
    try site.cite("d", "/picture")
    try site.cite("e", "/too-short")
    try site.cite("f", "/endless")
    if OtherProgram.isThere("pdftotext") { try site.cite("g", "/pdf-called-html") }
    let run = try site.check("--fail-on", "quotes")
    #expect(run.exitCode == 1)
    #expect(
      run.errors.contains(
        "site/Content/reports/b.md:5:")
        && run.errors.contains(
          "“we will always accept the plan” is not in the text of its source “b” [quote-not-in-source]"),
      "\(run.errors)")
    #expect(run.errors.components(separatedBy: "[quote-not-in-source]").count == 2, "\(run.errors)")
    #expect(
      run.output.contains(OtherProgram.isThere("pdftotext") ? "3 passages found" : "2 passages found"),
      "\(run.output)")
    #expect(run.output.contains("1 passage not found"))
    #expect(run.output.contains("“d”: it is not text, HTML or PDF"))
    #expect(run.output.contains("“e”: the server did not send all of it"))
    #expect(run.output.contains("“f”: it is larger than 25 MB"), "\(run.output)")
  }

  @Test("compares texts with the last check, or with those that are kept, which are never published")
  func changes() throws {
    let site = try Site()
    defer { site.server.kill() }
    try site.cite("a", "/files/a.html")
    func write(_ text: String) throws {
      try site.folder.write("a.html", "<html><script>\(UUID())</script><p>\(text)</p>")
    }
    try write("We will never accept the plan.")
    #expect(try !site.check().errors.contains("source-changed"))
    try write("We will  never accept the <b>plan</b>.")
    #expect(try !site.check().errors.contains("source-changed"))
    try write("We will accept the plan.")
    let changed = try site.check("--fail-on", "changed")
    #expect(
      changed.exitCode == 1 && changed.errors.contains("the text of the source “a” has changed since 20"))
    #expect(changed.errors.contains("[quote-not-in-source]"))
    #expect(try !site.check("--keep").errors.contains("source-changed"))
    let kept = try #require(try site.folder.names("site/Content/.sources").first)
    #expect(try site.folder.text("site/Content/.sources/" + kept).hasSuffix("---\nWe will accept the plan."))
    try write("We will think about the plan.")
    // What is kept stays the measure until it is kept anew.
    #expect(try site.check().errors.contains("[source-changed]"))
    #expect(try site.check().errors.contains("source-changed"))
    try FileManager.default.removeItem(atPath: site.folder.path + "/a.html")
    #expect(try site.check().errors.contains("[source-gone]"))
    _ = try Tool(folder: site.folder).run("build", "site")
    #expect(try site.folder.tree("site/Public").keys.allSatisfy { !$0.contains(".sources") })
  }

  @Test("goes on where it was interrupted")
  func interrupted() throws {
    let site = try Site()
    defer { site.server.kill() }
    for number in 0..<5 { try site.cite("s\(number)", "/slow\(number)") }
    let first = try Tool(folder: site.folder).start(["sources", "check", "site"])
    for _ in 0..<400 where site.requests.count < 3 { usleep(25_000) }
    first.kill()
    _ = try first.finish()
    let before = site.requests.count
    let run = try site.check()
    #expect(run.output.contains("of them in an earlier check that was interrupted"), "\(run.output)")
    #expect(site.requests.count < before + 5 && Set(site.requests).count == 5)
    #expect(run.output.contains("5 passages found"))
    // A check that has ended is not continued.
    #expect(try !site.check().output.contains("interrupted"))
  }

  @Test("also checks addresses without an entry, and says so without sources")
  func addresses() throws {
    let site = try Site()
    defer { site.server.kill() }
    try site.folder.write(
      "site/Content/reports/a.md",
      "# A\n\n| Issue | A | B |\n|---|---|---|\n| X | Says no[^1] | Says [yes](\(site.address)/removed/#top) |\n\n[^1]: \(site.address)/removed\n"
    )
    let run = try site.check()
    #expect(site.requests == ["/removed"])
    #expect(
      run.errors.contains("warning: the source “\(site.address)/removed” is gone")
        && run.errors.contains("2 positions rest on it"), "\(run.errors)")
    try site.folder.write("empty/Content/reports/a.md", "# A\n")
    let none = try Tool(folder: site.folder).run("sources", "check", "empty")
    #expect(none.exitCode == 0 && none.output.contains("Checked 0 sources"))
  }
}
