import Editions
import FileSystem
import Workspace

/// The files that git takes for renamed between two states, by the old path below the content folder.
package enum RenamedReports {
  /// - Parameters:
  ///   - commit: the earlier state.
  ///   - later: the later one; nil: the working tree, with files that git does not know yet.
  package static func find(
    from commit: String, to later: String?, in folders: SiteFolders
  ) async throws(EnvironmentError) -> [String: String] {
    try await TemporaryDirectory.with { scratch throws(EnvironmentError) in
      let repository = try await GitRepository.holding(folders.root, scratch: scratch, keepsObjects: false)
      let places = try await RepositoryPlaces(folders, in: repository)
      let tree: String
      if let later { tree = later } else { tree = try await workingTree(repository, folders) }
      let output = try await repository.run([
        "diff-tree", "-r", "-z", "--find-renames", "--diff-filter=R", "--name-status", commit, tree,
      ])
      let fields = output.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
      let start = places.content.isEmpty ? "" : places.content + "/"
      var renames: [String: String] = [:]
      for index in stride(from: 0, to: fields.count - 2, by: 3) {
        let (old, new) = (fields[index + 1], fields[index + 2])
        guard old.hasPrefix(start), new.hasPrefix(start) else { continue }
        renames[String(old.dropFirst(start.count))] = String(new.dropFirst(start.count))
      }
      return renames
    }
  }

  /// The working tree's content as a tree of git, whose objects and index are in the scratch folder of `repository`.
  private static func workingTree(
    _ repository: GitRepository, _ folders: SiteFolders
  ) async throws(EnvironmentError) -> String {
    _ = try await repository.run(["read-tree", "HEAD"])
    _ = try await repository.run(["add", "--all", "--", folders.content.text])
    return try await repository.line(["write-tree"])
  }
}
