import Diagnostics
import Site
import Text

/// What a publication changed, or would change.
package struct PublicationReport: Sendable, Hashable {
  /// Paths below the site's root of files that the target did not have, sorted by bytes like the other lists.
  package let added: [String]
  /// Paths of files that the target had with different bytes.
  package let changed: [String]
  /// Paths of files that were published earlier and are no longer part of the site.
  package let removed: [String]
  /// The paths among `changed` and `removed` of files that Standpoint did not publish, with `--take-over`.
  package let foreign: Set<String>
  /// The number of files in the site.
  package let total: Int
  /// The full hash of the new commit; nil for targets without commits, and if nothing was committed.
  package var commit: String?
  /// Content and template files that changed after the build, so that the site does not include the changes; paths as shown in
  /// messages, sorted.
  package var newer: [String] = []

  /// Published addresses that would lead to something else, or to nothing. With any, nothing was published.
  package var broken = DiagnosticList(entries: [])

  /// - Parameter isForeign: whether a file of the target was put there by others.
  init(
    added: [String], changed: [String], removed: [String], total: Int,
    isForeign: (String) -> Bool = { _ in false }
  ) {
    func sorted(_ paths: [String]) -> [String] {
      paths.sortedByBytes()
    }
    self.added = sorted(added)
    self.changed = sorted(changed)
    self.removed = sorted(removed)
    self.total = total
    foreign = Set((changed + removed).filter(isForeign))
  }

  /// The target already has the same site.
  package var isEmpty: Bool { added.isEmpty && changed.isEmpty && removed.isEmpty }

  /// Paths of pages that were published earlier and no longer exist; a page that has a redirect still exists.
  /// So does one of cards, whose address leads on to the cells.
  package var gonePages: [String] {
    removed.filter {
      $0.utf8.suffix(5).elementsEqual(".html".utf8) && !foreign.contains($0) && !FormerCardPages.isPath($0)
    }
  }
}
