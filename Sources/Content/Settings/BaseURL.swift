import Diagnostics

/// The site's own address, `base-url:`.
enum BaseURL {
  /// `http` or `https`, a host, and optionally a path; a trailing slash is added. No query, fragment or user
  /// name.
  static func read(_ text: String) -> ReadValue {
    let suggestion = Suggestion(
      "write the whole address of the home page, such as https://example.org/briefing/")
    guard let scheme = ["https://", "http://"].first(where: { text.lowercased().hasPrefix($0) }) else {
      return .invalid(
        message: "“\(text.excerpt)” does not start with https:// or http://",
        suggestion: suggestion)
    }
    let rest = text.dropFirst(scheme.count)
    let host = rest.prefix { $0 != "/" }
    if !isHost(host) {
      return .invalid(message: "“\(text.excerpt)” has no host name", suggestion: suggestion)
    }
    if rest.contains("?") || rest.contains("#") {
      return .invalid(message: "a base URL has no “?” and no “#”", suggestion: suggestion)
    }
    let odd = rest.unicodeScalars.first {
      $0.value <= 0x20 || $0.value == 0x7F || "\"<>\\^`{|}".unicodeScalars.contains($0)
    }
    if odd != nil || rest.dropFirst(host.count).split(separator: "/").contains("..") {
      return .invalid(
        message: "“\(text.excerpt)” is not a valid address", suggestion: suggestion)
    }
    return .value(scheme + host.lowercased() + rest.dropFirst(host.count) + (rest.last == "/" ? "" : "/"))
  }

  /// Letters, digits, full stops and hyphens, optionally with a port; or an IPv6 address in brackets.
  private static func isHost(_ host: Substring) -> Bool {
    guard let first = host.first, first == "[" || first.isLetter || first.isNumber else { return false }
    return host.allSatisfy { $0.isLetter || $0.isNumber || ".-:[]_".contains($0) }
  }
}
