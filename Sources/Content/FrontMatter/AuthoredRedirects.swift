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
        message: "“\(shown)” is not an address on this site",
        suggestion: Suggestion("write the old path, starting at the site’s root, such as /old/march-plan/"))
    }
    let parts = address.split(separator: "/")
    let isOutside = parts.contains("..") || parts.contains(".") || parts.isEmpty
    let hasOddCharacter = address.unicodeScalars.contains {
      $0.value < 0x20 || "?#\\\u{7F}".unicodeScalars.contains($0)
    }
    if isOutside || hasOddCharacter {
      return RedirectProblem(
        message: "“\(shown)” cannot be the path of a page",
        suggestion: Suggestion("write only the path, without “..”, “?” or “#”"))
    }
    return nil
  }
}

/// The old addresses of a page, from `redirects:`.
package struct AuthoredRedirects: Sendable, Hashable {
  /// Old addresses of the page as a whole, as written.
  package var pages: [AuthoredName] = []
  /// Old addresses of single cells of a report.
  package var cells: [AuthoredCellRedirect] = []

  /// Those of `pages`, without leading and trailing slashes and without ending.
  package var oldAddresses: [String] { pages.map { FieldReader.address(of: $0.text) } }
}

/// The old address of a single cell, such as `/old/plan/#fish--north: fish--north`.
package struct AuthoredCellRedirect: Sendable, Hashable {
  /// The old address of the page, without leading and trailing slashes and without ending.
  package let page: String
  /// The old anchor, without `#`.
  package let old: String
  /// The anchor of the cell in the report now, without `#`.
  package let anchor: String
  /// The place of the entry in the file.
  package let range: Range<Int>
}

extension FieldReader {
  /// Old addresses, without invalid ones.
  mutating func redirects(_ entry: YAMLEntry) -> AuthoredRedirects {
    var redirects = AuthoredRedirects()
    guard case .list(let values) = entry.value.content else {
      redirects.pages = pages(entry)
      return redirects
    }
    for value in values {
      if case .map(let cells) = value.content {
        redirects.cells += cells.compactMap { cellRedirect($0) }
      } else {
        redirects.pages += pages(YAMLEntry(key: entry.key, keyRange: entry.keyRange, value: value))
      }
    }
    return redirects
  }

  private mutating func pages(_ entry: YAMLEntry) -> [AuthoredName] { valid(names(entry)) }

  /// The old addresses that can be one; reports the others.
  mutating func valid(_ addresses: [AuthoredName]) -> [AuthoredName] {
    addresses.filter { redirect in
      guard let problem = RedirectProblem.of(redirect.text) else { return true }
      report(.invalidValue, redirect.range, problem.message, suggestion: problem.suggestion)
      return false
    }
  }

  private mutating func cellRedirect(_ entry: YAMLEntry) -> AuthoredCellRedirect? {
    let parts = entry.key.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let problem = RedirectProblem.of(parts.first.map(String.init) ?? "")
    guard parts.count == 2, !parts[1].isEmpty, problem == nil else {
      report(
        .invalidValue, entry.keyRange,
        problem?.message ?? "“\(entry.key.excerpt)” is not the address of a cell",
        suggestion: Suggestion(
          "write the old address and the anchor of the cell: - /old/plan/#fish--north: fish--north"))
      return nil
    }
    guard let anchor = name(entry) else { return nil }
    return AuthoredCellRedirect(
      page: Self.address(of: String(parts[0])), old: String(parts[1]),
      anchor: String(anchor.text.drop { $0 == "#" }), range: anchor.range)
  }
}
