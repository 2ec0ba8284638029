import Diagnostics
import Text

/// Checks the lists of words that a site sets itself, in `site.yml` or in a language file: for words that appear twice, and
/// for words with two meanings.
///
/// Diagnostics: `word-list`.
struct WordListCheck {
  /// A word as the site wrote it.
  private struct Entry {
    let list: WordList
    /// How messages call the list.
    let name: String
    let word: AuthoredName
  }

  private let path: String
  private var entries: [NameKey: [Entry]] = [:]
  private var lists: [WordList: String] = [:]
  private(set) var diagnostics: [Diagnostic] = []

  /// - Parameter path: of the file with the lists.
  init(path: String) { self.path = path }

  /// Adds a list. A text with commas, which is one word, is reported.
  ///
  /// - Parameters:
  ///   - name: the key of the list as messages name it.
  ///   - entry: where the list is written; nil: the words have no list of their own, as names of stances.
  mutating func add(
    _ words: [AuthoredName], to list: WordList, named name: String, in entry: YAMLEntry? = nil
  ) {
    if case .text(let text)? = entry?.value.content, text.contains(","), let word = words.first {
      let list = text.split(separator: ",").map { String($0.trimmingWhitespace) }.joined(separator: ", ")
      report(word, "“\(text.excerpt)” is one word", "write a list: [\(list)]")
    }
    for word in words {
      let key = NameKey(word.text)
      if key.isEmpty {
        report(word, "“\(word.text)” has no letter, so it has no effect", "remove it")
        continue
      }
      if entries[key]?.contains(where: { $0.list == list }) == true {
        report(word, "“\(word.text)” appears twice in “\(name)”", "remove one of them")
      } else {
        entries[key, default: []].append(Entry(list: list, name: name, word: word))
      }
    }
  }

  /// Looks for words with two meanings.
  ///
  /// - Parameters:
  ///   - words: all lists as they apply.
  ///   - builtIn: the lists without what the site sets.
  mutating func finish(_ words: TableWords, builtIn: TableWords) {
    var keys: [WordList: Set<NameKey>] = [:]
    for list in Self.exclusive.joined() { keys[list] = Set(words[list].map { NameKey($0) }) }
    let before = Self.exclusive.joined().reduce(into: [WordList: Set<NameKey>]()) { all, list in
      all[list] = Set(builtIn[list].map { NameKey($0) })
    }
    for (key, own) in entries.sorted(by: { $0.key < $1.key }) {
      guard let entry = own.first else { continue }
      let others = Self.exclusive.filter { $0.contains(entry.list) }.joined().filter { other in
        other != entry.list && keys[other]?.contains(key) == true
          && !(before[other]?.contains(key) == true && before[entry.list]?.contains(key) == true)
      }
      guard let other = others.first else { continue }
      let second = own.first { $0.list == other }
      let place = second ?? entry
      let name = second?.name ?? "the built-in words of “\(other.rawValue)”"
      report(
        place.word,
        "“\(place.word.text)” has two meanings: it is in \(quoted(entry.name)) and in \(second == nil ? name : quoted(name))",
        "keep it in one of them")
    }
  }

  private func quoted(_ name: String) -> String { name.contains(" ") ? name : "“\(name)”" }

  /// Lists of which a word should be in only one.
  private static let exclusive: [[WordList]] = [
    // A word may stand for issues as well as for options: other columns decide.
    [.axis, .party], [.party, .option],
    [.champions, .supports, .mixed, .neutral, .opposes, .redLine, .silence],
  ]

  private mutating func report(_ word: AuthoredName, _ message: String, _ fix: String) {
    diagnostics.append(
      Diagnostic(
        .wordList, at: Place(path: path, range: word.range), message, suggestion: Suggestion(fix)))
  }
}
