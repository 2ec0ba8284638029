import Content
import Graph

/// The list of all published editions.
struct EditionListPage: SinglePage {
  static let definition = PageDefinition(
    "editions", "the list of editions",
    fields: [.html(.editions, "The editions with their dates, as a list, newest first.")],
    texts: StringKey.editionTexts,
    picture: .changes, switch: .editions, address: "editions", takesAuthoredText: true)

  static func exists(in site: SiteLayout) -> Bool { !site.editions.volumes.isEmpty }

  func lastChange(in site: SiteLayout) -> PartialDate? { site.editions.volumes.last?.edition.date.firstDay }

  func anchors(_ site: PageRenderer) -> Set<String> { site.anchorsOfAuthoredText(at: Self.address) }

  func values(_ site: PageRenderer) -> TemplateValues {
    var draft = site.draft(Self.definition, address: Self.address, title: site.words.text(.editions))
    let (page, words, volumes) = (draft.page, site.words, site.layout.editions.volumes)
    draft.html(.editions) { output in
      output.raw("<ul class=\"editions\">\n")
      for volume in volumes.reversed() {
        output.raw("<li>")
        words.write(.labelled, into: &output) {
          words.dates.time(volume.edition.date, into: &$0)
        } _: { output in
          output.raw("<a href=\"")
          page.page(volume.address, into: &output)
          output.raw("\">")
          output.escaped(volume.edition.name)
          output.raw("</a>")
        }
        words.write(.comma, into: &output)
        words.write(.positionCount, count: volume.edition.positions.count, into: &output)
        output.raw("</li>\n")
      }
      output.raw("</ul>\n")
    }
    return draft.values
  }
}

extension PageSwitch {
  /// The pages and data files of editions.
  package static let editions = PageSwitch("editions", "the editions, each with its pages and its data file")
}
