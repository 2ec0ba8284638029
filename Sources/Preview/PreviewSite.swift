import Publishing
import Site

/// One version of the site, with all its pages and files by address. The server serves nothing else.
struct PreviewSite: Sendable {
  /// What is at an address.
  enum Place: Sendable, Hashable {
    case page(Int)
    case asset(Int)
    /// Nothing, but there is a page at the same address with a trailing slash.
    case folder
    /// A redirect to this address below the site's root.
    case moved(String)
    case nothing
  }

  let site: PlannedSite
  /// The path of the base URL, percent-decoded, without the leading slash: empty or such as `briefing/`.
  let base: String
  private let places: [String: Place]

  init(_ site: PlannedSite) {
    self.site = site
    base = site.settings.baseURL.flatMap { RequestTarget($0.path)?.path } ?? ""
    var places: [String: Place] = [:]
    places.reserveCapacity(site.plan.pages.count + site.copies.count)
    for redirect in site.plan.redirects {
      places[redirect.old] = .moved(redirect.new)
      places[redirect.file] = .moved(redirect.new)
    }
    for (index, asset) in site.copies.enumerated() { places[asset.path] = .asset(index) }
    for (index, page) in site.plan.pages.enumerated() where !page.isRedirect {
      places[page.path] = .page(index)
    }
    self.places = places
  }

  /// For a site that has the same addresses as `other`.
  init(_ site: PlannedSite, placesOf other: PreviewSite) {
    self.site = site
    base = other.base
    places = other.places
  }

  /// What is at `path`, an address without the leading slash, such as `reports/march/` or empty.
  func place(at path: String) -> Place {
    if path.isEmpty || path.utf8.last == UInt8(ascii: "/") { return places[path + "index.html"] ?? .nothing }
    if let place = places[path] { return place }
    return places[path + "/index.html"] == nil ? .nothing : .folder
  }
}
