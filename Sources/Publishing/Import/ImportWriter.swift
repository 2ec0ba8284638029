import Content
import Diagnostics
import FileSystem
import Importing
import Text

/// Writes a report and its pictures.
struct ImportWriter {
  let request: ImportRequest
  let scratch: DiskPath

  /// Writes the pictures and then the report; in a site, all of them in one change.
  func write(_ report: ImportedReport, source: SourceText?) throws(EnvironmentError) -> ImportOutcome {
    guard let path = path(of: report) else {
      return ImportOutcome(report: report, path: nil, pictures: [], source: source)
    }
    if !request.replaces, try FileStatus.of(path, followingLinks: false) != nil {
      throw Self.exists(path)
    }
    let stem = path.name.hasSuffix(".md") ? String(path.name.dropLast(3)) : path.name
    let folder = Slug.of(stem) + "-pictures"
    var files = try pictures(of: report, beside: path, folder: folder)
    let pictures = files.map(\.path)
    let text = Self.replacing(BriefingImport.pictureFolder, by: folder, in: report.text)
    files.append((path, Array(text.utf8)))
    try write(files)
    return ImportOutcome(report: report, path: path, pictures: pictures, source: source)
  }

  private func path(of report: ImportedReport) -> DiskPath? {
    switch request.target {
    case .reports(let content): content.appending("reports/\(report.slug).md")
    case .file(let path): path
    case .none: nil
    }
  }

  private func pictures(
    of report: ImportedReport, beside path: DiskPath, folder: String
  ) throws(EnvironmentError) -> [(path: DiskPath, bytes: [UInt8])] {
    let finder = PictureFinder(request: request, scratch: scratch)
    var found: [(path: DiskPath, bytes: [UInt8])] = []
    for address in report.images {
      guard let source = finder.source(of: address) else { continue }
      let relative = finder.inner(address).map { folder + "/" + $0 } ?? PercentEncoding.decoded(address)
      let target = path.parent.appending(relative)
      if target.resolved == source.resolved || found.contains(where: { $0.path == target }) { continue }
      found.append((target, try FileReader.readAll(source)))
    }
    return found
  }

  private func write(_ files: [(path: DiskPath, bytes: [UInt8])]) throws(EnvironmentError) {
    guard let site = request.site else {
      for file in files { try put(file.bytes, to: file.path) }
      return
    }
    var change = SiteChange(by: "standpoint import", in: site, content: request.content)
    for file in files {
      if request.replaces {
        try change.write(file.path, file.bytes)
      } else if try FileStatus.of(file.path, followingLinks: false) == nil {
        change.create(file.path, file.bytes)
      } else {
        throw Self.exists(file.path)
      }
    }
    try change.perform()
  }

  /// Writes a file and creates its parent folders.
  private func put(_ bytes: [UInt8], to path: DiskPath) throws(EnvironmentError) {
    try FileWriter.makeFolders(path.parent)
    if request.replaces { return try FileWriter.write(bytes, to: path) }
    guard try FileWriter.writeNew(bytes, to: path) else { throw Self.exists(path) }
  }

  /// The error for a file that already exists.
  static func exists(_ path: DiskPath) -> EnvironmentError {
    EnvironmentError(
      "“\(path.shown)” already exists",
      advice: "choose another name with --output, or add --force to replace it")
  }

  private static func replacing(_ part: String, by other: String, in text: String) -> String {
    var result = ""
    var rest = text[...]
    while let start = rest.firstRange(of: part) {
      result += rest[..<start.lowerBound] + other
      rest = rest[start.upperBound...]
    }
    return result + rest
  }
}
