import FileSystem

/// Stores the files of a built site in a git repository, byte for byte: no filters or line-ending conversions apply.
struct TreeMaker: Sendable {
  /// Prevents GitHub Pages from leaving out files whose names start with an underscore.
  static let jekyllSwitch = ".nojekyll"

  private let repository: GitRepository

  init(_ repository: GitRepository) {
    self.repository = repository
  }

  /// Creates a tree with all files of `site` and `.nojekyll`, and returns its hash.
  func tree(of site: BuiltSite) async throws(EnvironmentError) -> String {
    let plain = site.paths.filter { !$0.utf8.contains(UInt8(ascii: "\n")) }
    let list = plain.map { site.path(of: $0).text + "\n" }.joined()
    let output = try await repository.run(
      ["hash-object", "-w", "--no-filters", "--stdin-paths"], input: Array(list.utf8))
    let hashes = output.split(separator: UInt8(ascii: "\n")).map { String(decoding: $0, as: UTF8.self) }
    guard hashes.count == plain.count else {
      throw EnvironmentError("git stored \(hashes.count) of \(plain.count) files")
    }
    var entries = Array(zip(plain, hashes))
    for path in site.paths where path.utf8.contains(UInt8(ascii: "\n")) {
      let hash = try await repository.line([
        "hash-object", "-w", "--no-filters", "--", site.path(of: path).text,
      ])
      entries.append((path, hash))
    }
    if !site.paths.contains(Self.jekyllSwitch) {
      entries.append((Self.jekyllSwitch, try await repository.line(["hash-object", "-w", "--stdin"])))
    }
    let index = entries.map { "100644 \($0.1)\t\($0.0)\0" }.joined()
    _ = try await repository.run(["update-index", "-z", "--index-info"], input: Array(index.utf8))
    return try await repository.line(["write-tree"])
  }
}
