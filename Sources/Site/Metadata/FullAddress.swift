import Content

extension SiteSettings {
  /// The whole address of a place below the site's root, such as `issues/tolls/`, in ASCII (RFC 3986); nil without a
  /// base URL. Feeds, sitemap and pages say it in the same characters, as readers compare identifiers by them.
  func fullAddress(_ path: String) -> String? {
    guard let baseURL else { return nil }
    var address: [UInt8] = []
    address.reserveCapacity(baseURL.utf8.count + path.utf8.count)
    if baseURL.utf8.allSatisfy({ $0 < 0x80 }) {
      address.raw(baseURL)
    } else {
      for scalar in baseURL.unicodeScalars {
        if scalar.isASCII { address.raw(String(scalar)) } else { address.percentEncoded(String(scalar)) }
      }
    }
    address.percentEncoded(path)
    return String(decoding: address, as: UTF8.self)
  }

  /// The whole address of a page, given without slashes around it; empty: the home page.
  func fullAddress(ofPage address: String) -> String? {
    fullAddress(address.isEmpty ? "" : addresses.way(to: address))
  }
}
