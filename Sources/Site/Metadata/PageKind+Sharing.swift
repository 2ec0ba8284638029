/// How a page of each kind looks when its address is shared.
extension PageKind {
  /// The picture for previews, below the site's root; 1200 by 630 pixels.
  var picture: String {
    switch self {
    case .report, .reports, .cards: "assets/picture-report.png"
    case .issue, .issueYear, .issues: "assets/picture-issue.png"
    case .party, .partyYear, .parties: "assets/picture-party.png"
    case .matrix, .map, .pairs, .pair, .tensions, .coverage: "assets/picture-matrix.png"
    case .options: "assets/picture-options.png"
    case .changes, .change: "assets/picture-changes.png"
    case .home, .page, .notFound, .header, .footer: "assets/picture-site.png"
    }
  }

  /// What Open Graph calls a page of the kind (ogp.me).
  var sharingType: String { self == .report ? "article" : "website" }
}
