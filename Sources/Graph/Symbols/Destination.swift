/// A page of the site, as links find it.
enum Destination: Sendable, Hashable {
  case report(Int)
  /// Index into the graph's pages.
  case page(Int)
  case home
  case issue(Int)
  case party(Int)
  /// A page that lists or compares, made by Standpoint; by its address.
  case list(String)

  /// The page itself as a link's target.
  func target(anchor: String?, address: String) -> LinkTarget {
    switch self {
    case .report(let index): return .report(ID(index), anchor: anchor)
    case .issue(let index) where anchor == nil: return .issue(ID(index))
    case .party(let index) where anchor == nil: return .party(ID(index))
    default: return .page(address: address, anchor: anchor)
    }
  }

  /// What kind of thing it is, in the words of messages.
  var kind: String {
    switch self {
    case .report: "a report"
    case .page, .list: "a page"
    case .home: "the home page"
    case .issue: "an issue"
    case .party: "a party"
    }
  }
}
