import Content
import Editions
import Graph
import Text

extension SiteSettings {
  /// The URL of a path below the site’s root, such as `issues/tolls/`, in ASCII (RFC 3986); nil without a base URL. Feeds,
  /// sitemap and pages write it identically, because readers compare identifiers byte by byte.
  func fullAddress(_ path: String) -> String? {
    guard let baseURL = baseURL?.text else { return nil }
    var address: [UInt8] = []
    address.reserveCapacity(baseURL.utf8.count + path.utf8.count)
    for byte in baseURL.utf8 {
      if byte < 0x80 { address.append(byte) } else { PercentEncoding.appendEscape(of: byte, to: &address) }
    }
    PercentEncoding.append(path, to: &address)
    return String(decoding: address, as: UTF8.self)
  }

  /// The URL of the page at `address`, without leading and trailing slashes; empty for the home page.
  package func fullAddress(ofPage address: String) -> String? {
    fullAddress(address.isEmpty ? "" : addresses.way(to: address))
  }
}

extension SiteSettings {
  /// The URL of a position's cell in an edition; nil without a base URL.
  package func fullAddress(of position: FrozenPosition) -> String? {
    fullAddress(ofPage: "reports/" + position.report).map { $0 + "#" + position.anchor }
  }
}

extension IssueGraph {
  /// The address of a position’s cell below the site’s root: `reports/march-plan/#sanctions--russia`.
  package func cellAddress(of id: ID<Position>) -> String {
    // Written for every position in several exports.
    let anchor = anchor(of: id)
    var address = reports[positions[id.index].report.index].address
    address.reserveCapacity(address.utf8.count + anchor.utf8.count + 2)
    address += settings.addresses.ending
    address += "#"
    address += anchor
    return address
  }

  /// The address of a position’s cell as editions and `withdrawn:` write it, whatever the style of addresses.
  func recordedAddress(of id: ID<Position>) -> String {
    reports[positions[id.index].report.index].address + "/#" + anchor(of: id)
  }

  /// The address of an option’s row below the site’s root.
  func rowAddress(of option: Option) -> String {
    reports[option.report.index].address + settings.addresses.ending + "#" + option.anchor
  }

  /// The link from the site’s root to the page at `address`, which must not be the home page.
  func way(to address: String) -> String { address + settings.addresses.ending }
}
