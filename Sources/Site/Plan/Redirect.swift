import Content
import Graph
import Text

/// An old address of a page, and its current one.
package struct Redirect: Sendable, Hashable {
  /// Below the site's root, without leading and trailing slashes and without `index.html`; percent-decoded.
  package let old: String
  /// The path from the site's root to the page; empty: the home page of a site with pretty addresses.
  package let new: String
  /// The page's title.
  let title: String

  /// The path of the file at the old address: `old/plan/index.html`, or `old/plan.html` if that is the address.
  package var file: String {
    old.hasSuffix(".html") || old.hasSuffix(".htm") ? old : old + "/index.html"
  }

  /// The page at the old address, which redirects readers. A script carries the part after `#` along, which a refresh would lose.
  ///
  /// - Parameter script: the path of the script below the site's root.
  func page(_ settings: SiteSettings, script: String) -> [UInt8] {
    let root = String(repeating: "../", count: file.utf8.count { $0 == UInt8(ascii: "/") })
    var address: [UInt8] = []
    address.percentEncoded(new.isEmpty ? (root.isEmpty ? "./" : root) : root + new)
    var output: [UInt8] = []
    output.raw("<!doctype html>\n<html lang=\"")
    output.escaped(settings.language)
    output.raw("\">\n<head>\n<meta charset=\"utf-8\">\n<title>")
    output.escaped(title)
    output.raw("</title>\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
    output.raw("<meta name=\"robots\" content=\"noindex\">\n")
    if let whole = settings.fullAddress(new) {
      output.raw("<link rel=\"canonical\" href=\"")
      output.escaped(whole)
      output.raw("\">\n")
    }
    output.raw("<script src=\"")
    output.percentEncoded(root + script)
    output.raw("\" data-to=\"")
    output.append(contentsOf: address)
    output.raw("\"></script>\n<noscript><meta http-equiv=\"refresh\" content=\"0; url=")
    output.append(contentsOf: address)
    output.raw("\"></noscript>\n</head>\n<body>\n<p><a href=\"")
    output.append(contentsOf: address)
    output.raw("\">")
    output.escaped(title)
    output.raw("</a></p>\n</body>\n</html>\n")
    return output
  }
}

extension IssueGraph {
  /// The redirects in `redirects:` of the site's files, in the order of their pages.
  var redirects: [Redirect] {
    var redirects: [Redirect] = []
    func add(_ header: FileHeader?, _ address: String) {
      guard let header else { return }
      for redirect in header.matter.redirects {
        redirects.append(
          Redirect(
            old: Self.oldAddress(redirect.text), new: settings.addresses.pathFromRoot(to: address),
            title: header.title))
      }
    }
    for report in reports { add(report.report.header, report.address) }
    for page in pages { add(page.page.header, page.address) }
    add(home?.page.header, "")
    for issue in issues { add(issue.file?.header, issue.address) }
    for party in parties { add(party.file?.header, party.address) }
    return redirects
  }

  /// An authored address without leading and trailing slashes. It stays encoded where the decoded text would
  /// not be a path.
  private static func oldAddress(_ text: String) -> String {
    let decoded = PercentEncoding.strictlyDecoded(text) ?? text
    let isPath =
      decoded.split(separator: "/").count == text.split(separator: "/").count
      && !decoded.split(separator: "/").contains { $0 == "." || $0 == ".." }
      && !decoded.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x7F }
    var parts = (isPath ? decoded : text).split(separator: "/")
    if parts.last == "index.html" { parts.removeLast() }
    return parts.joined(separator: "/")
  }
}

extension AddressStyle {
  /// The path from the site's root to a page; empty for the home page.
  fileprivate func pathFromRoot(to address: String) -> String { address.isEmpty ? "" : way(to: address) }
}
