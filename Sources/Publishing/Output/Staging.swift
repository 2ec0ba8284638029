import FileSystem

/// The new site while it is written, beside the old one. Several threads use it, each for files of its own.
struct Staging: Sendable {
  /// What happened to one file.
  enum Outcome: Sendable, Hashable {
    /// It is in the staging folder.
    case written
    /// The old site has the same bytes; nothing was done yet.
    case unchanged
  }

  private let new: OpenFolder
  /// The output folder; nil if there is no old site.
  private let old: OpenFolder?

  /// Creates an empty staging folder for `output`.
  init(_ output: OutputFolder, hasOld: Bool) throws(EnvironmentError) {
    try FileWriter.makeNewFolder(output.staging)
    new = try OpenFolder(output.staging)
    old = hasOld ? try OpenFolder(output.path) : nil
    if let old { new.copyPermissions(of: old) }
  }

  /// To be called once, at the end.
  func close() {
    new.close()
    old?.close()
  }

  /// Writes a page, unless the old site has the same.
  func place(_ path: String, _ bytes: [UInt8]) throws(EnvironmentError) -> Outcome {
    if let old, old.holds(bytes, at: path) { return .unchanged }
    try new.write(bytes, to: path)
    return .written
  }

  /// Copies an author's file, unless the old site has the same.
  func place(_ asset: Asset) throws(EnvironmentError) -> Outcome {
    let source = try OpenFile(asset.source)
    if let old {
      if old.holds(source, at: asset.path) { return .unchanged }
      try source.rewind()
    }
    try new.copy(source, to: asset.path)
    return .written
  }

  /// Takes over an unchanged file of the old site.
  func keep(_ path: String) throws(EnvironmentError) {
    if let old { try new.link(path, from: old) }
  }
}
