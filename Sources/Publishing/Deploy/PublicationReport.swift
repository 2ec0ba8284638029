/// What a publication changed, or would change.
package struct PublicationReport: Sendable, Hashable {
  /// Paths below the site's root that the target did not have, sorted by their bytes; so are the others.
  package let added: [String]
  /// Paths of files that the target had with other bytes.
  package let changed: [String]
  /// Paths of files that an earlier publication put there and that are no part of the site any more.
  package let removed: [String]
  /// How many files the site has.
  package let total: Int
  /// The commit that holds the site, in full; nil for targets without commits, and where nothing was committed.
  package var commit: String?
  /// Files of the content and the templates that were written after the site was built, so that it does not have them; as
  /// messages call them, sorted.
  package var newer: [String] = []

  init(added: [String], changed: [String], removed: [String], total: Int) {
    func sorted(_ paths: [String]) -> [String] {
      paths.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }
    self.added = sorted(added)
    self.changed = sorted(changed)
    self.removed = sorted(removed)
    self.total = total
  }

  /// The target holds the site already.
  package var isEmpty: Bool { added.isEmpty && changed.isEmpty && removed.isEmpty }

  /// Pages that were published before and have gone; a page whose address redirects is there still.
  package var gonePages: [String] { removed.filter { $0.utf8.suffix(5).elementsEqual(".html".utf8) } }
}
