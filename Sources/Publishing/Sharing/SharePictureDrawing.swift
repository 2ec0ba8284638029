import Diagnostics
import FileSystem
import Site
import Text

/// Draws the pictures of links with rsvg-convert, each once: they are kept by their content, in a folder outside the site.
struct SharePictureDrawing {
  /// The maximum number of pictures that are kept; the oldest are removed first.
  static let mostPictures = Limit.keptPictures.value
  private static let ending = ".png"

  private let folder: DiskPath?
  private let program: ExternalProgram

  init(_ options: BuildOptions) {
    folder = options.layoutCache?.appending("pictures")
    program = Programs.rsvg(options.pictureProgram)
  }

  /// A plan with its pictures.
  struct Result {
    let plan: SitePlan
    /// The files of the pictures.
    let pictures: [Asset]
    let diagnostics: [Diagnostic]
  }

  /// The plan with pictures; those that cannot be drawn are left out, with a diagnostic.
  func draw(_ plan: SitePlan) async -> Result {
    let wanted = plan.sharePictures
    if wanted.isEmpty { return Result(plan: plan, pictures: [], diagnostics: []) }
    do throws(EnvironmentError) {
      guard let folder else { throw EnvironmentError("HOME is not set, so the images cannot be stored") }
      try FileWriter.makeFolders(folder)
      let new = wanted.filter { !isKept(path(of: $0, in: folder)) }
      try await draw(new, in: folder)
      if !new.isEmpty {
        try dropOldest(in: folder, besides: Set(wanted.map { path(of: $0, in: folder).text }))
      }
      return Result(
        plan: plan.showing(wanted),
        pictures: wanted.map { Asset(path: $0.path, source: path(of: $0, in: folder)) }, diagnostics: [])
    } catch {
      return Result(plan: plan, pictures: [], diagnostics: [Self.note(error)])
    }
  }

  private func path(of picture: SharePicture, in folder: DiskPath) -> DiskPath {
    folder.appending("\(StableHash(picture.svg).digits)-\(picture.svg.count)" + Self.ending)
  }

  private func isKept(_ path: DiskPath) -> Bool {
    (try? FileStatus.of(path, followingLinks: false))??.kind == .regular
  }

  private func draw(_ pictures: [SharePicture], in folder: DiskPath) async throws(EnvironmentError) {
    if pictures.isEmpty { return }
    guard await program.isInstalled() else {
      throw EnvironmentError(
        "\(program.name), which \(program.purpose), is not installed",
        advice: "apt-get install \(program.package)")
    }
    // Drawing takes longer than starting the program, so one for each core is enough.
    let results = await withTaskGroup(of: EnvironmentError?.self) { group in
      for first in 0..<Self.mostPrograms {
        group.addTask {
          for index in stride(from: first, to: pictures.count, by: Self.mostPrograms) {
            do throws(EnvironmentError) { try await draw(pictures[index], in: folder) } catch { return error }
          }
          return nil
        }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    if let error = results.compactMap(\.self).first { throw error }
  }

  /// How many pictures are drawn at the same time.
  private static let mostPrograms = 4

  private func draw(_ picture: SharePicture, in folder: DiskPath) async throws(EnvironmentError) {
    let (width, height) = SharePicture.size
    let png = try await program.run(
      ["--width=\(width)", "--height=\(height)", "--format=png"], in: folder, input: picture.svg)
    guard png.starts(with: [0x89, 0x50, 0x4E, 0x47]) else {
      throw EnvironmentError("\(program.name) wrote no picture")
    }
    try FileWriter.write(png, to: path(of: picture, in: folder))
  }

  private func dropOldest(in folder: DiskPath, besides used: Set<String>) throws(EnvironmentError) {
    UnfinishedFile.removeAbandoned(in: folder)
    var others: [(modified: Int, path: DiskPath)] = []
    for entry in try FolderListing.entries(of: folder) where entry.isUTF8 && entry.name.hasSuffix(Self.ending)
    {
      let path = folder.appending(entry.name)
      guard !used.contains(path.text), let status = try FileStatus.of(path, followingLinks: false),
        status.kind == .regular
      else { continue }
      others.append((status.modified, path))
    }
    let kept = max(0, Self.mostPictures - used.count)
    for picture in others.sorted(by: { $0.modified > $1.modified }).dropFirst(kept) {
      FileWriter.remove(picture.path)
    }
  }

  private static func note(_ error: EnvironmentError) -> Diagnostic {
    Diagnostic(
      .picturesNotDrawn, at: nil,
      "cannot draw link preview images, so links are shown without them: \(error.message)",
      suggestion: Suggestion(
        (error.advice.map { $0 + ", or " } ?? "") + "turn them off: “share-pictures: false” in site.yml"))
  }
}
