import Diagnostics

/// The site's own address, given by `base-url:` or `--base-url`: `http` or `https`, a host, and optionally a path.
package struct BaseURL: Sendable, Hashable {
  /// The whole address, scheme and host in lower case, with a trailing slash.
  package let text: String
  /// The path, as written, with a leading and a trailing slash: `/` or, for example, `/briefing/`.
  package let path: String

  /// Parses `text`, and adds a trailing slash.
  ///
  /// - Throws: if `text` is not such an address, or has a query, a fragment or a user name.
  package init(_ text: String) throws(InvalidValue) {
    func invalid(_ message: String) -> InvalidValue {
      InvalidValue(message: message, suggestion: Self.suggestion)
    }
    guard let scheme = ["https://", "http://"].first(where: { text.lowercased().hasPrefix($0) }) else {
      throw invalid("“\(text.excerpt)” does not start with https:// or http://")
    }
    let rest = text.dropFirst(scheme.count)
    let host = rest.prefix { $0 != "/" }
    let path = rest.dropFirst(host.count)
    if !Self.isHost(host) { throw invalid("“\(text.excerpt)” has no host name") }
    if rest.contains("?") || rest.contains("#") { throw invalid("a base URL cannot contain “?” or “#”") }
    if rest.unicodeScalars.contains(where: Self.isOdd) || path.split(separator: "/").contains("..") {
      throw invalid("“\(text.excerpt)” is not a valid address")
    }
    self.path = path.last == "/" ? String(path) : path + "/"
    self.text = scheme + host.lowercased() + self.path
  }

  private static let suggestion = Suggestion(
    "write the whole address of the home page, such as https://example.org/briefing/")

  /// Letters, digits, full stops and hyphens, optionally with a port; or an IPv6 address in brackets.
  private static func isHost(_ host: Substring) -> Bool {
    guard let first = host.first, first == "[" || first.isLetter || first.isNumber else { return false }
    return host.allSatisfy { $0.isLetter || $0.isNumber || ".-:[]_".contains($0) }
  }

  /// Spaces, control characters, and characters that a URL must escape.
  private static func isOdd(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value <= 0x20 || scalar.value == 0x7F || "\"<>\\^`{|}".unicodeScalars.contains(scalar)
  }
}
