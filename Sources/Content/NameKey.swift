/// A name as names are compared: without case, quote style, full stops (but not between digits), repeated
/// and surrounding white space, in Unicode's composed form (NFC).
public struct NameKey: Sendable, Hashable, Comparable {
  /// The folded name.
  public let text: String

  public init(_ name: String) {
    text = name
  }

  public static func < (left: NameKey, right: NameKey) -> Bool { left.text < right.text }
}
