import Foundation
import TestSupport
import Testing

/// The settings of the theme and the page about the method, from the user's point of view.
@Suite struct SiteThemeTests {
  private static let report =
    "---\ndate: 2025-03-02\n---\n\n# The plan\n\n| Issue | North | South |\n|---|---|---|\n| Water | [+] Yes | [-] No |\n"

  private static func site(_ settings: String, _ files: [String: String] = [:]) throws -> TestFolder {
    let folder = try TestFolder()
    try folder.write("Content/reports/plan.md", report)
    try folder.write("Content/site.yml", settings)
    for (path, text) in files { try folder.write(path, text) }
    return folder
  }

  @Test("logo, footer, links, licence, colour and head are on every page, and its sources in every policy")
  func theme() throws {
    let folder = try Self.site(
      """
      host: netlify
      logo: /pictures/our logo.svg
      footer: Edited by the River Desk.
      links: [{Plan: /reports/plan/}, {Elsewhere: https://social.example/@river}]
      licence: CC BY-SA 4.0
      theme-color: "#0B5394"
      head:
        html: <script src="https://stats.example/count.js" defer></script>
        policy: script-src https://stats.example; frame-src https://video.example
      """,
      [
        "Content/pictures/our logo.svg": "<svg xmlns=\"http://www.w3.org/2000/svg\"/>",
        "Content/_headers":
          "/*\n  Content-Security-Policy: default-src 'none'; script-src 'self'\n  X-Frame-Options: DENY\n",
      ])
    let result = try Tool(folder: folder).run("build", "--now", "2025-03-03")
    #expect(result.exitCode == 0, "\(result.errors)")
    for (path, root) in [("index", ""), ("reports/plan/index", "../../"), ("matrix/index", "../")] {
      let page = try folder.text("Public/\(path).html")
      #expect(page.contains("src=\"\(root)pictures/our%20logo.svg\" alt=\"\""), "\(path)")
      #expect(page.contains("<meta name=\"theme-color\" content=\"#0b5394\">"))
      #expect(page.contains("<script src=\"https://stats.example/count.js\" defer></script>\n"))
      #expect(page.contains("Edited by the River Desk."))
      #expect(page.contains("<a href=\"https://social.example/@river\" rel=\"me\">Elsewhere</a>"))
      #expect(page.contains("href=\"https://creativecommons.org/licenses/by-sa/4.0/\""))
    }
    #expect(
      try folder.text("Public/_headers").contains(
        "  Content-Security-Policy: default-src 'none'; script-src 'self' https://stats.example; frame-src https://video.example\n  X-Frame-Options: DENY\n"
      ))
  }

  @Test("a logo that is no file, and a link that leads to no page, are errors")
  func broken() throws {
    let folder = try Self.site("logo: /logo.svg\nlinks: [{Imprint: /imprint/}]\n")
    let result = try Tool(folder: folder).run("build", "--now", "2025-03-03")
    #expect(result.exitCode == 1)
    #expect(result.errors.contains("the logo “logo.svg” does not exist in the content folder"))
    #expect(result.errors.contains("the link “Imprint” leads to “/imprint/”"))
  }

  @Test("with a repository, pages lead to their file and to a form that names them")
  func repository() throws {
    let folder = try Self.site("repository: https://github.com/o/n\nbase-url: https://river.example/\n")
    #expect(try Tool(folder: folder).run("build", "--now", "2025-03-03").exitCode == 0)
    let report = try folder.text("Public/reports/plan/index.html")
    #expect(report.contains("href=\"https://github.com/o/n/edit/main/Content/reports/plan.md\""))
    #expect(
      report.contains(
        "issues/new?title=Error%3A%20The%20plan&amp;body=https%3A%2F%2Friver.example%2Freports%2Fplan%2F%0A"
      ))
    let matrix = try folder.text("Public/matrix/index.html")
    #expect(matrix.contains("issues/new?") && !matrix.contains("/edit/main/"))
  }

  @Test("the page about the method takes the text of an authored page, or leaves its address to one")
  func method() throws {
    let own = ["Content/pages/method.md": "# How we work\n\nWe read speeches.\n"]
    let folder = try Self.site("title: River\n", own)
    #expect(try Tool(folder: folder).run("build", "--now", "2025-03-03").exitCode == 0)
    let page = try folder.text("Public/method/index.html")
    #expect(page.contains("<h1>How we work</h1>") && page.contains("We read speeches."))
    #expect(page.contains("Where positions come from") && page.contains("Will not accept it"))
    try folder.write("Content/site.yml", "page-kinds: {method: false}\n")
    #expect(try Tool(folder: folder).run("build", "--now", "2025-03-03").exitCode == 0)
    let replaced = try folder.text("Public/method/index.html")
    #expect(replaced.contains("We read speeches.") && !replaced.contains("Where positions come from"))
  }

  @Test(
    "check names a copied template whose built-in file has changed, with the changed lines, until it is accepted"
  )
  func changedTemplate() throws {
    let folder = try Self.site("title: River\n")
    let tool = Tool(folder: folder)
    #expect(try tool.run("theme", "eject", "partials/aliases.mustache").exitCode == 0)
    #expect(try !tool.run("check", "--now", "2025-03-03").errors.contains("changed-template"))
    let original = "Templates/.built-in/partials/aliases.mustache"
    let old = try folder.text(original)
    try folder.write(original, old.replacingOccurrences(of: "class=\"aliases\"", with: "class=\"names\""))
    let checked = try tool.run("check", "--now", "2025-03-03")
    #expect(
      checked.errors.contains(
        "the built-in “partials/aliases.mustache” has changed since it was copied [changed-template]"))
    #expect(checked.errors.contains("- <p class=\"names\">"))
    #expect(checked.errors.contains("+ <p class=\"aliases\">"))
    #expect(try tool.run("theme", "accept", "partials/aliases.mustache").exitCode == 0)
    #expect(try folder.text(original) == old)
    #expect(try !tool.run("check", "--now", "2025-03-03").errors.contains("changed-template"))
    #expect(try tool.run("theme", "accept", "report.mustache").exitCode == 2)
  }
}
