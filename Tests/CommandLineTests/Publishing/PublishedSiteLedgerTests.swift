import Foundation
import Testing

/// Addresses of a site whose only record of what was published is the published site: it has no editions, and each build is made
/// from a fresh copy of its sources.
@Suite("The published site as the record of its addresses") struct PublishedSiteLedgerTests {
  private let folder: TestFolder

  init() throws {
    folder = try TestFolder()
    try folder.write(
      "site/Content/site.yml", "title: Test\nsearch: off\nbase-url: https://site.example/\n")
  }

  private func run(_ arguments: String...) throws -> Tool.Run {
    try Tool(folder: folder).start(arguments).finish()
  }

  /// Makes the sources a fresh copy in which the cell has a text.
  private func copy(_ cell: String) throws {
    try? FileManager.default.removeItem(at: folder.url.appending(path: "site/.standpoint"))
    try? FileManager.default.removeItem(at: folder.url.appending(path: "site/Public"))
    try folder.write(
      "site/Content/reports/april.md",
      """
      ---
      title: April
      date: 2025-04-10
      updated: 2025-12-31
      ---

      | Issue | U.S. | China |
      |---|---|---|
      | Fish | \(cell) | [-] no |
      """)
  }

  /// Puts the built site where readers see it, as a host does.
  private func deploy() throws {
    let live = folder.url.appending(path: "live")
    try? FileManager.default.removeItem(at: live)
    try FileManager.default.copyItem(at: folder.url.appending(path: "site/Public"), to: live)
  }

  /// Builds a fresh copy as the script of a host does.
  private func hosted(_ cell: String) throws -> [String] {
    try copy(cell)
    let checked = try run("check", "site", "--quiet", "--against", "live", "--keep-addresses")
    #expect(checked.exitCode == 0, "\(checked.errors)")
    let built = try run("build", "site")
    #expect(built.exitCode == 0, "\(built.errors)")
    try deploy()
    return try anchors()
  }

  /// The anchors of cells on the page of the report, in order.
  private func anchors() throws -> [String] {
    try folder.text("site/Public/reports/april/index.html").matches(of: /id="([a-z0-9-]+--[a-z0-9-]+)"/)
      .map { String($0.1) }
  }

  private func start() throws {
    try copy("[+] wants it")
    #expect(try run("build", "site").exitCode == 0)
    try deploy()
  }

  private static let retired = "live/retired-addresses.csv"

  @Test(
    "publish: what was corrected into silence keeps its address from the position that fills the cell later")
  func published() throws {
    try copy("[+] wants it")
    #expect(try run("build", "site").exitCode == 0)
    #expect(try run("publish", "site", "--folder", "live").exitCode == 0)
    try copy("n/a")
    #expect(try run("build", "site").exitCode == 0)
    let silent = try run("publish", "site", "--folder", "live")
    #expect(silent.exitCode == 0, "\(silent.errors)")
    let retired = try folder.text(Self.retired)
    #expect(retired.contains("reports/april/#fish--us,") && !retired.contains("wants it"))
    try copy("[--] never {as-of=2025-06}")
    #expect(try run("build", "site").exitCode == 0)
    let refused = try run("publish", "site", "--folder", "live")
    #expect(refused.exitCode == 1)
    #expect(
      refused.errors.contains("error: “/reports/april/#fish--us” now leads to "),
      "\(refused.errors)")
    #expect(try run("check", "site", "--against", "live").exitCode == 1)
    #expect(try run("check", "site", "--against", "live", "--keep-addresses").exitCode == 0)
    #expect(try run("build", "site").exitCode == 0)
    #expect(try anchors() == ["fish--us--2", "fish--china", "fish--us"])
    let done = try run("publish", "site", "--folder", "live")
    #expect(done.exitCode == 0, "\(done.errors)")
    #expect(try folder.text(Self.retired) == retired)
  }

  @Test("a host: the address of a cell that was silent between two builds goes to no other position")
  func hostedSilence() throws {
    try start()
    #expect(try hosted("n/a") == ["fish--us", "fish--china"])
    #expect(try folder.text(Self.retired).contains("reports/april/#fish--us,"))
    #expect(try hosted("[--] never {as-of=2025-06}") == ["fish--us--2", "fish--china", "fish--us"])
    // The next copy keeps them as well.
    #expect(try hosted("[--] never {as-of=2025-06}") == ["fish--us--2", "fish--china", "fish--us"])
  }

  @Test("a host: the position that a newer one replaced stays readable under its address, build after build")
  func hostedMove() throws {
    try start()
    for _ in 0..<3 {
      #expect(try hosted("[--] never {as-of=2025-06}") == ["fish--us--2", "fish--china", "fish--us"])
      #expect(try folder.text("site/Public/reports/april/index.html").contains("wants it"))
    }
  }

  @Test("--keep-addresses needs a site, and a folder without one leaves no record") func usage() throws {
    try start()
    #expect(try run("check", "site", "--keep-addresses").exitCode == 64)
    try folder.write("empty/a.txt", "")
    #expect(try run("check", "site", "--against", "empty", "--keep-addresses").exitCode == 0)
    #expect(
      !FileManager.default.fileExists(
        atPath: folder.url.appending(path: "site/.standpoint/published-positions.csv").path))
  }
}
