import Publishing
import Site

/// One version of the site, found by address: the only files that the server knows of.
struct PreviewSite: Sendable {
  /// What stands at an address.
  enum Place: Sendable, Hashable {
    case page(Int)
    case asset(Int)
    /// Nothing; but the same address with a slash at its end has a page.
    case folder
    case nothing
  }

  let site: PlannedSite
  private let places: [String: Place]

  init(_ site: PlannedSite) {
    self.site = site
    var places: [String: Place] = [:]
    places.reserveCapacity(site.plan.pages.count + site.assets.count)
    for (index, asset) in site.assets.enumerated() { places[asset.path] = .asset(index) }
    for (index, page) in site.plan.pages.enumerated() { places[page.path] = .page(index) }
    self.places = places
  }

  /// What stands at `path`, an address without the slash at its start, such as `reports/march/` or empty.
  func place(at path: String) -> Place {
    if path.isEmpty || path.utf8.last == UInt8(ascii: "/") { return places[path + "index.html"] ?? .nothing }
    if let place = places[path] { return place }
    return places[path + "/index.html"] == nil ? .nothing : .folder
  }
}
