/// The path of a page’s file on a published site, such as `issues/fish/index.html` or `issues/fish.html`.
package struct PublishedPath: Sendable {
  /// `["issues", "fish"]`.
  private let parts: [String]

  package init(_ path: String) {
    var parts = path.split(separator: "/").map(String.init)
    if parts.last == "index.html" { parts.removeLast() }
    if let last = parts.last, last.hasSuffix(".html") { parts[parts.count - 1] = String(last.dropLast(5)) }
    self.parts = parts
  }

  /// Whether the page is one that an author answers for: a page of a report, an issue, a party, an edition or a source, or an
  /// authored page. The others list what there is, so they come and go by themselves.
  package var isAuthored: Bool {
    guard let folder = parts.first, folder != FramedPage.folder else { return false }
    let subjects = [
      ReportListPage.address, IssueListPage.address, PartyListPage.address, EditionListPage.address,
      SourceListPage.address,
    ]
    guard subjects.contains(folder) else {
      return !PageRegistry.definitions.contains { $0.address == folder }
    }
    guard parts.count == 2 else { return false }
    // Pages of lists: a year of reports, and further pages of sources.
    let name = parts[1].hasPrefix("page-") ? parts[1].dropFirst(5) : parts[1][...]
    return !name.allSatisfy(\.isNumber)
  }

  /// Whether the page is that of an issue or a party.
  package var isSubject: Bool { parts.first == IssueListPage.address || parts.first == PartyListPage.address }
}
