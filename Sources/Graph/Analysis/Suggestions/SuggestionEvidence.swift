import Text

/// One piece of evidence for or against a suggestion.
package enum SuggestionEvidence: Sendable, Hashable {
  // The names
  /// Both are names of one state.
  case sameState(String)
  /// The first is the demonym of the second.
  case demonym(String, of: String)
  /// The first is the seat of government of the second.
  case seat(String, of: String)
  /// The names differ only in words that carry little meaning.
  case suffix([String])
  /// The names differ only in the endings of words.
  case endings
  /// The same words in another order.
  case otherOrder
  /// The same letters, with spaces or hyphens in other places.
  case spacing
  /// The first consists of the initials of the second.
  case initials(String, of: String)
  /// The first is an abbreviation of the second.
  case abbreviation(String, of: String)
  /// Two words that differ in a few letters.
  case nearSpelling(String, String, changes: Int)
  /// A word that appears nowhere else on the site.
  case strangeWord(String)
  /// Words for those who act for a party.
  case acting([String])
  /// The longer name contains all of the shorter one.
  case contains(String)
  /// Cells of the other issue contain the whole name of this one.
  case named(String)
  /// Both are in tables with this third party, but never in the same table.
  case sameOpponent(String)
  /// Both have positions on this issue.
  case sameIssue(String)
  /// No issue or party has the name; prose uses it this often.
  case onlyInProse(Int)
  /// The author has named both.
  case chosen

  // Their use
  /// Never in the same table, although this many shared tables would be expected by chance.
  case neverTogether(expected: Int)
  /// Rows or columns of the same table, in this many tables.
  case sideBySide(tables: Int)
  /// Rare words in cells of the same parties (or issues), sorted; at most five.
  case sharedWords([String], count: Int)
  /// A third name that the first could mean just as well, although it certainly does not mean the second.
  case rival(String)
  /// Each has its own file, so an author considers them different.
  case ownFiles

  /// Whether it is evidence against the suggestion.
  var isAgainst: Bool {
    switch self {
    case .sideBySide, .rival, .ownFiles: true
    default: false
    }
  }

  /// Its identifier for programs.
  package var rule: String {
    switch self {
    case .sameState: "same-state"
    case .demonym: "demonym"
    case .seat: "seat"
    case .suffix: "suffix"
    case .endings: "endings"
    case .otherOrder: "other-order"
    case .spacing: "spacing"
    case .initials: "initials"
    case .abbreviation: "abbreviation"
    case .nearSpelling: "near-spelling"
    case .strangeWord: "strange-word"
    case .acting: "acting"
    case .contains: "contains"
    case .named: "named"
    case .sameOpponent: "same-opponent"
    case .sameIssue: "same-issue"
    case .onlyInProse: "only-in-prose"
    case .chosen: "chosen"
    case .neverTogether: "never-together"
    case .sideBySide: "side-by-side"
    case .sharedWords: "shared-words"
    case .rival: "rival"
    case .ownFiles: "own-files"
    }
  }
}

extension SuggestionEvidence: CustomStringConvertible {
  /// One clause for people, starting in lower case, without a full stop.
  package var description: String {
    switch self {
    case .sameState(let state): "both are names for \(state)"
    case .demonym(let demonym, let name): "“\(demonym)” is the adjective for \(name)"
    case .seat(let seat, let name): "“\(seat)” is a common name for the government of \(name)"
    case .suffix(let words): "the same except for \(Self.list(words))"
    case .endings: "the same words with different endings"
    case .otherOrder: "the same words in a different order"
    case .spacing: "the same except for spaces and hyphens"
    case .initials(let short, let name): "“\(short)” has the initials of “\(name)”"
    case .abbreviation(let short, let word): "“\(short)” abbreviates “\(word)”"
    case .nearSpelling(let left, let right, let changes):
      "“\(left)” and “\(right)” differ in \(changes.counted("letter"))"
    case .strangeWord(let word): "“\(word)” occurs nowhere else"
    case .acting(let words):
      "\(Self.list(words)) \(words.count == 1 ? "is a word" : "are words") for those who act for a party"
    case .contains(let name): "its name contains “\(name)”"
    case .named(let name): "cells of the other issue name “\(name)”"
    case .sameOpponent(let name): "both are compared with “\(name)”, but never in the same table"
    case .sameIssue(let name): "both have positions on “\(name)”"
    case .onlyInProse(let count): "only prose uses the name, in \(count.counted("place"))"
    case .chosen: "you chose both names"
    case .neverTogether(let expected):
      "never in the same table, although \(expected.counted("shared table")) would be expected by chance"
    case .sideBySide(let tables): "side by side in \(tables.counted("table"))"
    case .sharedWords(let words, let count):
      "cells share \(count.counted("rare word")): \(Self.list(words))\(count > words.count ? " …" : "")"
    case .rival(let name): "could also be “\(name)”"
    case .ownFiles: "each has its own file"
    }
  }

  private static func list(_ words: [String]) -> String {
    words.map { "“\($0)”" }.joined(separator: ", ")
  }
}
