import Content
import FileSystem
import Graph

/// Adds a file with a new, unused name to a site.
package struct NewFile: Sendable {
  private let kind: NewFileKind
  private let title: String
  private let isDraft: Bool

  package init(_ kind: NewFileKind, title: String, isDraft: Bool = false) {
    self.kind = kind
    self.title = title
    self.isDraft = isDraft
  }

  /// Writes the file. A report gets a table of the site's issues and parties, ready to fill in. Throws if a file already has this name as its title, an alias or its path.
  ///
  /// - Parameter pipeline: the site's pipeline; its options set today's date.
  package func write(in pipeline: SitePipeline) async throws -> Outcome {
    let slug = Slug.of(title)
    if NameKey(title).isEmpty || (slug == "page" && NameKey(title).text != "page") {
      throw EnvironmentError(
        "“\(title)” has no letters or digits to make an address from", advice: "choose another title")
    }
    if pipeline.folders.singleFile != nil {
      throw EnvironmentError("cannot add a file to a single-file site", advice: "give a folder instead")
    }
    let site = try await pipeline.names()
    if let holder = site.holder(of: title, for: kind) ?? site.neighbour(of: slug, title: title, for: kind) {
      throw EnvironmentError(holder.message, advice: holder.advice)
    }
    let path = pipeline.folders.content.appending("\(kind.folder)/\(slug).md")
    let table = TableSkeleton(site, for: kind, title: title)
    let text = kind.text(title: title, today: site.today, isDraft: isDraft, table: table?.lines ?? [])
    try FileWriter.makeFolders(path.parent)
    guard try FileWriter.writeNew(Array(text.utf8), to: path) else {
      throw EnvironmentError("“\(path.shown)” already exists", advice: "choose another title")
    }
    return Outcome(path: path, left: kind == .report ? table?.left ?? 0 : 0)
  }

  /// What was written.
  package struct Outcome: Sendable, Hashable {
    package let path: DiskPath
    /// How many issues and parties of the site have no row or column in the report's table.
    package let left: Int
  }
}
