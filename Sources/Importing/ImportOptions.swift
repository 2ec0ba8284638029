import Content

/// What an author says about a briefing besides its text.
public struct ImportOptions: Sendable, Hashable {
  /// The title; nil: found in the text, else made from the file's name.
  public var title: String?
  /// The date; nil: found in the text, else none.
  public var date: PartialDate?
  /// The file's name without its ending: the title when there is no other.
  public var name: String
  /// The words that tell what a table is.
  public var words: TableWords

  public init(
    title: String? = nil, date: PartialDate? = nil, name: String, words: TableWords = TableWords()
  ) {
    self.title = title
    self.date = date
    self.name = name
    self.words = words
  }
}
