import Foundation
import Testing

/// The day on which a site would change by itself.
@Suite struct NextChangeTests {
  private static let report = """
    | Aspect | North | South |
    |---|---|---|
    | Water | [+] More | [-] Less |

    """

  /// A site with one event on each of some days, and the build's answer for a day.
  private func next(_ files: [String: String], now: String) throws -> (day: String, line: String) {
    let folder = try TestFolder()
    try folder.write("Content/reports/one.md", "---\ntitle: One\ndate: 2025-01-10\n---\n\n" + Self.report)
    try folder.write("Content/site.yml", "title: T\nsearch: off\nbase-url: https://t.example/\n")
    for (path, text) in files { try folder.write("Content/" + path, text) }
    let alone = try Tool(folder: folder).run("build", "--now", now, "--next-change")
    #expect(alone.exitCode == 0, "\(alone.errors)")
    let whole = try Tool(folder: folder).run("build", "--now", now)
    let line =
      whole.output.split(separator: "\n").first { $0.hasPrefix("The site will next change by itself on ") }
      ?? ""
    return (alone.output, String(line))
  }

  @Test("a site without dates to come never changes by itself")
  func never() throws {
    let answer = try next([:], now: "2025-02-01")
    #expect(answer.day == "" && answer.line == "")
  }

  @Test(
    "each kind of event is found on the first day on which the site differs",
    arguments: [
      (
        "reports/two.md", "---\ntitle: Two\ndate: 2025-03-05\n---\n", "2025-03-05",
        "Content/reports/two.md is published"
      ),
      ("pages/x.md", "---\ntitle: X\ndate: 2025-04\n---\n", "2025-04-01", "Content/pages/x.md is published"),
      ("pages/x.md", "---\ntitle: X\nexpires: 2025-03-09\n---\n", "2025-03-09", "Content/pages/x.md expires"),
      (
        "site.yml", "title: T\nsearch: off\nreview-after: 3 months\n", "2025-04-10",
        "2 positions are due for review"
      ),
      ("parties/north.md", "---\ntitle: North\nto: 2025-03\n---\n", "2025-04-01", "“North” has ended"),
      ("parties/north.md", "---\ntitle: North\nfrom: 2025-06\n---\n", "2025-06-01", "“North” begins"),
      (
        "parties/north.md",
        "---\ntitle: North\nmember-of: [{party: South, from: 2025-05-02, to: 2025-06}]\n---\n",
        "2025-05-02", "“North” becomes a member of “South”"
      ),
    ])
  func events(_ path: String, _ text: String, _ day: String, _ cause: String) throws {
    let answer = try next([path: text], now: "2025-02-01")
    #expect(answer.day == day + "\n")
    #expect(
      answer.line == "The site will next change by itself on \(day) (\(cause)); build it again on that day")
    // The day is the first one on which a build gives another site.
    #expect(try next([path: text], now: day).day != day + "\n")
  }

  @Test("the nearest event counts, and those of the same day are told together")
  func nearest() throws {
    let files = [
      "reports/two.md": "---\ntitle: Two\ndate: 2025-03-05\n---\n",
      "reports/three.md": "---\ntitle: Three\ndate: 2025-03-05\n---\n",
      "pages/x.md": "---\ntitle: X\nexpires: 2025-03-09\n---\n",
    ]
    let answer = try next(files, now: "2025-02-01")
    #expect(answer.day == "2025-03-05\n")
    #expect(answer.line.contains("three.md is published; ") && answer.line.contains("two.md is published)"))
    #expect(try next(files, now: "2025-03-05").day == "2025-03-09\n")
  }

  @Test("the record of a day does not change, and formats for programs keep standard output")
  func others() throws {
    let folder = try TestFolder()
    try folder.write("Content/reports/one.md", "---\ndate: 2025-01-10\n---\n" + Self.report)
    try folder.write("Content/reports/two.md", "---\ndate: 2099-01-10\n---\n" + Self.report)
    let tool = Tool(folder: folder)
    #expect(try tool.run("build", "--as-of", "2025-02-01", "--next-change").output == "")
    #expect(try tool.run("build", "--next-change").output == "2099-01-10\n")
    #expect(try tool.run("build", "--next-change", "--format", "json").exitCode == 64)
  }
}
