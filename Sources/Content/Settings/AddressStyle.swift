/// How the addresses of pages end, and therefore where their files are: `addresses:` in site.yml.
///
/// Everywhere in the code, an address has no leading and trailing slashes and no ending, such as
/// `reports/march`; it is empty for the home page.
package enum AddressStyle: String, Sendable, Hashable, CaseIterable {
  /// `reports/march/`, which is `reports/march/index.html`.
  case pretty
  /// `reports/march.html`: the site can be read without a server.
  case plain

  /// An authored path of a page without leading, trailing and repeated slashes, and without `index.html` at its end.
  package static func bare(_ path: some StringProtocol) -> String {
    var parts = path.split(separator: "/")
    if parts.last == "index.html" { parts.removeLast() }
    return parts.joined(separator: "/")
  }

  /// The ending of the address of any page except the home page.
  package var ending: String { self == .pretty ? "/" : ".html" }

  /// The path from the site's root to the page at `address`; in the pretty style, empty for the home page.
  package func way(to address: String) -> String {
    if !address.isEmpty { return address + ending }
    return self == .pretty ? "" : "index.html"
  }

  /// The path of the page's file below the output folder.
  package func file(of address: String) -> String {
    if address.isEmpty { return "index.html" }
    return address + (self == .pretty ? "/index.html" : ".html")
  }

  /// The path from the page at `address` to the site's root: `../../` for `reports/march` if that is a
  /// folder.
  package func root(from address: String) -> String {
    if address.isEmpty { return "" }
    let slashes = address.utf8.count { $0 == UInt8(ascii: "/") }
    return String(repeating: "../", count: self == .pretty ? slashes + 1 : slashes)
  }

  /// The address of the page whose file is at `path`; nil: the file does not belong to a page.
  package func address(ofFile path: String) -> String? {
    if path == "index.html" { return "" }
    let suffix = self == .pretty ? "/index.html" : ".html"
    return path.hasSuffix(suffix) ? String(path.dropLast(suffix.count)) : nil
  }
}
