import Content
import Graph

/// A picture that other sites show for links to a page: what is known, as names in columns of stances, or text alone.
package struct SharePicture: Sendable, Hashable {
  /// The width and height in pixels.
  package static let size = (width: 1_200, height: 630)

  /// The path below the output folder, such as `assets/share/issues/sanctions.png`.
  package let path: String
  /// The picture as SVG. It refers to no file.
  package let svg: [UInt8]
  /// What it shows, in words.
  let description: String
}

extension SitePlan {
  /// The pictures of the site’s links: one for each issue and party with a stance, and one for all other pages. Empty unless
  /// `share-pictures:` is on and the site has a base URL.
  package var sharePictures: [SharePicture] {
    let settings = graph.settings
    guard settings.sharePictures, settings.baseURL != nil, settings.pageKinds[.previews] else { return [] }
    let painter = SharePicturePainter(settings: settings, words: paperSite.words)
    let issues = graph.issues.compactMap { issue in
      StanceStrip(of: issue.id, in: graph).map {
        painter.picture(
          at: issue.address, title: issue.name, subtitle: issue.file?.proposition, strip: $0)
      }
    }
    let parties = graph.parties.compactMap { party in
      StanceStrip(of: party.id, in: graph).map {
        painter.picture(at: party.address, title: party.name, subtitle: nil, strip: $0)
      }
    }
    return [painter.site] + issues + parties
  }
}

/// The pictures that a site has, by the addresses of their pages.
struct SharePictures: Sendable {
  /// The pictures that were drawn, by their paths.
  private let drawn: [String: SharePicture]
  /// The paths of pictures in the site’s own theme.
  private let own: Set<String>

  init(drawn: [SharePicture] = [], own: Set<String> = []) {
    self.drawn = Dictionary(drawn.map { ($0.path, $0) }) { first, _ in first }
    self.own = own
  }

  /// The same with pictures that were drawn.
  func adding(_ drawn: [SharePicture]) -> SharePictures { SharePictures(drawn: drawn, own: own) }

  /// The path of the picture of a page, and what it shows, if that is known; nil: it has none.
  func picture(at address: String, of kind: SharingPicture) -> (path: String, description: String?)? {
    if own.contains(kind.rawValue) { return (kind.rawValue, nil) }
    if own.contains(SharingPicture.site.rawValue) { return (SharingPicture.site.rawValue, nil) }
    let picture = drawn[SharePicturePainter.path(of: address)] ?? drawn[SharePicturePainter.path(of: nil)]
    return picture.map { ($0.path, $0.description) }
  }
}
