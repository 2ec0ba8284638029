import Content
import Graph

/// The list of editions, with the changes from each to the next.
struct ChangeListPage: SinglePage {
  static let definition = PageDefinition(
    "changes", "the list of changes",
    fields: [
      .html(
        .editions,
        "The changes since the last edition and up to each edition, as a list, newest first."
      ),
      .text(.editionList, "The path to the list of editions; absent without one."),
    ], texts: StringKey.changeTexts, picture: .changes, switch: .changes, address: "changes",
    menu: MenuPlace(.changes, in: .changes))

  static func exists(in site: SiteLayout) -> Bool { !site.history.editions.isEmpty }

  func lastChange(in site: SiteLayout) -> PartialDate? { site.history.editions.last?.date.firstDay }

  func values(_ site: PageRenderer) -> TemplateValues {
    var draft = site.draft(Self.definition, address: Self.address, title: site.words.text(.changes))
    let writer = EditionListWriter(page: draft.page, history: site.layout.history)
    draft.html(.editions) { writer.write(into: &$0) }
    if !site.layout.editions.volumes.isEmpty {
      draft.text(.editionList, draft.page.path(to: EditionListPage.address))
    }
    return draft.values
  }
}

/// Writes the editions as links to the changes from each to the next.
private struct EditionListWriter {
  let page: PageLinks
  let history: EditionHistory

  private var words: LocalizedStrings { page.site.words }

  func write(into output: inout HTML) {
    output.raw("<ul class=\"editions\">\n")
    if let index = history.sinceLast { sinceLast(index, into: &output) }
    for index in history.editions.indices.reversed() { edition(index, into: &output) }
    output.raw("</ul>\n")
  }

  private func sinceLast(_ index: Int, into output: inout HTML) {
    let difference = history.differences[index]
    output.raw("<li>")
    words.write(.labelled, into: &output) {
      words.write(.now, into: &$0)
    } _: { output in
      output.raw("<a href=\"")
      page.page(history.address(of: index), into: &output)
      output.raw("\">")
      words.write(.sinceEdition, into: &output) { $0.escaped(difference.before) }
      output.raw("</a>")
      words.write(.comma, into: &output)
      output.escaped(ChangeWords(words: words).summary(difference))
    }
    output.raw("</li>\n")
  }

  private func edition(_ index: Int, into output: inout HTML) {
    let edition = history.editions[index]
    output.raw("<li>")
    words.dates.time(edition.date, into: &output)
    output.raw(": ")
    if index > 0 {
      output.raw("<a href=\"")
      page.page(history.address(of: index - 1), into: &output)
      output.raw("\">")
      output.escaped(edition.name)
      output.raw("</a>")
      words.write(.comma, into: &output)
      output.escaped(ChangeWords(words: words).summary(history.differences[index - 1]))
    } else {
      output.escaped(edition.name)
      words.write(.comma, into: &output)
      words.write(.firstEdition, count: edition.positions.count, into: &output)
    }
    output.raw("</li>\n")
  }
}

extension PageSwitch {
  /// The pages of changes between editions; if they are off, no edition has to be read.
  package static let changes = PageSwitch(
    "changes", "what changed between editions, and the marks for returning readers")
}

extension TemplateName {
  static let editions = TemplateName("editions")
  static let editionList = TemplateName("edition-list")
}
