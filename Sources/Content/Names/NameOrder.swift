import Foundation

/// The order of names in a language: its alphabet, accents and punctuation aside.
///
/// A small form of the Unicode Collation Algorithm (UTS 10) over the keys of names: letters first, by the alphabet of the
/// language; an accented letter counts as its plain one where the alphabet has no place of its own for it; names that
/// differ in accents alone keep the order of their keys. Languages that are not written in Latin letters put names that
/// are behind their own.
package struct NameOrder: Sendable {
  /// What a name is compared by.
  package struct Key: Sendable, Hashable, Comparable {
    fileprivate let weights: [UInt32]
    fileprivate let name: NameKey

    package static func < (left: Key, right: Key) -> Bool {
      left.weights != right.weights
        ? left.weights.lexicographicallyPrecedes(right.weights) : left.name < right.name
    }
  }

  private let alphabet: Alphabet

  /// - Parameter language: a BCP 47 tag; one without rules of its own has the plain order.
  package init(language: String) {
    alphabet = Alphabet(language: language)
  }

  package func key(_ name: NameKey) -> Key {
    Key(weights: alphabet.weights(of: name.text), name: name)
  }

  /// The places of `names` in their order; equal names are told apart by `tie`.
  package func order(_ names: [NameKey], tie: (Int, Int) -> Bool) -> [Int] {
    // The usual case, and the plain order is the same: no weights are needed.
    if alphabet.isPlainForASCII, names.allSatisfy({ $0.text.utf8.allSatisfy { $0 < 0x80 } }) {
      return names.indices.sorted { names[$0] != names[$1] ? names[$0] < names[$1] : tie($0, $1) }
    }
    let keys = names.map(key)
    return keys.indices.sorted { keys[$0] != keys[$1] ? keys[$0] < keys[$1] : tie($0, $1) }
  }

  /// Names sorted.
  package func sorted(_ names: some Sequence<String>) -> [String] {
    names.map { (key: key(NameKey($0)), name: $0) }
      .sorted { $0.key != $1.key ? $0.key < $1.key : $0.name < $1.name }.map(\.name)
  }
}
