import Diagnostics

/// A problem with an old address in `redirects:`.
struct RedirectProblem {
  let message: String
  let suggestion: Suggestion?

  /// nil for a valid path of this site: it starts with `/` and has no `.` or `..` parts, query, fragment or
  /// backslash.
  static func of(_ address: String) -> RedirectProblem? {
    let shown = address.excerpt
    if !address.hasPrefix("/") || address.hasPrefix("//") {
      return RedirectProblem(
        message: "“\(shown)” is not an address of this site",
        suggestion: Suggestion("write the old path, starting at the site's root, such as /old/march-plan/"))
    }
    let parts = address.split(separator: "/")
    let isOutside = parts.contains("..") || parts.contains(".") || parts.isEmpty
    let hasOddCharacter = address.unicodeScalars.contains {
      $0.value < 0x20 || "?#\\\u{7F}".unicodeScalars.contains($0)
    }
    if isOutside || hasOddCharacter {
      return RedirectProblem(
        message: "“\(shown)” cannot be the path of a page",
        suggestion: Suggestion("write only the path, without “..”, “?” and “#”"))
    }
    return nil
  }
}
