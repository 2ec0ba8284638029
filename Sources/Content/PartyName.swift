/// The name of a party, taken from the header that an author gave it.
package struct PartyName: Sendable, Hashable {
  /// The header without a generic last word (“Russian Position” is “Russian”), for readers.
  package let shown: String
  /// The same, also without words such as “Government”, for matching alone.
  package let key: NameKey

  package init(shown: String, key: NameKey) {
    self.shown = shown
    self.key = key
  }
}
