import Diagnostics

/// An issue or a party that `feeds:` in site.yml asks a feed for.
public struct FeedName: Sendable, Hashable {
  /// As written; `issue:` or `party:` in front decides.
  public let text: String
  public let place: Place

  public init(_ text: String, at place: Place) {
    self.text = text
    self.place = place
  }
}
