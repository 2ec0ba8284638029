import Foundation

/// The order of names in a language: by its alphabet, ignoring accents and punctuation.
///
/// A small subset of the Unicode Collation Algorithm (UTS 10), applied to the keys of names. Letters are
/// sorted by the alphabet of the language; an accented letter counts as the plain one if it has no place of
/// its own in the alphabet. Names that differ only in accents keep the order of their keys. Languages that
/// are not written in Latin letters sort names in Latin letters last.
package struct NameOrder: Sendable {
  /// The sort key of a name.
  package struct Key: Sendable, Hashable, Comparable {
    fileprivate let weights: [UInt32]
    fileprivate let name: NameKey

    package static func < (left: Key, right: Key) -> Bool {
      left.weights != right.weights
        ? left.weights.lexicographicallyPrecedes(right.weights) : left.name < right.name
    }
  }

  private let alphabet: Alphabet

  /// - Parameter language: a BCP 47 tag; languages without rules of their own use the plain order.
  package init(language: String) {
    alphabet = Alphabet(language: language)
  }

  package func key(_ name: NameKey) -> Key {
    Key(weights: alphabet.weights(of: name.text), name: name)
  }

  /// The indices of `names` in sorted order; `tie` orders equal names.
  package func order(_ names: [NameKey], tie: (Int, Int) -> Bool) -> [Int] {
    // The usual case, in which the plain order is the same, so no weights are needed.
    if alphabet.isPlainForASCII, names.allSatisfy({ $0.text.utf8.allSatisfy { $0 < 0x80 } }) {
      return names.indices.sorted { names[$0] != names[$1] ? names[$0] < names[$1] : tie($0, $1) }
    }
    let keys = names.map(key)
    return keys.indices.sorted { keys[$0] != keys[$1] ? keys[$0] < keys[$1] : tie($0, $1) }
  }

  /// The names in sorted order.
  package func sorted(_ names: some Sequence<String>) -> [String] {
    names.map { (key: key(NameKey($0)), name: $0) }
      .sorted { $0.key != $1.key ? $0.key < $1.key : $0.name < $1.name }.map(\.name)
  }
}
