import Content
import Diagnostics
import Editions
import Graph

/// The feed of changes between editions, the newest edition first.
struct ChangesFeed {
  private let history: EditionHistory
  private let settings: SiteSettings
  private let words: LocalizedStrings

  init(_ history: EditionHistory, settings: SiteSettings, words: LocalizedStrings) {
    self.words = words
    self.history = history
    self.settings = settings
  }

  var bytes: [UInt8] {
    AtomFeed(
      words.text(.siteChanges, settings.title), of: ChangeListPage.address, at: DataFile.changesFeed.path,
      settings, entries: history.between.reversed().map(entry)
    ).bytes
  }

  private func entry(_ index: Int) -> AtomFeed.Entry {
    let difference = history.differences[index]
    return AtomFeed.Entry(
      title: words.text(.changedFromTo, difference.before, difference.after),
      address: settings.fullAddress(ofPage: history.address(of: index)) ?? "",
      updated: history.editions[index + 1].date, summary: ChangeWords(words: words).summary(difference),
      content: content(of: difference))
  }

  /// The largest number of changes in an entry; the rest is on the page.
  private static let mostChanges = Limit.feedChanges.value

  /// What each change says: the party, the issue, the word for it, the stances and the words.
  private func content(of difference: RecordDifference) -> HTML {
    var output = HTML()
    for change in difference.told.prefix(Self.mostChanges) {
      output.raw(output.isEmpty ? "<ul>\n<li>" : "<li>")
      let subject = words.text(.partyOnIssue, change.party.name, change.issue.name)
      output.escaped(
        "\(words.text(.labelled, subject, words.text(change.label))) – \(Self.sides(of: change, words))")
      output.raw("</li>\n")
    }
    if !output.isEmpty { output.raw("</ul>\n") }
    return output
  }

  /// What was on record and what is, with an arrow between them.
  static func sides(of change: RecordChange, _ words: LocalizedStrings) -> String {
    [change.before, change.after].filter { !$0.isEmpty }.map { sides in
      sides.map { text($0, words) }.joined(separator: "; ")
    }.joined(separator: words.text(.valueChange, "", ""))
  }

  /// The stance and the words of a position.
  private static func text(_ side: RecordChange.Side, _ words: LocalizedStrings) -> String {
    let stance = side.position.stance.map { words.stances.name($0) } ?? words.text(.unrated)
    return side.position.text.isEmpty ? stance : "\(stance): \(side.position.text)"
  }
}
