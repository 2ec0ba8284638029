/// The name of a party, taken from the header that an author gave it.
public struct PartyName: Sendable, Hashable {
  /// The header without a generic last word (“Russian Position” is “Russian”), for readers.
  public let shown: String
  /// The same, also without words such as “Government”, for matching alone.
  public let key: NameKey

  public init(shown: String, key: NameKey) {
    self.shown = shown
    self.key = key
  }
}
