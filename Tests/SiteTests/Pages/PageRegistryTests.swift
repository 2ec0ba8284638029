import Content
import Foundation
import Graph
import Testing

@testable import Site

@Suite("The registry of page kinds") struct PageRegistryTests {
  @Test("every kind has its own key, template and switch") func keys() {
    let definitions = PageRegistry.definitions
    #expect(Set(definitions.map(\.key)).count == definitions.count)
    #expect(Set(definitions.compactMap(\.address)).count == definitions.compactMap(\.address).count)
    #expect(Set(PageRegistry.switches.map(\.key)).count == PageRegistry.switches.count)
    for template in PageRegistry.templates {
      #expect(Theme.builtIn[template.name + ".mustache"] != nil, "\(template.name)")
      #expect(Set(template.fields.map(\.name)).count == template.fields.count, "\(template.name)")
    }
  }

  @Test("a switch reserves the addresses of its kinds") func addresses() {
    var switches = PageSwitches(PageRegistry.switches)
    #expect(Set(switches.reservedAddresses) == Set(PageRegistry.definitions.compactMap(\.address)))
    switches[.lists] = false
    #expect(!switches.reservedAddresses.contains("reports") && !switches.reservedAddresses.contains("issues"))
  }

  @Test("the guide's table of switches matches the registry") func guide() throws {
    let file = Package.root.appending(path: "Guide/settings.md")
    let chapter = try String(contentsOf: file, encoding: .utf8)
    let head = "| Key | What it turns off |\n|---|---|\n"
    let start = try #require(chapter.range(of: head)).upperBound
    let end = try #require(chapter.range(of: "\n\n", range: start..<chapter.endIndex)).lowerBound
    let rows = PageRegistry.switches.map { known in
      let addresses = known.addresses.map { "`/\($0)/`" }.joined(separator: ", ")
      return "| `\(known.key)` | \(known.summary)\(addresses.isEmpty ? "" : " (\(addresses))") |"
    }.joined(separator: "\n")
    if ProcessInfo.processInfo.environment["STANDPOINT_RECORD"] == "1" {
      try Data(chapter.replacingCharacters(in: start..<end, with: rows).utf8).write(to: file)
      Testing.Issue.record(
        "Guide/settings.md was recorded: look at the changes, then run the tests again without STANDPOINT_RECORD"
      )
      return
    }
    #expect(chapter[start..<end] == rows)
  }

  @Test("the declared anchors match those in the HTML", arguments: Fixture.names)
  func anchors(fixture: String) throws {
    let plan = try BuiltSite(Fixture.folder.appending(path: fixture)).plan
    for page in plan.pages {
      guard let source = page.source.page, !Self.areLinkedByTheGraph(source) else { continue }
      let html = HTMLAnchors.find(in: plan.render(page).bytes)
      #expect(plan.anchors(of: page) == html, "\(page.path)")
    }
  }

  /// The pages of authored files, whose anchors are in the graph, and the page that nothing links to.
  private static func areLinkedByTheGraph(_ page: any SitePage) -> Bool {
    switch page {
    case is HomePage, is ReportPage, is IssuePage, is PartyPage, is AuthoredPage, is NotFoundPage: true
    default: false
    }
  }

  /// Keys that also have another meaning, such as folders of an author or kinds of table.
  private static let otherMeanings = [
    "home", "report", "issue", "party", "page", "reports", "issues", "parties", "matrix", "options",
    "source", "sources", "edition",
  ]

  @Test("the names of a kind are only in its own folder") func places() throws {
    let sources = Package.root.appending(path: "Sources")
    var files: [(path: String, text: String)] = []
    for room in ["Site", "Graph"] {
      let folder = sources.appending(path: room)
      for path in try FileManager.default.subpathsOfDirectory(atPath: folder.path)
      where path.hasSuffix(".swift") {
        files.append(
          (room + "/" + path, try String(contentsOf: folder.appending(path: path), encoding: .utf8)))
      }
    }
    for definition in PageRegistry.definitions {
      let names = Set([definition.key, definition.pageSwitch?.key, definition.address].compactMap(\.self))
      for name in names.subtracting(Self.otherMeanings) {
        let found = files.filter { file in
          file.text.contains("PageDefinition(\n    \"\(name)\"")
            || ["\"\(name)\"", "\"/\(name)/\"", "\"\(name)/"].contains {
              file.text.replacing(/(TemplateName|StringKey)\([^)]*\)/, with: "").contains($0)
            }
        }
        let folders = Set(found.map { $0.path.split(separator: "/").dropLast().joined(separator: "/") })
        #expect(
          folders.count == 1 && folders.first?.hasPrefix("Site/Pages/") == true, "“\(name)”: \(folders)")
      }
    }
  }
}
