import Foundation
import TestSupport
import Testing

/// The search index as part of a build. Most tests replace Pagefind with a small program; one runs the real program.
@Suite("Search index") struct SearchTests {
  static let report = "| Issue | North | South |\n|--|--|--|\n| Water | Wants more | Has enough |\n"

  /// Writes files like Pagefind's: an entry file, and a file named after the text of the pages.
  static let stand = """
    #!/bin/sh
    while [ $# -gt 0 ]; do
      case $1 in --site) site=$2 ;; --output-path) out=$2 ;; esac
      shift
    done
    mkdir -p "$out/fragment"
    echo "{}" > "$out/pagefind-entry.json"
    echo "ui" > "$out/pagefind-ui.js"
    cd "$site" && find . -name '*.html' | sort | xargs cat | cksum | tr -d ' \\n' > /dev/null
    name=$(find . -name '*.html' | sort | xargs cat | cksum | tr ' ' '-')
    find . -name '*.html' | sort > "$out/fragment/$name.pf"

    """

  /// A folder with a report, and with `program` as the only `pagefind` on the PATH; nil for no `pagefind`.
  struct Place {
    let folder = try? TestFolder()
    let path: String

    init(program: String?, settings: String = "") throws {
      let folder = try #require(folder)
      try folder.write("site/Content/reports/water.md", SearchTests.report)
      try folder.write("site/Content/site.yml", "title: Water\nquiet: [without-base-url]\n" + settings)
      try folder.write("bin/other", "")
      if let program {
        try folder.write("bin/pagefind", program)
        try FileManager.default.setAttributes(
          [.posixPermissions: 0o755],
          ofItemAtPath: folder.url.appendingPathComponent("bin/pagefind").path)
      }
      // The programs that the small program calls are on the PATH, but no other Pagefind.
      path = folder.url.appendingPathComponent("bin").path + (program == nil ? "" : ":/usr/bin:/bin")
    }

    func build() throws -> Tool.Run {
      try Tool(folder: folder).run("build", "site", environment: ["PATH": path])
    }

    func files() throws -> [String: Data] { try #require(folder).tree("site/Public") }

    func page(_ path: String) throws -> String { try #require(folder).text("site/Public/" + path) }
  }

  @Test("without Pagefind, there is a note, and pages have no search")
  func missing() throws {
    let place = try Place(program: nil)
    let run = try place.build()
    #expect(run.exitCode == 0)
    #expect(
      run.errors == """
        note: the program “pagefind” is not on the PATH, so the site has no search index or search box [without-search]
             = help: install it, or add “search: off” to site.yml

        """)
    let files = try place.files()
    #expect(!files.keys.contains { $0.contains("search") || $0.contains("pagefind") })
    for (path, bytes) in files where path.hasSuffix(".html") {
      let text = String(decoding: bytes, as: UTF8.self)
      #expect(!text.contains("search-open") && !text.contains("data-pagefind"), "\(path)")
    }
  }

  @Test("with “search: off”, Pagefind is not looked for and there is no note")
  func off() throws {
    let place = try Place(program: "#!/bin/sh\nexit 1\n", settings: "search: off\n")
    let run = try place.build()
    #expect(run.exitCode == 0 && run.errors == "")
    #expect(try !place.page("index.html").contains("search-open"))
    #expect(try place.files()["assets/search.js"] == nil)
  }

  @Test("the index is part of the site: kept while no page changes, updated and removed with the pages")
  func kept() throws {
    let place = try Place(program: Self.stand)
    let folder = try #require(place.folder)
    func index() throws -> [String] {
      try place.files().keys.filter { $0.hasPrefix("assets/pagefind/") }.sorted()
    }
    #expect(try place.build().exitCode == 0)
    let first = try index()
    #expect(
      first.dropFirst() == ["assets/pagefind/pagefind-entry.json", "assets/pagefind/parts.json"])
    let listed = String(decoding: try place.files()[first[0]] ?? Data(), as: UTF8.self)
    #expect(listed.contains("./reports/water/index.html") && listed.contains("./issues/water/index.html"))
    // Pages without text that is searched are not read.
    #expect(!listed.contains("./index.html") && !listed.contains("./404.html"))
    #expect(try place.build().output.contains("(0 written, "))
    #expect(try index() == first)

    try folder.write("site/Content/reports/water.md", Self.report + "| Fish | Few | Many |\n")
    #expect(try place.build().exitCode == 0)
    let second = try index()
    #expect(second.count == 3 && second[0] != first[0])
    // The program also indexes unchanged pages.
    #expect(
      String(decoding: try place.files()[second[0]] ?? Data(), as: UTF8.self).contains("./method/index.html"))

    try folder.write("site/Content/site.yml", "quiet: [without-base-url]\nsearch: off\n")
    #expect(try place.build().exitCode == 0)
    #expect(try index() == [])
  }

  @Test("pages that change without their text keep the index; a removed page does not")
  func sameText() throws {
    let place = try Place(program: Self.stand)
    let folder = try #require(place.folder)
    func index() throws -> [String] {
      try place.files().keys.filter { $0.hasPrefix("assets/pagefind/fragment/") }
    }
    try folder.write("site/Content/pages/about.md", "# About us\n\nWho we are.\n")
    #expect(try place.build().exitCode == 0)
    let first = try index()
    try folder.write("site/Content/site.yml", "title: Water\nquiet: [without-base-url]\nfooter: Wells\n")
    let renamed = try place.build()
    #expect(renamed.exitCode == 0 && !renamed.output.contains("(0 written, "))
    #expect(try place.page("reports/water/index.html").contains("Wells"))
    #expect(try index() == first)

    try FileManager.default.removeItem(
      at: folder.url.appendingPathComponent("site/Content/pages/about.md"))
    #expect(try place.build().exitCode == 0)
    #expect(try index() != first)
  }

  @Test("an author's own HTML file with searched text is indexed, also after it has changed alone")
  func ownFile() throws {
    let place = try Place(program: Self.stand)
    let folder = try #require(place.folder)
    func listed() throws -> (name: String, text: String) {
      let files = try place.files()
      let name = try #require(files.keys.first { $0.hasPrefix("assets/pagefind/fragment/") })
      return (name, String(decoding: files[name] ?? Data(), as: UTF8.self))
    }
    let own = "site/Content/assets/own.html"
    try folder.write(own, "<html lang=en><main data-pagefind-body>One</main></html>")
    #expect(try place.build().exitCode == 0)
    let first = try listed()
    #expect(first.text.contains("./assets/own.html") && first.text.contains("./reports/water/index.html"))
    #expect(try place.build().output.contains("(0 written, "))

    try folder.write(own, "<html lang=en><main data-pagefind-body>Two</main></html>")
    #expect(try place.build().exitCode == 0)
    let second = try listed()
    #expect(second.name != first.name && second.text == first.text)
  }

  @Test("in a theme that marks no searched text, every page is indexed")
  func unmarked() throws {
    let place = try Place(program: Self.stand)
    let folder = try #require(place.folder)
    let layout = try String(
      contentsOf: packageRoot.appending(path: "Templates/layout.mustache"), encoding: .utf8)
    try folder.write(
      "site/Templates/layout.mustache",
      layout.replacing("{{#facets}} data-pagefind-body{{/facets}}", with: ""))
    #expect(try place.build().exitCode == 0)
    let files = try place.files()
    let name = try #require(files.keys.first { $0.hasPrefix("assets/pagefind/fragment/") })
    #expect(String(decoding: files[name] ?? Data(), as: UTF8.self).contains("./404.html"))
    #expect(try place.build().output.contains("(0 written, "))
  }

  @Test(
    "if Pagefind fails, the build fails and the site is unchanged",
    arguments: [
      ("echo 'no room' >&2; exit 3", "no room"), ("exit 0", "the index is empty"),
      ("echo 'out of memory' >&2; exit 3", "it ran out of memory; its limit is 16000 MB (out of memory)"),
    ])
  func failing(_ program: String, _ reason: String) throws {
    let place = try Place(program: Self.stand)
    #expect(try place.build().exitCode == 0)
    let before = try place.files()
    let folder = try #require(place.folder)
    try folder.write("site/Content/reports/second.md", Self.report)
    try folder.write("bin/pagefind", "#!/bin/sh\n\(program)\n")
    let run = try place.build()
    #expect(run.exitCode == 2)
    #expect(run.errors.contains("pagefind could not create the search index: \(reason)"), "\(run.errors)")
    #expect(run.errors.contains("“search: off” to site.yml"))
    #expect(try place.files() == before)
    #expect(try !folder.tree("site").keys.contains { $0.contains("standpoint-staging") })
  }

  @Test("an author's file in the folder of the index is reported")
  func occupied() throws {
    let place = try Place(program: Self.stand)
    try #require(place.folder).write("site/Content/assets/pagefind/mine.txt", "mine")
    let run = try place.build()
    #expect(run.exitCode == 2)
    #expect(run.errors.contains("“assets/pagefind/mine.txt” conflicts with the folder of the search index"))
  }
}
