/// File changes since the last query.
package struct FileChanges: Sendable, Hashable {
  /// Absolute paths of files and folders that were changed, created or removed.
  package var paths: Set<String> = []
  /// Whether more than `paths` may have changed, so that every file must be checked.
  package var isVague = false

  /// Whether nothing has changed.
  package var isEmpty: Bool { paths.isEmpty && !isVague }

  package init() {}

  /// Adds the changes of `other`.
  package mutating func add(_ other: FileChanges) {
    paths.formUnion(other.paths)
    isVague = isVague || other.isVague
  }
}
