/// One fact that speaks for or against a suggestion.
package enum SuggestionEvidence: Sendable, Hashable {
  // What the names say
  /// Both are names of one state.
  case sameState(String)
  /// The first is what people of the second are called.
  case demonym(String, of: String)
  /// The first is where the second is governed from.
  case seat(String, of: String)
  /// The names differ in words that say little.
  case suffix([String])
  /// The names differ in the endings of words.
  case endings
  /// The same words in another order.
  case otherOrder
  /// The same letters, with spaces or hyphens at other places.
  case spacing
  /// The first is made of the first letters of the second.
  case initials(String, of: String)
  /// The first is the second cut short.
  case abbreviation(String, of: String)
  /// Two words that differ in few letters.
  case nearSpelling(String, String, changes: Int)
  /// A word that stands nowhere on the site but in this one name.
  case strangeWord(String)
  /// A word that names who acts for a party.
  case acting([String])
  /// The longer name holds all of the shorter.
  case contains(String)

  // Where the names stand
  /// Never side by side, although chance alone would have put them into one table this often.
  case neverTogether(expected: Int)
  /// Rows or columns of one table, in this many tables.
  case sideBySide(tables: Int)
  /// Rare words that stand in cells of the same parties (or issues), sorted; at most five.
  case sharedWords([String], count: Int)
  /// A third name that the first could as well be, although it is certainly another than the second.
  case rival(String)
  /// Each has a file of its own, so an author holds them for two.
  case ownFiles

  /// It speaks against the suggestion.
  package var isAgainst: Bool {
    switch self {
    case .sideBySide, .rival, .ownFiles: true
    default: false
    }
  }

  /// Its name for programs.
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
    case .neverTogether: "never-together"
    case .sideBySide: "side-by-side"
    case .sharedWords: "shared-words"
    case .rival: "rival"
    case .ownFiles: "own-files"
    }
  }
}

extension SuggestionEvidence: CustomStringConvertible {
  /// One clause for people, lower-case start, no full stop.
  package var description: String {
    switch self {
    case .sameState(let state): "both are names for \(state)"
    case .demonym(let demonym, let name): "“\(demonym)” is the adjective for \(name)"
    case .seat(let seat, let name): "“\(seat)” is a seat of the government of \(name)"
    case .suffix(let words): "the same except for \(Self.list(words))"
    case .endings: "the same words with different endings"
    case .otherOrder: "the same words in a different order"
    case .spacing: "the same except for spaces and hyphens"
    case .initials(let short, let name): "“\(short)” has the initials of “\(name)”"
    case .abbreviation(let short, let word): "“\(short)” abbreviates “\(word)”"
    case .nearSpelling(let left, let right, let changes):
      "“\(left)” and “\(right)” differ in \(changes) letter\(changes == 1 ? "" : "s")"
    case .strangeWord(let word): "“\(word)” occurs nowhere else"
    case .acting(let words): "\(Self.list(words)) names who acts for a party"
    case .contains(let name): "its name contains “\(name)”"
    case .neverTogether(let expected):
      "never in the same table, although chance alone would give \(expected) table\(expected == 1 ? "" : "s")"
    case .sideBySide(let tables): "side by side in \(tables) table\(tables == 1 ? "" : "s")"
    case .sharedWords(let words, let count):
      "cells share \(count) rare word\(count == 1 ? "" : "s"): \(Self.list(words))\(count > words.count ? " …" : "")"
    case .rival(let name): "could also be “\(name)”"
    case .ownFiles: "each has its own file"
    }
  }

  private static func list(_ words: [String]) -> String {
    words.map { "“\($0)”" }.joined(separator: ", ")
  }
}
