import Graph

/// What a file of the site is made from.
enum PageSource: Sendable {
  /// A page with a template.
  case page(any SitePage)
  case data(DataFile)
  /// A comparison as CSV.
  case table(ID<Comparison>)
  case metadata(MetadataFile)
  /// An old address: index into the redirects.
  case redirect(Int)
  /// Rules for the site's host.
  case rules(HostFile)
  /// Index into the theme's assets.
  case asset(Int)

  /// The page; nil for files that have no template.
  var page: (any SitePage)? { if case .page(let page) = self { page } else { nil } }
}
