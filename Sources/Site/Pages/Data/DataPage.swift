import Content
import Graph

/// The data files of the site: what they are, what their columns mean, under which licence they are, and how to cite them.
struct DataPage: SinglePage {
  static let definition = PageDefinition(
    "data", "the page of data files",
    fields: [
      .html(.date, "The date of the newest change as a time element; absent if all reports are undated."),
      .html(.licence, "The licence of the site, as a link if it is an address; absent if none is stated."),
      .html(.editionFiles, "A row for the file of each edition; absent if there are none."),
      .html(.citations, "The citation of the data."),
    ], texts: StringKey.dataTexts, picture: .site, switch: .data, address: "data", takesAuthoredText: true)

  static func exists(in site: SiteLayout) -> Bool { exists(in: site.graph) }

  static func exists(in graph: IssueGraph) -> Bool {
    let kinds = graph.settings.pageKinds
    return kinds[.data] && kinds[.exports] && !graph.positions.isEmpty
  }

  func lastChange(in site: SiteLayout) -> PartialDate? { site.newestChange }

  func anchors(_ site: PageRenderer) -> Set<String> { site.anchorsOfAuthoredText(at: Self.address) }

  func values(_ site: PageRenderer) -> TemplateValues {
    let words = site.words
    var draft = site.draft(Self.definition, address: Self.address, title: words.text(.data))
    let page = draft.page
    draft.useMatrixStylesheet()
    let date = site.layout.newestChange
    if let date { draft.html(.date) { words.dates.time(date, into: &$0) } }
    if let licence = site.settings.licence { draft.html(.licence) { $0.licence(licence) } }
    let editions = site.layout.editions.volumes.map(\.edition.name)
    if !editions.isEmpty {
      draft.html(.editionFiles) { output in
        for (index, name) in editions.enumerated() {
          Self.write(DataFile.edition(volume: index, name: name).path, name, on: page, into: &output)
        }
      }
    }
    let citation = Citation(dataOf: site.settings, date: date, address: Self.address, words: words)
    draft.html(.citations) {
      CitationWriter(words: words).write(citation, title: .citeData, into: &$0)
    }
    return draft.values
  }

  /// Writes the row for the file of an edition.
  private static func write(_ path: String, _ name: String, on page: PageLinks, into output: inout HTML) {
    output.raw("<tr><th scope=\"row\"><a href=\"")
    output.percentEncoded(page.root + path)
    output.raw("\"><code>")
    output.escaped(path)
    output.raw("</code></a></th><td>")
    output.escaped(page.site.words.text(.editionNamed, name))
    output.raw("</td></tr>\n")
  }
}

extension PageSwitch {
  static let data = PageSwitch("data", "the page that explains the data files")
}

extension TemplateName {
  static let editionFiles = TemplateName("edition-files")
  static let data = TemplateName("data")
}
