import Content
import Editions
import Graph

/// The home page: what the site is about, how much it records and how recent that is, and the blocks that `home:` names.
struct HomePage: SinglePage {
  /// The fields of each block.
  private static let blockFields: [TemplateField] = [
    .text(.name, "The name of the block, as in `home:`."),
    .text(.title, "The block’s heading; absent for the text of index.md."),
    .html(.content, "The block."),
    .text(.list, "The path to the page with the full list; absent without one."),
    .text(.label, "The text of the link to that page; absent without one."),
  ]

  static let definition = PageDefinition(
    "home", "the home page",
    fields: [
      .text(.siteDescription, "The site’s description; absent without one."),
      .text(.count, "The number of positions, as text such as “12 positions”; absent if there are none."),
      .text(.reportCount, "The number of reports, as text such as “3 reports”; absent without positions."),
      .html(.newest, "The date of the latest position as a time element; absent without one."),
      .list(.blocks, blockFields, "The blocks of the page, in order, without those that would be empty."),
    ], texts: StringKey.homeTexts)

  static func exists(in site: SiteLayout) -> Bool { true }

  func isDraft(in graph: IssueGraph) -> Bool { graph.home?.page.header.isDraft ?? false }

  func values(_ site: PageRenderer) -> TemplateValues {
    let graph = site.graph
    var draft = site.draft(
      Self.definition, address: "", title: nil,
      description: graph.home?.page.summary ?? graph.settings.description)
    draft.text(.siteDescription, graph.settings.description)
    if graph.settings.baseURL != nil { draft.text(.manifest, MetadataFile.webManifest.path(in: graph)) }
    if let newest = graph.newestPosition {
      let record = site.layout.wholeRecord
      let old = record.rememberedPairs.flatMap { record.rememberedStanding($0.issue, of: $0.party) }
      draft.latest(newest, of: graph.positions.count, remembering: old)
      draft.text(.reportCount, site.words.text(.reportCount, count: graph.reports.count))
      draft.structuredData { $0.dataset() }
    }
    let writer = HomeBlockWriter(site, on: draft.page)
    let blocks = writer.blocks
    draft.useMatrixStylesheet()
    draft.list(
      .blocks,
      blocks.map { block in
        var values = TemplateValues(Self.blockFields)
        values.text(.name, block.name.rawValue)
        values.text(.title, block.title.map { site.words.text($0) })
        values.html(.content, block.write)
        values.text(.list, block.more?.path)
        values.text(.label, block.more.map { site.words.text($0.label) })
        return values
      })
    return draft.values
  }
}

extension TemplateName {
  static let blocks = TemplateName("blocks")
  static let content = TemplateName("content")
  static let reportCount = TemplateName("report-count")
}
