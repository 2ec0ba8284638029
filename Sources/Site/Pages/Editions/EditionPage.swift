import Content
import Editions
import Graph

/// The record as an edition holds it; with a list of its parts if it is too long for one page.
struct EditionPage: SitePage {
  static let definition = PageDefinition(
    "edition", "the pages of editions",
    fields: [
      .text(.list, "The path to the list of editions."),
      .text(.name, "The title of the edition, on the page of one of its parts; absent elsewhere."),
      .text(.address, "The path to the edition, on the page of one of its parts; absent elsewhere."),
      .html(.date, "The day of the edition as a time element."),
      .text(.positions, "The number of positions, as text such as “12 positions”."),
      .text(.reports, "The number of reports, as text such as “3 reports”."),
      .text(.changes, "The path to the page that shows what changed in this edition; absent without one."),
      .text(.dataFile, "The address of the data file."),
      .html(.contents, "Links to the parts of the edition; absent if it is on one page."),
      .html(.matrix, "The matrix of the edition or the part; absent on the page of an edition with parts."),
      .html(.edition, "The positions by issue; absent on the page of an edition with parts."),
      .html(.reportList, "The reports of the edition, as a list; absent on the page of a part."),
      .html(.withdrawn, "What is withdrawn from the edition, as a list; absent if nothing is."),
      .html(.citations, "The citation of the edition; absent on the page of a part."),
      .flag(.neighbours, "True if there is an edition before or after this one."),
      .text(.previous, "The path to the previous edition; absent without one."),
      .text(.previousTitle, "Its name."),
      .text(.next, "The path to the next edition; absent without one."),
      .text(.nextTitle, "Its name."),
    ], picture: .changes, switch: .editions)

  /// Index into the shelf's volumes.
  let index: Int

  static func pages(of site: SiteLayout) -> [any SitePage] {
    site.editions.volumes.indices.flatMap { index -> [any SitePage] in
      let parts = site.editions.volumes[index].parts
      let pages = parts.count > 1 ? parts.indices.map { EditionPartPage(volume: index, part: $0) } : []
      return [EditionPage(index: index)] + pages
    }
  }

  func address(in site: SiteLayout) -> String { site.editions.volumes[index].address }

  func lastChange(in site: SiteLayout) -> PartialDate? { site.editions.volumes[index].edition.date.firstDay }

  func anchors(_ site: PageRenderer) -> Set<String> {
    let volume = site.layout.editions.volumes[index]
    guard volume.parts.count == 1, let part = volume.parts.first else { return [] }
    return EditionWriter.anchors(of: volume.entries(in: part))
  }

  func values(_ site: PageRenderer) -> TemplateValues {
    let (shelf, words) = (site.layout.editions, site.words)
    let volume = shelf.volumes[index]
    let edition = volume.edition
    var draft = site.draft(
      Self.definition, address: volume.address, title: words.text(.editionNamed, edition.name),
      description: words.text(.editionOf, words.dates.text(edition.date)))
    let page = draft.page
    draft.text(.list, page.path(to: EditionListPage.address))
    draft.html(.date) { words.dates.time(edition.date, into: &$0) }
    draft.text(.positions, words.text(.positionCount, count: edition.positions.count))
    draft.text(.reports, words.text(.reportCount, count: edition.reports.count))
    draft.text(.dataFile, page.root + DataFile.edition(volume: index, name: edition.name).path)
    setChanges(site, edition, &draft)
    setNeighbours(shelf, &draft)
    let writer = EditionWriter(page: page, shelf: shelf, volume: volume)
    if volume.parts.count > 1 {
      draft.html(.contents) { writer.contents(current: nil, into: &$0) }
    } else {
      setRecord(writer, volume.parts[0], &draft)
    }
    draft.html(.reportList) { writer.reports(into: &$0) }
    if !volume.withdrawn.isEmpty { draft.html(.withdrawn) { writer.withdrawn(into: &$0) } }
    draft.html(.citations) {
      CitationWriter(words: words).write(
        Citation(edition, address: volume.address, settings: site.settings, words: words),
        title: .citeEdition,
        into: &$0)
    }
    return draft.values
  }

  private func setChanges(_ site: PageRenderer, _ edition: Edition, _ draft: inout PageDraft) {
    let history = site.layout.history
    guard let place = history.between.first(where: { history.differences[$0].after == edition.name }) else {
      return
    }
    draft.text(.changes, draft.page.path(to: history.address(of: place)))
  }

  private func setNeighbours(_ shelf: EditionShelf, _ draft: inout PageDraft) {
    draft.flag(.neighbours, shelf.volumes.count > 1)
    if index > 0 {
      draft.text(.previous, draft.page.path(to: shelf.volumes[index - 1].address))
      draft.text(.previousTitle, shelf.volumes[index - 1].edition.name)
    }
    if index + 1 < shelf.volumes.count {
      draft.text(.next, draft.page.path(to: shelf.volumes[index + 1].address))
      draft.text(.nextTitle, shelf.volumes[index + 1].edition.name)
    }
  }

  fileprivate func setRecord(_ writer: EditionWriter, _ part: Range<Int>, _ draft: inout PageDraft) {
    if part.isEmpty { return }
    draft.useMatrixStylesheet()
    draft.html(.matrix) { writer.matrix(part, into: &$0) }
    draft.html(.edition) { writer.positions(part, into: &$0) }
  }
}

/// A part of an edition that is too long for one page.
struct EditionPartPage: SitePage {
  static var definition: PageDefinition { EditionPage.definition }

  /// Index into the shelf's volumes.
  let volume: Int
  /// Index into the parts of the volume.
  let part: Int

  static func pages(of site: SiteLayout) -> [any SitePage] { [] }

  func address(in site: SiteLayout) -> String { site.editions.volumes[volume].address(ofPart: part) }

  func lastChange(in site: SiteLayout) -> PartialDate? { EditionPage(index: volume).lastChange(in: site) }

  func anchors(_ site: PageRenderer) -> Set<String> {
    let volume = site.layout.editions.volumes[volume]
    return EditionWriter.anchors(of: volume.entries(in: volume.parts[part]))
  }

  func values(_ site: PageRenderer) -> TemplateValues {
    let shelf = site.layout.editions
    let volume = shelf.volumes[volume]
    let name = site.words.text(.editionNamed, volume.edition.name)
    var draft = site.draft(
      Self.definition, address: volume.address(ofPart: part),
      title: site.words.text(.labelled, name, EditionWriter.title(ofPart: part, of: volume)))
    let writer = EditionWriter(page: draft.page, shelf: shelf, volume: volume)
    draft.text(.list, draft.page.path(to: EditionListPage.address))
    draft.text(.name, name)
    draft.text(.address, draft.page.path(to: volume.address))
    draft.html(.date) { site.words.dates.time(volume.edition.date, into: &$0) }
    draft.text(
      .dataFile, draft.page.root + DataFile.edition(volume: self.volume, name: volume.edition.name).path)
    draft.html(.contents) { writer.contents(current: part, into: &$0) }
    EditionPage(index: self.volume).setRecord(writer, volume.parts[part], &draft)
    return draft.values
  }
}

extension TemplateName {
  static let changes = TemplateName("changes")
  static let dataFile = TemplateName("data-file")
  static let edition = TemplateName("edition")
  static let reportList = TemplateName("report-list")
  static let withdrawn = TemplateName("withdrawn")
  static let citations = TemplateName("citations")
}
