import Foundation
import Testing

/// Markdown that other programs wrote, each case in a folder of `Fixtures/intake/`.
@Suite("Markdown from elsewhere")
struct NoteIntakeTests {
  private static let fixtures = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent()
    .appending(path: "Fixtures/intake")

  /// A copy of a case in the folder `case`.
  private static func copy(_ name: String) throws -> TestFolder {
    let folder = try TestFolder()
    try FileManager.default.copyItem(
      at: fixtures.appending(path: name), to: folder.url.appending(path: "case"))
    return folder
  }

  /// Builds a copy of a case; the site is in `out`.
  private static func build(_ name: String) throws -> (run: Tool.Run, folder: TestFolder) {
    let folder = try copy(name)
    let run = try Tool(folder: folder).run("build", "case", "--content", "case", "--output", "out")
    return (run, folder)
  }

  /// Builds a site of these files, by their paths below Content.
  private static func build(_ files: [String: String]) throws -> (run: Tool.Run, folder: TestFolder) {
    let folder = try TestFolder()
    for (path, text) in files { try folder.write("Content/" + path, text) }
    return (try Tool(folder: folder).run("build", "--output", "out"), folder)
  }

  // MARK: The cases

  @Test("a post keeps its head and its text")
  func post() throws {
    let folder = try Self.copy("markdown-import")
    let run = try Tool(folder: folder).run("import", "case/post.md", "--output", "-")
    let source = try folder.text("case/post.md")
    let body = try #require(source.range(of: "12 March 2025"))
    #expect(
      run.output == """
        ---
        title: Old post
        date: 2021-09-11
        draft: true
        authors: [Eva]
        tags: [a, b]
        slug: old
        ---

        \(source[body.lowerBound...])
        """, "\(run.output)")
    #expect(!run.errors.contains("no date"))
  }

  @Test("front matter in TOML or JSON is an error that names the command, and the command converts it")
  func foreignHeads() throws {
    let (run, folder) = try Self.build("toml-front-matter")
    #expect(run.exitCode == 1)
    #expect(run.errors.contains("the front matter is TOML"), "\(run.errors)")
    #expect(run.errors.contains("the front matter is JSON"), "\(run.errors)")
    #expect(run.errors.contains("[foreign-front-matter]"))
    #expect(
      run.errors.contains(
        "standpoint import reports/a.md --output reports/a.md --force"), "\(run.errors)")
    for name in ["a", "b"] {
      let path = "case/reports/\(name).md"
      let imported = try Tool(folder: folder).run("import", path, "--output", path, "--force")
      #expect(imported.exitCode == 0, "\(imported.errors)")
    }
    let again = try Tool(folder: folder).run("build", "case", "--content", "case", "--output", "out")
    #expect(again.exitCode == 0, "\(again.errors)")
    #expect(again.errors.contains("a draft") || again.output.contains("a draft"))
    #expect(!folder.exists("out/reports/a/index.html") && folder.exists("out/reports/b/index.html"))
    // The facts of the citation, which are JSON too, are not of the text.
    let page = try folder.text("out/reports/b/index.html")
    let prose = try #require(page.components(separatedBy: "class=\"prose\"").last)
    #expect(!prose.components(separatedBy: "data-cite")[0].contains("\"title\":"))
  }

  @Test("links to headings and blocks as Obsidian writes them")
  func headingLinks() throws {
    let (run, folder) = try Self.build("obsidian-heading-links")
    #expect(run.exitCode == 0, "\(run.errors)")
    let page = try folder.text("out/reports/talks/index.html")
    for link in [
      "<a href=\"#round-two-the-reply\">Round two The reply</a>", "<a href=\"#damlock\">dam/lock</a>",
      "<a href=\"#annex\">Talks: Round two: The reply: Annex</a>", "<a href=\"#b1\">", "id=\"b1\"",
    ] { #expect(page.contains(link), "\(link)") }
    #expect(!page.contains("^b1"))
  }

  @Test("identifiers of headings are anchors, and attribute lists are named and not shown")
  func headingAttributes() throws {
    let (run, folder) = try Self.build("heading-attributes")
    #expect(run.exitCode == 0, "\(run.errors)")
    #expect(run.output.contains("1 issue, 2 parties, 2 positions"), "\(run.output)")
    let page = try folder.text("out/reports/a/index.html")
    for anchor in ["outcome", "second", "third"] { #expect(page.contains(" id=\"\(anchor)\"")) }
    #expect(!page.contains("{:") && !page.contains("{#") && !page.contains("{ #") && !page.contains(".lead"))
    #expect(run.errors.contains("[foreign-markup]") && run.errors.contains("{: .lead }"), "\(run.errors)")
  }

  @Test("aliases of reports are names, or old addresses")
  func aliases() throws {
    let (run, folder) = try Self.build("aliases-in-reports")
    #expect(run.exitCode == 0 && !run.errors.contains("aliases"), "\(run.errors)")
    let page = try folder.text("out/reports/b/index.html")
    #expect(page.contains("commission-for-the-river-cor/\">CoR</a>"))
    #expect(try folder.text("out/old/b/index.html").contains("reports/b/"))
    #expect(folder.exists("out/2024/b.html"))
  }

  @Test("a post of Jekyll: rules are no issues, and tags of Liquid and foreign keys are named")
  func jekyll() throws {
    let (run, _) = try Self.build("jekyll-tables")
    #expect(run.errors.contains("a tag from Liquid (Jekyll)"), "\(run.errors)")
    #expect(
      run.errors.contains("keys from other programs are not read: “categories”, “layout” [foreign-keys]"),
      "\(run.errors)")
    #expect(!run.errors.contains("[unknown-key]") && !run.errors.contains("[duplicate-address]"))
    // The address of the one error is not that of a file.
    #expect(run.errors.contains("the file “reports/a.html” does not exist"))
  }

  // MARK: A vault

  @Test("a vault imports and builds with no error, and nothing private is published")
  func vault() throws {
    let folder = try Self.copy("vault")
    try folder.write("site/Content/.keep", "")
    let tool = Tool(folder: folder)
    let run = try tool.run("import", "case", "--site", "site")
    #expect(run.exitCode == 0, "\(run.errors)")
    #expect(
      run.errors.contains("Imported 25 notes and 3 attachments from an Obsidian vault"), "\(run.errors)")
    for line in [
      "Home.md: becomes the home page", "2 daily notes are left out", "Board.canvas", "Notes.base",
      "Templates/",
      ".obsidian/", "Glossary.md~", "Projects/Fish ladder.md: stays a draft",
      "“publish: false” makes it a draft",
      "attachments that only drafts use are left out: Attachments/draft-sketch.png",
    ] { #expect(run.errors.contains(line), "\(line) in \(run.errors)") }

    let built = try tool.run("build", "site", "--output", "out")
    #expect(
      built.exitCode == 0 && built.output.contains("2 issues, 2 parties, 4 positions"), "\(built.errors)")
    #expect(built.errors.contains("comments between %%"), "\(built.errors)")
    #expect(built.errors.contains("never closed, so what follows is not published [unclosed-comment]"))
    for (path, bytes) in try folder.tree("out") {
      let text = String(decoding: bytes, as: UTF8.self)
      #expect(!text.contains("SECRET") && !path.contains("SECRET"), "\(path)")
      #expect(!path.contains("Templates") && !path.hasSuffix(".canvas") && !path.hasSuffix(".base"))
    }
    let home = try folder.text("out/index.html")
    #expect(home.contains("width=\"300\"") && home.contains("reports/river-plan/#next-steps"))
    let plan = try folder.text("out/reports/river-plan/index.html")
    #expect(plan.contains("<mark>Important</mark>") && plan.contains("id=\"budget\"") && !plan.contains("%%"))
    #expect(plan.contains("It was cut in 2024.") && plan.contains("After the comment."))
    let talks = try folder.text("out/reports/dam-talks/index.html")
    #expect(talks.contains("Southland") && !talks.contains("^talks-table"))

    let again = try tool.run("import", "case", "--site", "site")
    #expect(again.exitCode == 0, "importing the same again changes nothing: \(again.errors)")
    try folder.write("site/Content/Press.md", "Edited here.")
    let refused = try tool.run("import", "case", "--site", "site")
    #expect(refused.exitCode != 0 && refused.errors.contains("1 file exists already"), "\(refused.errors)")
    #expect(try folder.text("site/Content/Press.md") == "Edited here.")
  }

  @Test("a vault can be built where it is, and what was not meant for readers stays out")
  func vaultInPlace() throws {
    let folder = try Self.copy("vault")
    try folder.write(
      "case/site.yml", "title: V\nunresolved-links: warning\nignore: [Journal, People, Archive]\n")
    let run = try Tool(folder: folder).run("build", "case", "--content", "case", "--output", "out")
    #expect(run.exitCode == 0, "\(run.errors)")
    #expect(run.errors.contains("[unpublished]") && run.errors.contains("Board.canvas"), "\(run.errors)")
    #expect(run.errors.contains("“Ana Silva” is not published (“ignore:”"), "\(run.errors)")
    let allowed = ["SECRET.png"]  // An attachment is copied as it is.
    for (path, bytes) in try folder.tree("out") where !allowed.contains(where: path.contains) {
      #expect(!String(decoding: bytes, as: UTF8.self).contains("SECRET"), "\(path)")
    }
  }

  // MARK: Sites of other programs

  @Test("the texts of a Hugo site")
  func hugo() throws {
    let folder = try TestFolder()
    try folder.write("hugo/hugo.toml", "title = 'H'\n")
    try folder.write(
      "hugo/content/posts/first/index.md",
      "+++\ntitle = 'First'\ndate = 2024-02-03\ncategories = ['x']\nurl = '/a/first/'\n[params]\nauthor = 'A'\n+++\n"
        + "![Map](map.png) and [b]({{< relref \"posts/b.md\" >}}) ![Logo](/img/logo.svg)\n")
    try folder.write("hugo/content/posts/first/map.png", "x")
    try folder.write("hugo/content/posts/b.md", "{\n  \"title\": \"B\", \"draft\": true\n}\nText\n")
    try folder.write("hugo/content/posts/c.md", "---\ntitle: C\n---\n[First](/posts/first/)\n")
    try folder.write("hugo/content/_index.md", "---\ntitle: Home\n---\nWelcome.\n")
    try folder.write("hugo/static/img/logo.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>")
    try folder.write("site/Content/.keep", "")
    let run = try Tool(folder: folder).run("import", "hugo", "--site", "site")
    #expect(run.exitCode == 0 && run.errors.contains("from a Hugo site"), "\(run.errors)")
    let first = try folder.text("site/Content/posts/first/index.md")
    #expect(first.contains("tags: [x]") && first.contains("redirects: [\"/a/first/\"]"), "\(first)")
    #expect(first.contains("slug: first") && first.contains("[b](../b.md)"), "\(first)")
    #expect(run.errors.contains("“params: "), "\(run.errors)")
    #expect(try folder.text("site/Content/posts/c.md").contains("(first/index.md)"))
    let built = try Tool(folder: folder).run("build", "site", "--output", "out")
    #expect(built.exitCode == 0 && !built.errors.contains("error:"), "\(built.errors)")
    #expect(!folder.exists("out/reports/b/index.html") && folder.exists("out/a/first/index.html"))
    #expect(folder.exists("out/img/logo.svg"))
  }

  @Test("the texts of Jekyll and MkDocs sites")
  func jekyllAndMkDocs() throws {
    let folder = try TestFolder()
    try folder.write("j/_config.yml", "title: J\n")
    try folder.write(
      "j/_posts/2024-05-06-talks.md",
      "---\nlayout: post\npermalink: /:year/:month/:title/\nauthor: {name: Ana}\ncategories: [a, b]\n---\n"
        + "[next]({% post_url 2024-05-07-more %}) [site]({{ site.baseurl }}/about)\n")
    try folder.write("j/_posts/2024-05-07-more.md", "---\npublished: false\n---\nMore\n")
    try folder.write("j/_drafts/idea.md", "Idea\n")
    try folder.write("j/_includes/x.md", "SECRET\n")
    try folder.write("jsite/Content/.keep", "")
    let run = try Tool(folder: folder).run("import", "j", "--site", "jsite")
    #expect(run.exitCode == 0 && run.errors.contains("from a Jekyll site"), "\(run.errors)")
    let talks = try folder.text("jsite/Content/reports/2024-05-06-talks.md")
    #expect(
      talks.contains("redirects: [\"/2024/05/talks/\"]") && talks.contains("authors: [Ana]"), "\(talks)")
    #expect(talks.contains("[next](2024-05-07-more.md)") && talks.contains("(/about)"), "\(talks)")
    #expect(try folder.text("jsite/Content/reports/2024-05-07-more.md").contains("draft: true"))
    #expect(try folder.text("jsite/Content/reports/idea.md").contains("draft: true"))
    #expect(!folder.exists("jsite/Content/includes/x.md"))

    try folder.write("m/mkdocs.yml", "site_name: M\ndocs_dir: texts\n")
    try folder.write(
      "m/texts/index.md", "# Welcome\n\n!!! note \"Mind this\"\n    Inside.\n\n    More.\n\nAfter.\n")
    try folder.write("msite/Content/.keep", "")
    let other = try Tool(folder: folder).run("import", "m", "--site", "msite")
    #expect(
      other.exitCode == 0 && other.errors.contains("mkdocs.yml: the settings are not imported"),
      "\(other.errors)"
    )
    try folder.write("k/_quarto.yml", "project: {type: website}\n")
    try folder.write("k/index.qmd", "---\ntitle: K\n---\n::: {.callout-note}\nText.\n:::\n")
    try folder.write("ksite/Content/.keep", "")
    let quarto = try Tool(folder: folder).run("import", "k", "--site", "ksite")
    #expect(quarto.errors.contains("from a Quarto site") && quarto.errors.contains("_quarto.yml"))
    #expect(
      try folder.text("msite/Content/index.md")
        == "# Welcome\n\n> [!note] Mind this\n> Inside.\n>\n> More.\n\nAfter.\n")
  }

  @Test("what the settings of a site exclude is not imported, and links to programs become text")
  func excluded() throws {
    let folder = try TestFolder()
    try folder.write(
      "q/quartz.config.ts",
      "export default { ignorePatterns: [\"private\", \"templates\"], filters: [Plugin.ExplicitPublish()] }")
    try folder.write(
      "q/content/index.md",
      "---\npublish: true\nrelated: \"[[Water]]\"\n---\n[a](obsidian://open?vault=V&file=People%2FAna) [b](file:///home/me/x)\n"
    )
    try folder.write("q/content/People/Ana.md", "---\ntitle: Ana\n---\nSECRET\n")
    try folder.write("q/content/private/x.md", "SECRET")
    try folder.write("q/content/Drawing.excalidraw.md", "SECRET")
    try folder.write("site/Content/.keep", "")
    let run = try Tool(folder: folder).run("import", "q", "--site", "site")
    #expect(run.exitCode == 0 && run.errors.contains("from a Quartz site"), "\(run.errors)")
    let home = try folder.text("site/Content/index.md")
    #expect(home.contains("[[People/Ana|a]] b\n") && !home.contains("file:"), "\(home)")
    #expect(
      !folder.exists("site/Content/private/x.md") && !folder.exists("site/Content/Drawing.excalidraw.md"))
    #expect(try folder.text("site/Content/People/Ana.md").contains("draft: true"))
    let built = try Tool(folder: folder).run("build", "site", "--output", "out")
    #expect(built.exitCode == 0, "\(built.errors)")
    for (path, bytes) in try folder.tree("out") {
      #expect(!String(decoding: bytes, as: UTF8.self).contains("SECRET"), "\(path)")
    }
  }

  @Test(
    "a Quartz vault without patterns that can be read keeps its private folder",
    arguments: [
      ("quartz.config.ts", "export default { plugins: {} }"),
      ("quartz.config.ts", "// ignorePatterns: [\"drafts\"],\nexport default {}"),
      ("quartz.config.ts", "export default { ignorePatterns: shared }"),
      ("quartz.config.ts", "export default { ignorePatterns: ['private', `templates`] }"),
      (
        "quartz.config.yaml",
        "configuration:\n  ignorePatterns:\n    - \"private\"\n    - templates\n  x: 1\n"
      ),
    ])
  func quartzDefaults(name: String, settings: String) throws {
    let folder = try TestFolder()
    try folder.write("q/" + name, settings)
    try folder.write("q/content/index.md", "Welcome. [[x]]\n")
    try folder.write("q/content/private/x.md", "SECRET")
    try folder.write("q/content/templates/y.md", "SECRET")
    try folder.write("site/Content/.keep", "")
    let run = try Tool(folder: folder).run("import", "q", "--site", "site")
    #expect(run.exitCode == 0 && run.errors.contains("from a Quartz site"), "\(run.errors)")
    #expect(!folder.exists("site/Content/private/x.md") && !folder.exists("site/Content/templates/y.md"))
  }

  @Test("links to notes that an import leaves out are named with the reason")
  func linksToLeftOut() throws {
    let folder = try TestFolder()
    try folder.write("v/.obsidian/app.json", "{}")
    try folder.write("v/a.md", "See [[2025-03-04]], [[Board.canvas|the board]] and [day](2025-03-04.md).\n")
    try folder.write("v/2025-03-04.md", "SECRET")
    try folder.write("v/Board.canvas", "{}")
    try folder.write("site/Content/.keep", "")
    let run = try Tool(folder: folder).run("import", "v", "--site", "site")
    #expect(
      run.errors.contains(
        "a.md: the link to “2025-03-04” leads nowhere, because that file is left out (it is a daily note)"),
      "\(run.errors)")
    #expect(
      run.errors.contains("“Board.canvas” leads nowhere, because that file is left out (it is a canvas)"))
    let built = try Tool(folder: folder).run("build", "site", "--output", "out")
    #expect(built.errors.contains("“Board.canvas” is not published (it is a canvas)"), "\(built.errors)")
    #expect(built.errors.contains("import the folder again with --daily-notes"), "\(built.errors)")
  }

  @Test("relative addresses of a Hugo site become redirects")
  func hugoAddresses() throws {
    let folder = try TestFolder()
    try folder.write("hugo/hugo.toml", "title = 'H'\n")
    try folder.write(
      "hugo/content/posts/a.md", "---\ntitle: A\naliases: [old-a, ../news/a/, /top/, \"old,b\"]\n---\nText\n")
    try folder.write("hugo/content/posts/b/index.md", "---\ntitle: B\nslug: short\n---\nText\n")
    try folder.write("hugo/content/c.md", "---\ntitle: C\nurl: about/c\nslug: x\n---\nText\n")
    try folder.write("site/Content/.keep", "")
    let run = try Tool(folder: folder).run("import", "hugo", "--site", "site")
    #expect(run.exitCode == 0, "\(run.errors)")
    let a = try folder.text("site/Content/posts/a.md")
    #expect(
      a.contains("redirects: [\"/posts/old-a\", \"/news/a/\", \"/top/\"") && !a.contains("aliases"), "\(a)")
    #expect(try folder.text("site/Content/posts/b/index.md").contains("redirects: [\"/posts/short/\"]"))
    #expect(try folder.text("site/Content/c.md").contains("redirects: [\"/about/c\"]"))
    let built = try Tool(folder: folder).run("build", "site", "--output", "out")
    #expect(built.exitCode == 0, "\(built.errors)")
    #expect(folder.exists("out/news/a/index.html") && folder.exists("out/posts/short/index.html"))
  }

  @Test("tabs of MkDocs, attributes of Pandoc and cross-references of Quarto are named")
  func otherForms() throws {
    let text = """
      === "Linux"

      As [a word]{.mark} in @fig-one says, see ![x](x.png){#fig-two} too.

      Write to a@sec-office.org, or `@fig-three`, or [text] {x}.
      """
    let (run, _) = try Self.build(["reports/a.md": text, "reports/x.png": "x"])
    #expect(run.errors.contains("is the title of an MkDocs tab, which is shown as text"), "\(run.errors)")
    #expect(
      run.errors.contains("is a Pandoc or Quarto attribute list, which is shown as text"), "\(run.errors)"
    )
    #expect(run.errors.contains("is a Quarto cross-reference, which is shown as text"), "\(run.errors)")
    #expect(!run.errors.contains("a@sec") && !run.errors.contains("fig-three"), "\(run.errors)")
  }

  @Test(
    "heads of other programs, translated",
    arguments: [
      ("publishDate: 2030-01-02\ndate: 2024-01-01", "date: 2030-01-02"),
      ("date: 12 March 2025", "date: 2025-03-12"), ("date: 2025-03-12T08:00:00Z", "date: 2025-03-12"),
      ("created: 2024-02-03\nmodified: 2024-04-05", "date: 2024-02-03\nupdated: 2024-04-05"),
      ("author:\n  - name: Ana\n  - \"[[Bo Lind]]\"", "authors: [Ana, Bo Lind]"),
      ("keywords: a, b\ntags: [c]", "tags: [a, b, c]"), ("private: true", "draft: true"),
      ("build:\n  render: never", "draft: true"), ("draft: maybe", "draft: true"),
      ("aliases: [Old, /old/]", "aliases: [Old]\nredirects: [\"/old/\"]"),
      ("url: https://example.org/a/b/", "redirects: [\"/a/b/\"]"), ("slug: Été 1", "slug: été-1"),
      ("core-issues: [[Water]]", "core-issues: Water"), ("description: In short.", "summary: In short."),
    ])
  func heads(head: String, expected: String) throws {
    let folder = try TestFolder()
    try folder.write("a.md", "---\n\(head)\n---\nText\n")
    let run = try Tool(folder: folder).run("import", "a.md", "--output", "-")
    #expect(run.output == "---\n\(expected)\n---\n\nText\n", "\(run.output)\(run.errors)")
  }

  // MARK: Single forms

  @Test("unresolved links are errors, or warnings that are shown as text")
  func unresolved() throws {
    let text = "A [[Nowhere]], a [file](gone.md), an [anchor](#gone) and [[Hidden]].\n"
    let files = ["reports/a.md": text, "private/Hidden.md": "SECRET"]
    let settings = "title: T\nignore: [private]\n"
    let (strict, _) = try Self.build(files.merging(["site.yml": settings]) { $1 })
    #expect(strict.exitCode == 1 && strict.errors.contains("3 errors"), "\(strict.errors)")
    #expect(
      strict.errors.contains("“Hidden” is not published (“ignore:” in site.yml leaves it out)"),
      "\(strict.errors)")
    let (run, folder) = try Self.build(
      files.merging(["site.yml": settings + "unresolved-links: warning\n"]) { $1 })
    #expect(run.exitCode == 0, "\(run.errors)")
    let page = try folder.text("out/reports/a/index.html")
    #expect(page.contains("A Nowhere, a file, an anchor and Hidden."), "\(page)")
    let again = try Tool(folder: folder).run("check", "--strict")
    #expect(again.exitCode == 1)
  }

  @Test("folders of issues and parties count whatever their case; a note elsewhere says how to move it")
  func folders() throws {
    let table = "| Issue | North | South |\n|---|---|---|\n| Water | a | b |\n\n[[North]]\n"
    let (run, _) = try Self.build([
      "reports/a.md": table, "People/North.md": "A state.",
      "Parties/South.md": "---\nkind: state\n---\nText.",
      "ISSUES/water.md": "---\nproposition: Open it?\n---\n",
    ])
    #expect(!run.errors.contains("[unknown-key]"), "\(run.errors)")
    #expect(
      run.errors.contains("mv Content/People/North.md Content/parties/North.md"), "\(run.errors)")
  }

  @Test("bars of wikilinks in cells, sizes of images, inline notes, highlights and tags")
  func forms() throws {
    let (run, folder) = try Self.build([
      "reports/a.md": """
      ---
      title: A
      tags: one, two
      ---
      | Issue | [[Northland|North]] | South |
      |---|---|---|
      | [[Water|the water]] | [+] Opens ^[Said so.] | See [[b|B]] |

      ![[map.png|40x30]] ![Map|50](map.png) ==bold== `==code==` #tag 1 ==

      Text with `^[no note]` and a note.^[With *words* and [a link](b.md).]

      +---+---+
      | a | b |
      +---+---+
      """,
      "reports/b.md": "B", "reports/map.png": "x", "parties/northland.md": "N", "issues/water.md": "W",
    ])
    #expect(run.exitCode == 0, "\(run.errors)")
    #expect(run.output.contains("1 issue, 2 parties, 2 positions"), "\(run.output)\(run.errors)")
    #expect(!run.errors.contains("[ragged-row]"))
    #expect(run.errors.contains("a Pandoc grid table"), "\(run.errors)")
    let page = try folder.text("out/reports/a/index.html")
    #expect(page.contains("width=\"40\" height=\"30\"") && page.contains("alt=\"Map\" width=\"50\""))
    #expect(page.contains("<mark>bold</mark>") && page.contains("<code>==code==</code>"))
    #expect(page.contains("With <em>words</em> and <a") && page.contains("<code>^[no note]</code>"))
    #expect(page.contains("#tag 1 ==") && page.contains(">B</a>"))
  }

  @Test("backup copies and hidden keys are not published", arguments: ["publish: false", "private: true"])
  func hidden(key: String) throws {
    let (run, folder) = try Self.build([
      "reports/a.md": "A", "reports/b.md": "---\n\(key)\n---\nSECRET", "reports/a.md.bak": "SECRET",
      "reports/a.md~": "SECRET", "reports/x.sync-conflict-20250101-1-AB.md": "SECRET",
      "reports/c.bak.md": "SECRET",
    ])
    #expect(run.exitCode == 0 && run.errors.contains("backup copies ("), "\(run.errors)")
    for (path, bytes) in try folder.tree("out") {
      #expect(!String(decoding: bytes, as: UTF8.self).contains("SECRET"), "\(path)")
    }
  }
}
