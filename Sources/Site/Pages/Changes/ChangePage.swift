import Content
import Graph
import Text

/// The changes from one edition to the next, or from the last one to the current site.
struct ChangePage: SitePage {
  static let definition = PageDefinition(
    "change", "the pages that show what changed between editions",
    fields: [
      .text(.list, "The path to the list of changes."),
      .text(.before, "The name of the earlier edition."),
      .text(.after, "The name of the later edition; “now” for the site as it is."),
      .html(.date, "The day of the later edition as a time element; absent for the site as it is."),
      .text(.summary, "A summary of the changes, such as “1 position hardened, 2 positions corrected”."),
      .html(
        .subjects,
        "Reports, issues and parties that were added, removed or changed, as a list; absent if there are none."
      ),
      .html(.positions, "The positions that changed, by issue; absent if there are none."),
    ], picture: .changes, switch: .changes)

  /// Index into the history's differences.
  let index: Int

  static func pages(of site: SiteLayout) -> [any SitePage] {
    site.history.differences.indices.map { ChangePage(index: $0) }
  }

  func address(in site: SiteLayout) -> String { site.history.address(of: index) }

  func lastChange(in site: SiteLayout) -> PartialDate? { site.history.date(of: index)?.firstDay }

  func anchors(_ site: PageRenderer) -> Set<String> {
    Set(ChangeWriter.anchors(of: site.layout.history.differences[index].told))
  }

  func values(_ site: PageRenderer) -> TemplateValues {
    let history = site.layout.history
    let words = site.words
    let difference = history.differences[index]
    let summary = ChangeWords(words: words).summary(difference)
    let sentence = summary.capitalizingFirst + "."
    let date = history.date(of: index)
    var draft = site.draft(
      Self.definition, address: history.address(of: index),
      title: date == nil
        ? words.text(.changedSince, difference.before) : words.text(.changedUpTo, difference.after),
      description: sentence)
    draft.text(.list, draft.page.path(to: ChangeListPage.address))
    draft.text(.before, difference.before)
    draft.text(.after, difference.after)
    if let date { draft.html(.date) { words.dates.time(date, into: &$0) } }
    draft.text(.summary, sentence)
    let writer = ChangeWriter(history: history, page: draft.page)
    if !difference.subjects.isEmpty {
      draft.html(.subjects) { writer.subjects(difference.subjects, into: &$0) }
    }
    if !difference.told.isEmpty {
      draft.html(.positions) { writer.positions(difference.told, into: &$0) }
    }
    return draft.values
  }
}

extension TemplateName {
  static let subjects = TemplateName("subjects")
  static let before = TemplateName("before")
  static let after = TemplateName("after")
}
