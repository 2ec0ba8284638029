/// What has changed on disk since it was last asked for.
package struct FileChanges: Sendable, Hashable {
  /// Absolute paths of what was written, has appeared, or has gone.
  package var paths: Set<String> = []
  /// More may have changed than `paths` tells, so that every file has to be looked at.
  package var isVague = false

  /// Nothing has changed.
  package var isEmpty: Bool { paths.isEmpty && !isVague }

  package init() {}

  /// Both together.
  package mutating func add(_ other: FileChanges) {
    paths.formUnion(other.paths)
    isVague = isVague || other.isVague
  }
}
