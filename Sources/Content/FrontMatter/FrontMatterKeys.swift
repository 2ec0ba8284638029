import Diagnostics

/// The keys that the front matter of each kind of file may have.
enum FrontMatterKeys {
  static let report = [
    "title", "date", "updated", "expires", "draft", "summary", "authors", "tags", "slug", "weight",
    "core-issues",
    "affects", "redirects", "automatic-links", "review-after", "reviewed",
  ]
  static let issue = [
    "title", "aliases", "proposition", "group", "broader", "related", "summary", "slug", "redirects", "draft",
    "review-after",
  ]
  static let party = [
    "title", "aliases", "kind", "short", "acts-for", "member-of", "from", "to", "summary", "slug",
    "redirects",
    "draft",
  ]
  static let page = [
    "title", "summary", "slug", "draft", "expires", "date", "redirects", "weight", "automatic-links",
  ]

  static func of(_ role: InputFile.Role) -> [String] {
    switch role {
    case .report: report
    case .issue: issue
    case .party: party
    case .page, .home, .settings: page
    }
  }

  /// A suggestion for a key that other kinds of file have; nil for other keys.
  static func hint(_ key: String, role: InputFile.Role) -> Suggestion? {
    if key == "aliases" {
      return Suggestion("for old addresses of this page write “redirects”", replacement: "redirects")
    }
    let owners = [(issue, "issue files"), (party, "party files"), (report, "reports"), (page, "pages")]
      .filter { $0.0.contains(key) }.map(\.1)
    return owners.isEmpty ? nil : Suggestion("this is a key of \(owners.joined(separator: " and "))")
  }
}
