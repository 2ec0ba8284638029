import Content
import Graph

extension PageValues {
  func page(_ entry: PageEntry) -> TemplateValues {
    let header = entry.page.header
    var (values, page) = shared(
      .page, address: entry.address, title: header.title, description: entry.page.summary)
    facets(&values) { _ in SearchFacets(kind: .page, dates: [entry.page.date]) }
    if let contents = ContentsWriter(header, links: entry.links) {
      values.html(.contents) { contents.write(into: &$0) }
    }
    article(&values, .article, header, entry.links, on: page)
    let (previous, next) = furniture.neighbours(of: entry.address)
    values.set(.neighbours, .flag(previous != nil || next != nil))
    if let previous {
      values.text(.previous, furniture.address(previous.address, root: page.root))
      values.text(.previousTitle, previous.label)
    }
    if let next {
      values.text(.next, furniture.address(next.address, root: page.root))
      values.text(.nextTitle, next.label)
    }
    return values
  }
}
