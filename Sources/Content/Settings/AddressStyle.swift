/// How the addresses of pages end, and so where their files lie: `addresses:` in site.yml.
///
/// An address, wherever code holds one, is without slashes around it and without an ending, such as `reports/march`; it is
/// empty for the home page.
package enum AddressStyle: String, Sendable, Hashable, CaseIterable {
  /// `reports/march/`, which is `reports/march/index.html`.
  case pretty
  /// `reports/march.html`: the site can be read without a server.
  case plain

  /// What stands behind the address of a page that is not the home page.
  package var ending: String { self == .pretty ? "/" : ".html" }

  /// The way from the site's root to the page at `address`; in the pretty style empty for the home page.
  package func way(to address: String) -> String {
    if !address.isEmpty { return address + ending }
    return self == .pretty ? "" : "index.html"
  }

  /// The path of the page's file below the output folder.
  package func file(of address: String) -> String {
    if address.isEmpty { return "index.html" }
    return address + (self == .pretty ? "/index.html" : ".html")
  }

  /// The way from the page at `address` to the site's root: `../../` for `reports/march`, where that is a folder.
  package func root(from address: String) -> String {
    if address.isEmpty { return "" }
    let slashes = address.utf8.count { $0 == UInt8(ascii: "/") }
    return String(repeating: "../", count: self == .pretty ? slashes + 1 : slashes)
  }

  /// The address of the page whose file is at `path`; nil: it is no page's.
  package func address(ofFile path: String) -> String? {
    if path == "index.html" { return "" }
    let suffix = self == .pretty ? "/index.html" : ".html"
    return path.hasSuffix(suffix) ? String(path.dropLast(suffix.count)) : nil
  }
}
