import Content
import Diagnostics
import Editions
import Foundation
import Graph
import Site
import Testing

/// A whole site, built in memory from a folder with `Content/` and optionally `Templates/`.
struct BuiltSite {
  /// The generated files, by path.
  let files: [String: [UInt8]]
  /// The files below Content that are copied unchanged, by path.
  let assets: [String]
  let diagnostics: [Diagnostic]
  let graph: IssueGraph
  let plan: SitePlan
  /// The paths of pages at old addresses.
  var redirects: Set<String> { Set(plan.pages.filter(\.isRedirect).map(\.path)) }

  init(_ folder: URL) throws {
    let content = try Self.read(folder.appending(path: "Content"))
    var settings =
      content["site.yml"].map {
        ContentReader.readSettings(Self.input("site.yml", .settings, $0), switches: PageRegistry.switches)
          .settings
      }
      ?? SiteSettings(switches: PageRegistry.switches)
    let described = content.keys.filter { $0.hasPrefix("sources/") && $0.hasSuffix(".md") }.sorted()
    var ofSources: [Diagnostic] = []
    let entries = described.map { path in
      SourceReader.entry(SourceText(path: "Content/" + path, bytes: content[path] ?? []), path: path).entry
    }
    if !entries.isEmpty { settings.sources = SourceLibrary(entries, diagnostics: &ofSources) }
    let reader = ContentReader(
      settings: settings, today: PartialDate(year: 2030, month: 1, day: 1), includesDrafts: false)
    var authored: [Authored] = []
    var diagnostics: [Diagnostic] = []
    for path in content.keys.sorted() where path.hasSuffix(".md") && !described.contains(path) {
      let (file, ofFile) = reader.read(Self.input(path, Self.role(path), content[path] ?? []))
      authored.append(file)
      diagnostics += ofFile
    }
    assets = content.keys.filter {
      !$0.hasSuffix(".md") && !$0.hasSuffix(".yml") && !$0.hasPrefix("editions/")
    }
    .sorted()
    let editions = content.filter { $0.key.hasPrefix("editions/") }
      .compactMap { EditionReader.read(SourceText(path: "Content/" + $0.key, bytes: $0.value)).edition }
      .sorted { ($0.date, $0.name) < ($1.date, $1.name) }
    let (graph, ofGraph) = GraphBuilder.build(
      authored, assets: assets, settings: settings, today: PartialDate(year: 2030, month: 1, day: 1),
      published: editions.filter(\.isPublic).map(\.published))
    let templates = try Self.read(folder.appending(path: "Templates"))
    let theme = Theme(
      overrides: templates.reduce(into: [:]) {
        $0[$1.key] = SourceText(path: "Templates/" + $1.key, bytes: $1.value)
      }, language: settings.language)
    let plan = SitePlan(
      graph: graph, theme: theme,
      archive: EditionArchive(editions),
      today: PartialDate(year: 2030, month: 1, day: 1),
      map: try Self.map(of: graph, in: folder))
    self.graph = graph
    self.plan = plan
    self.diagnostics = diagnostics + ofGraph + theme.diagnostics + plan.diagnostics
    files = Dictionary(
      uniqueKeysWithValues: plan.pages.map { page in
        let file = plan.render(page)
        return (file.path, file.bytes)
      })
  }

  /// The map with the recorded layout of Graphviz if the fixture contains one, otherwise as without Graphviz.
  private static func map(of graph: IssueGraph, in folder: URL) throws -> MapOfIssues? {
    let map = MapOfIssues(graph)
    let layout = folder.appending(path: "layout.plain")
    guard FileManager.default.fileExists(atPath: layout.path) else { return map }
    return try #require(
      map?.laidOut(Array(try Data(contentsOf: layout))), "layout.plain is not that of the fixture’s map")
  }

  private static func input(_ path: String, _ role: InputFile.Role, _ bytes: [UInt8]) -> InputFile {
    InputFile(path: path, role: role, source: SourceText(path: "Content/" + path, bytes: bytes))
  }

  private static func role(_ path: String) -> InputFile.Role {
    switch path.split(separator: "/").first {
    case "issues": .issue
    case "parties": .party
    case "pages": .page
    case "index.md": .home
    default: .report
    }
  }

  /// All files below `folder`, by path; empty if there is no such folder.
  static func read(_ folder: URL) throws -> [String: [UInt8]] {
    let root = folder.standardizedFileURL
    guard FileManager.default.fileExists(atPath: root.path) else { return [:] }
    var files: [String: [UInt8]] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: root.path) {
      let url = root.appending(path: path)
      var isFolder: ObjCBool = false
      _ = FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder)
      if !isFolder.boolValue, !path.hasPrefix("."), !path.contains("/.") {
        files[path] = Array(try Data(contentsOf: url))
      }
    }
    return files
  }
}

/// The folders of the fixtures.
enum Fixture {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures")
  static let names = ["bare", "corrections", "editions", "gaps", "pairs", "standing", "talks", "years"]
}
