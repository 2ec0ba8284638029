import Content
import Site
import Testing

@Suite("Pages that are searched") struct SearchedPagesTests {
  @Test("are those of the kinds that say so", arguments: Fixture.names)
  func marked(name: String) throws {
    let site = try BuiltSite(Fixture.folder.appending(path: name))
    let plan = SitePlan(
      graph: site.graph, theme: Theme(), today: PartialDate(year: 2030, month: 1, day: 1), hasSearch: true)
    for page in plan.pages {
      let html = String(decoding: plan.render(page).bytes, as: UTF8.self)
      #expect(html.contains(" data-pagefind-body") == page.isSearched, "\(page.path)")
    }
    #expect(plan.pages.contains { $0.isSearched } && plan.pages.contains { !$0.isSearched })
  }
}
