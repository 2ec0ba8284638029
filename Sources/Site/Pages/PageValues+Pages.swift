import Content
import Graph

extension PageValues {
  func page(_ entry: PageEntry) -> TemplateValues {
    let header = entry.page.header
    var (values, page) = shared(
      .page, address: entry.address, title: header.title, description: entry.page.summary)
    facets(&values) { _ in SearchFacets(kind: .page, dates: [entry.page.date]) }
    contents(&values, header, entry.links)
    article(&values, .article, header, entry.links, on: page)
    let (previous, next) = chrome.neighbours(of: entry.address)
    values.set(.neighbours, .flag(previous != nil || next != nil))
    if let previous {
      values.text(.previous, chrome.address(previous.address, root: page.root))
      values.text(.previousTitle, previous.label)
    }
    if let next {
      values.text(.next, chrome.address(next.address, root: page.root))
      values.text(.nextTitle, next.label)
    }
    return values
  }

  /// The headings of a text, where there are enough of them.
  func contents(_ values: inout TemplateValues, _ header: FileHeader, _ links: DocumentLinks) {
    guard let contents = ContentsWriter(header, links: links) else { return }
    values.set(.longContents, .flag(contents.isLong))
    values.html(.contents) { contents.write(into: &$0) }
  }
}
