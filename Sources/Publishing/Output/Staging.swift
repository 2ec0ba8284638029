import FileSystem
import Site

/// The new site while it is being written, beside the old one. Several threads use it, each for different files.
struct Staging: Sendable {
  /// What happened to one file.
  enum Outcome: Sendable, Hashable {
    /// It was written to the staging folder.
    case written
    /// The old site has the same bytes; nothing has been written yet.
    case unchanged
  }

  private let output: OutputFolder
  private let new: OpenFolder
  /// The output folder; nil without an old site.
  private let old: OpenFolder?

  /// Creates an empty staging folder for `output`.
  init(_ output: OutputFolder, hasOld: Bool) throws(EnvironmentError) {
    self.output = output
    try FileWriter.makeNewFolder(output.staging)
    new = try OpenFolder(output.staging)
    old = hasOld ? try OpenFolder(output.path) : nil
    if let old { new.copyPermissions(of: old) }
  }

  /// Must be called once, at the end.
  func close() {
    new.close()
    old?.close()
  }

  /// Writes a page, unless the old site has the same bytes at this path.
  func place(_ path: String, _ bytes: [UInt8]) throws(EnvironmentError) -> Outcome {
    if let old, old.holds(bytes, at: path) { return .unchanged }
    try new.write(bytes, to: path)
    return .written
  }

  /// Writes a long file, and removes it again if the old site has the same bytes at this path.
  func place(_ path: String, _ file: LongFile) throws(EnvironmentError) -> Outcome {
    try new.write(to: path, pieces: file.write)
    guard let old, old.holds(try OpenFile(output.staging.appending(path)), at: path) else { return .written }
    remove([path])
    return .unchanged
  }

  /// Copies a file of the author, unless the old site has the same bytes at this path.
  func place(_ asset: Asset) throws(EnvironmentError) -> Outcome {
    let source = try OpenFile(asset.source, within: asset.enclosure)
    if let old {
      if old.holds(source, at: asset.path) { return .unchanged }
      try source.rewind()
    }
    try new.copy(source, to: asset.path)
    return .written
  }

  /// The bytes of a file of the new site.
  ///
  /// - Parameter outcome: what happened to the file.
  func read(_ path: String, _ outcome: Outcome) throws(EnvironmentError) -> [UInt8] {
    try FileReader.readAll((outcome == .written ? output.staging : output.path).appending(path))
  }

  /// Removes files of the new site, as far as they were written.
  func remove(_ paths: [String]) {
    for path in paths { FileWriter.remove(output.staging.appending(path)) }
  }

  /// Keeps an unchanged file of the old site.
  func keep(_ path: String) throws(EnvironmentError) {
    if let old { try new.link(path, from: old) }
  }
}
