import Content

/// What an author says about a briefing besides its text.
package struct ImportOptions: Sendable, Hashable {
  /// The title; nil: found in the text, else made from the file's name.
  package var title: String?
  /// The date; nil: found in the text, else none.
  package var date: PartialDate?
  /// The file's name without its ending: the title when there is no other.
  package var name: String
  /// The words that tell what a table is.
  package var words: TableWords

  package init(
    title: String? = nil, date: PartialDate? = nil, name: String, words: TableWords = TableWords()
  ) {
    self.title = title
    self.date = date
    self.name = name
    self.words = words
  }
}
