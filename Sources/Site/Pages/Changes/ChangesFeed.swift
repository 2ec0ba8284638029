import Content
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
      title: words.text(.siteChanges, settings.title), language: settings.language, author: settings.title,
      page: settings.fullAddress(ChangeListPage.address + "/") ?? "",
      itself: settings.fullAddress(DataFile.changesFeed.path) ?? "",
      entries: history.between.reversed().map(entry)
    ).bytes
  }

  private func entry(_ index: Int) -> AtomFeed.Entry {
    let difference = history.differences[index]
    return AtomFeed.Entry(
      title: words.text(.changedFromTo, difference.before, difference.after),
      address: settings.fullAddress(ofPage: history.address(of: index)) ?? "",
      updated: history.editions[index + 1].date, summary: ChangeWords(words: words).summary(difference))
  }
}
