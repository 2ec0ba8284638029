import Content
import FileSystem
import Graph

/// Adds a file to a site under a name that nothing in it has.
package struct NewFile: Sendable {
  private let kind: NewFileKind
  private let title: String
  private let isDraft: Bool

  package init(_ kind: NewFileKind, title: String, isDraft: Bool = false) {
    self.kind = kind
    self.title = title
    self.isDraft = isDraft
  }

  /// Writes the file and says where. Throws when a file has that name, as its title, as an alias or as its place.
  ///
  /// - Parameter pipeline: of the site; its options give the day.
  package func write(in pipeline: SitePipeline) async throws -> DiskPath {
    let slug = Slug.of(title)
    if NameKey(title).isEmpty || (slug == "page" && NameKey(title).text != "page") {
      throw EnvironmentError(
        "“\(title)” has no letter or digit that an address can use", advice: "take another title")
    }
    if pipeline.folders.singleFile != nil {
      throw EnvironmentError("a site of a single file has no room for another file", advice: "give a folder")
    }
    let site = try await pipeline.names()
    if let holder = site.holder(of: title, for: kind) ?? site.neighbour(of: slug, title: title, for: kind) {
      throw EnvironmentError(holder.message, advice: holder.advice)
    }
    let path = pipeline.folders.content.appending("\(kind.folder)/\(slug).md")
    let text = kind.text(title: title, today: site.today, isDraft: isDraft)
    try FileWriter.makeFolders(path.parent)
    guard try FileWriter.writeNew(Array(text.utf8), to: path) else {
      throw EnvironmentError("“\(path.shown)” exists already", advice: "take another title")
    }
    return path
  }
}
