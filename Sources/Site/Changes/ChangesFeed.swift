import Content
import Graph

/// The feed of what changed between editions, the newest edition first.
struct ChangesFeed {
  private let history: EditionHistory
  private let settings: SiteSettings

  init(_ history: EditionHistory, settings: SiteSettings) {
    self.history = history
    self.settings = settings
  }

  var bytes: [UInt8] {
    AtomFeed(
      title: settings.title + ": what changed", language: settings.language, author: settings.title,
      page: settings.fullAddress("changes/") ?? "",
      itself: settings.fullAddress(DataFile.changesFeed.path) ?? "",
      entries: history.between.reversed().map(entry)
    ).bytes
  }

  private func entry(_ index: Int) -> AtomFeed.Entry {
    let difference = history.differences[index]
    return AtomFeed.Entry(
      title: "From \(difference.before) to \(difference.after)",
      address: settings.fullAddress(ofPage: history.address(of: index)) ?? "",
      updated: history.editions[index + 1].date, summary: DifferenceWords.summary(difference))
  }
}
