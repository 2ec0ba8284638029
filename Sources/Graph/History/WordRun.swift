/// A stretch of text that two versions share, or that only one of them has.
package struct WordRun: Sendable, Hashable {
  /// Which version has the stretch.
  package enum Kind: Sendable, Hashable {
    case equal
    /// Only the earlier version.
    case removed
    /// Only the later version.
    case added
  }

  package let kind: Kind
  /// Never empty; white space and punctuation as in the text it comes from.
  package let text: String

  package init(_ kind: Kind, _ text: String) {
    self.kind = kind
    self.text = text
  }

  /// The run as it is when the versions change places.
  var reversed: WordRun {
    switch kind {
    case .equal: self
    case .removed: WordRun(.added, text)
    case .added: WordRun(.removed, text)
    }
  }
}
