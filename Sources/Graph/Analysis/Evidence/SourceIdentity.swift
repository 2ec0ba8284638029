import Text

/// What a source is, so that it can be recognised in all reports: two links to the same address are one source.
package enum SourceIdentity: Sendable, Hashable {
  /// An address as it is compared; see `init(address:)`.
  case address(String)
  /// A footnote without a link, which only its report has.
  case note(ID<ReportEntry>, number: Int32)

  /// The identity of an address. Not compared are: the scheme (`http` or `https`), the case of the host, a default port, a
  /// trailing slash, the fragment, and parameters that only track visitors. Everything else is, `www.` included.
  package init(address: String) {
    var rest = Substring(address)
    if let scheme = ["https://", "http://"].first(where: { address.lowercased().hasPrefix($0) }) {
      rest = rest.dropFirst(scheme.count)
    }
    rest = rest.prefix { $0 != "#" }
    let query = rest.firstIndex(of: "?").map { rest[rest.index(after: $0)...] }
    rest = rest.prefix { $0 != "?" }
    var host = rest.prefix { $0 != "/" }.lowercased()
    for port in [":443", ":80"] where host.hasSuffix(port) { host.removeLast(port.count) }
    var path = rest.drop { $0 != "/" }
    while path.last == "/" { path.removeLast() }
    let parameters = (query ?? "").split(separator: "&").filter { !Self.isTracking($0) }
    self = .address(host + path + (parameters.isEmpty ? "" : "?" + parameters.joined(separator: "&")))
  }

  /// Whether a parameter tells where a visitor came from, and not what the page shows.
  private static func isTracking(_ parameter: Substring) -> Bool {
    let name = parameter.prefix { $0 != "=" }.lowercased()
    return name.hasPrefix("utm_") || trackingNames.contains(name)
  }

  private static let trackingNames: Set<String> = [
    "dclid", "fbclid", "gbraid", "gclid", "gclsrc", "igshid", "mc_cid", "mc_eid", "mkt_tok", "msclkid",
    "twclid",
    "wbraid", "yclid",
  ]
}
