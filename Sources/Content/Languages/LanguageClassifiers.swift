import Synchronization

/// The classifiers for reports in languages other than the site’s; each is made once, when the first such report is read.
final class LanguageClassifiers: Sendable {
  private let words: TableWords
  private let made = Mutex<[String: TableClassifier]>([:])

  /// - Parameter words: those of the site, which all reports have.
  init(_ words: TableWords) { self.words = words }

  /// The classifier with the words of the site and of a language.
  ///
  /// - Parameter language: a BCP 47 tag.
  func classifier(for language: String) -> TableClassifier {
    made.withLock { made in
      if let known = made[language] { return known }
      let classifier = TableClassifier(words.adding([language]))
      made[language] = classifier
      return classifier
    }
  }
}
