import FileSystem

/// The files of a commit that a site's record depends on.
struct CommittedFiles: Sendable {
  private struct File {
    let path: String
    let object: String
    /// In bytes.
    let size: Int
  }

  /// The bytes that one call of git gives.
  private static let batch = 40_000_000
  /// The ends of names of files whose text counts. Of others, such as pictures, it matters only that they are there.
  private static let readEndings = [".md", ".yml", ".yaml", ".json", ".csv", ".tsv", ".txt"]

  private let files: [File]
  private let repository: GitRepository

  var isEmpty: Bool { files.isEmpty }

  init(
    _ commit: String, below places: RepositoryPlaces, in repository: GitRepository
  ) async throws(EnvironmentError) {
    self.repository = repository
    let listing = try await repository.run(["ls-tree", "-r", "-z", "-l", "--full-tree", commit])
    files = listing.split(separator: 0).compactMap(Self.file).filter { places.isNeeded($0.path) }
  }

  /// A line of git's listing: mode, kind, object, size, a tab and the path. Nil for symbolic links and submodules, and for
  /// names that are not UTF-8.
  private static func file(_ line: ArraySlice<UInt8>) -> File? {
    guard let tab = line.firstIndex(of: UInt8(ascii: "\t")),
      let path = String(validating: line[line.index(after: tab)...], as: UTF8.self)
    else { return nil }
    let fields = String(decoding: line[..<tab], as: UTF8.self).split(separator: " ")
    guard fields.count == 4, fields[0].hasPrefix("100"), let size = Int(fields[3]) else { return nil }
    return File(path: path, object: String(fields[2]), size: size)
  }

  /// Writes the files below `folder`; those whose text does not count are empty.
  func write(to folder: DiskPath) async throws(EnvironmentError) {
    var waiting: [File] = []
    var size = 0
    var made: Set<String> = []
    for file in files {
      let path = folder.appending(file.path)
      if made.insert(path.parent.text).inserted { try FileWriter.makeFolders(path.parent) }
      let isRead = Self.readEndings.contains { file.path.lowercased().hasSuffix($0) }
      guard isRead, file.size > 0, file.size <= FileReader.sourceLimit else {
        _ = try FileWriter.writeNew([], to: path)
        continue
      }
      waiting.append(file)
      size += file.size
      if size > Self.batch {
        try await write(waiting, to: folder)
        (waiting, size) = ([], 0)
      }
    }
    try await write(waiting, to: folder)
  }

  private func write(_ files: [File], to folder: DiskPath) async throws(EnvironmentError) {
    if files.isEmpty { return }
    let names = files.map { $0.object + "\n" }.joined()
    let output = try await repository.run(["cat-file", "--batch"], input: Array(names.utf8))
    var rest = output[...]
    for file in files {
      // Each object: a line with its name, kind and size, its bytes, and a line end.
      guard let end = rest.firstIndex(of: UInt8(ascii: "\n")),
        rest.count > end - rest.startIndex + file.size + 1
      else { throw EnvironmentError("git cat-file did not return “\(file.path)”") }
      let start = end + 1
      _ = try FileWriter.writeNew(Array(rest[start..<start + file.size]), to: folder.appending(file.path))
      rest = rest[(start + file.size + 1)...]
    }
  }
}
