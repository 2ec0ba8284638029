import FileSystem
import Text

/// Finds the pictures of a document that can be copied beside its report.
struct PictureFinder: Sendable {
  private static let endings: Set<String> = [
    "png", "jpg", "jpeg", "gif", "svg", "webp", "avif", "bmp", "tif", "tiff", "emf", "wmf",
  ]

  let request: ImportRequest
  let scratch: DiskPath

  /// Whether the address refers to a file and the report is written to disk.
  func has(_ address: String) -> Bool { source(of: address) != nil && request.target != .none }

  /// The file of a picture: extracted from the document, or in the document's folder or below it.
  func source(of address: String) -> DiskPath? {
    if let inner = inner(address) {
      return Self.file(inner, in: scratch.appending(BriefingImport.pictureFolder))
    }
    guard request.file != "-" else { return nil }
    return Self.file(PercentEncoding.decoded(address), in: DiskPath(request.file).resolved.parent)
  }

  /// The path of an extracted picture below its folder; nil for other addresses.
  func inner(_ address: String) -> String? {
    let prefix = BriefingImport.pictureFolder + "/"
    return address.hasPrefix(prefix) ? String(address.dropFirst(prefix.count)) : nil
  }

  /// Only picture files, and only inside the folder after symbolic links are resolved.
  private static func file(_ relative: String, in folder: DiskPath) -> DiskPath? {
    let parts = relative.split(separator: "/", omittingEmptySubsequences: false)
    guard !relative.utf8.contains(0),
      !parts.contains(where: { $0.isEmpty || $0 == ".." || $0.hasPrefix(".") }),
      let ending = parts.last?.split(separator: ".").last?.lowercased(), endings.contains(ending)
    else { return nil }
    let path = folder.appending(relative)
    guard path.resolved.isBelow(folder.resolved),
      let status = try? FileStatus.of(path, followingLinks: true), status.kind == .regular
    else { return nil }
    return path
  }
}
