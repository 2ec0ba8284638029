import Diagnostics

/// An issue or a party that `feeds:` in site.yml asks a feed for.
package struct FeedName: Sendable, Hashable {
  /// As written; `issue:` or `party:` in front decides.
  package let text: String
  package let place: Place

  package init(_ text: String, at place: Place) {
    self.text = text
    self.place = place
  }
}
