/// A page of the site as the target of a link.
enum Destination: Sendable, Hashable {
  case report(Int)
  /// Index into the graph's pages.
  case page(Int)
  case home
  case issue(Int)
  case party(Int)
  /// A generated list or comparison, by its address.
  case list(String)

  /// The page as the target of a link.
  func target(anchor: String?, address: String) -> LinkTarget {
    switch self {
    case .report(let index): return .report(ID(index), anchor: anchor)
    case .issue(let index) where anchor == nil: return .issue(ID(index))
    case .party(let index) where anchor == nil: return .party(ID(index))
    default: return .page(address: address, anchor: anchor)
    }
  }

  /// The kind of page, as messages call it.
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
