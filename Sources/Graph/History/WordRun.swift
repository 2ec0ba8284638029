/// A stretch of text that two versions share, or that only one of them has.
public struct WordRun: Sendable, Hashable {
  /// Which version has the stretch.
  public enum Kind: Sendable, Hashable {
    case equal
    /// Only the earlier version.
    case removed
    /// Only the later version.
    case added
  }

  public let kind: Kind
  /// Never empty; white space and punctuation as in the text it comes from.
  public let text: String

  public init(_ kind: Kind, _ text: String) {
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
