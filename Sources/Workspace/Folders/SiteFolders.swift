import Content
import Diagnostics
import FileSystem
import Text

/// Where a site’s content, templates and output are on disk, and how messages print the paths in them.
package struct SiteFolders: Sendable, Hashable {
  /// The folders as the command line gives them; nil: the default.
  package struct Arguments: Sendable, Hashable {
    /// SITE: a folder that contains Content/, a folder that is itself the content, or a single `.md` file.
    package var site: String
    /// The value of --content.
    package var content: String?
    /// The value of --templates.
    package var templates: String?
    /// The value of --output.
    package var output: String?

    package init(site: String = ".", content: String? = nil, templates: String? = nil, output: String? = nil)
    {
      self.site = site
      self.content = content
      self.templates = templates
      self.output = output
    }
  }

  /// SITE itself if it is a folder, else the folder that contains the file SITE.
  package let root: DiskPath
  /// The content folder.
  package let content: DiskPath
  /// The site's own template folder; nil without one.
  package private(set) var templates: DiskPath?
  /// The output folder.
  package let output: DiskPath
  /// The file name of a single-file site; nil if the site is the whole of `content`.
  package let singleFile: String?
  /// SITE is itself the content folder; its `Public/` and `Templates/` are not content.
  package let isItselfContent: Bool

  /// The first part of the paths of content files in messages: `Content`, or empty.
  let contentLabel: String
  /// The first part of the paths of templates in messages, such as `Templates`.
  private(set) var templatesLabel: String

  /// Finds the folders; throws if SITE, the content folder or the template folder does not exist.
  package init(_ arguments: Arguments) throws(EnvironmentError) {
    let site = DiskPath(arguments.site)
    guard let status = try FileStatus.of(site, followingLinks: true) else {
      throw EnvironmentError("“\(arguments.site)” does not exist")
    }
    let isFolder = status.kind == .folder
    if !isFolder { try Self.requireMarkdown(site, status) }
    root = isFolder ? site : site.parent
    singleFile = isFolder ? nil : site.name
    content = try Self.content(arguments, root: root, isFolder: isFolder)
    isItselfContent = content.resolved == root.resolved
    if isFolder, arguments.content == nil, isItselfContent { try Self.requireOwnSite(root, arguments) }
    contentLabel = isItselfContent ? "" : content.name
    templates = try Self.templates(arguments, root: root, isFolder: isFolder)
    templatesLabel = Self.templatesLabel(templates, contentLabel: contentLabel)
    output = arguments.output.map { DiskPath($0) } ?? root.appending("Public")
  }

  /// The same folders, looked up again: the default template folder may have been added or removed.
  package func lookingAgain() throws(EnvironmentError) -> SiteFolders {
    let usual = root.appending("Templates")
    guard singleFile == nil, templates == nil || templates == usual else { return self }
    let isThere = try FileStatus.of(usual, followingLinks: true)?.kind == .folder
    var folders = self
    folders.templates = isThere ? usual : nil
    folders.templatesLabel = Self.templatesLabel(folders.templates, contentLabel: contentLabel)
    return folders
  }

  private static func templatesLabel(_ templates: DiskPath?, contentLabel: String) -> String {
    let name = templates?.name ?? "Templates"
    return name == contentLabel ? name + " (templates)" : name
  }

  /// Throws if the folder is part of the content of a site above it: its pages would lack the rest of the site, and the default
  /// output folder would be inside the content, so that the next build of that site would publish it.
  private static func requireOwnSite(_ root: DiskPath, _ arguments: Arguments) throws(EnvironmentError) {
    guard let site = siteAbove(root) else { return }
    let given = arguments.output.map { DiskPath($0).resolved }
    if let given, !given.isBelow(site.resolved) { return }
    throw EnvironmentError(
      "“\(root.shown)” is inside the content of the site “\(site.shown)”",
      advice: "run the command for that site: cd \(ShellWord.quoted(site.text))")
  }

  /// The site whose content folder has, or is, this folder; nil: there is none.
  package static func siteAbove(_ folder: DiskPath) -> DiskPath? {
    var inner = folder.resolved
    while inner.text != "/" {
      let outer = inner.parent
      if inner.name == "Content" { return outer }
      // A folder that is itself the content of a site has its settings there.
      if (try? FileStatus.of(outer.appending("site.yml"), followingLinks: true))??.kind == .regular,
        outer.name != "Content", !["Public", "Templates"].contains(inner.name)
      {
        return outer
      }
      inner = outer
    }
    return nil
  }

  private static func requireMarkdown(_ site: DiskPath, _ status: FileStatus) throws(EnvironmentError) {
    guard status.kind == .regular, FileRole.isMarkdown(site.name) else {
      throw EnvironmentError(
        "“\(site.shown)” is neither a folder nor a Markdown file (.md)",
        advice: "give a folder that contains Content, a folder of Markdown files, or a single .md file")
    }
  }

  private static func content(
    _ arguments: Arguments, root: DiskPath, isFolder: Bool
  ) throws(EnvironmentError) -> DiskPath {
    if let given = arguments.content {
      guard isFolder else { throw EnvironmentError("--content cannot be used with a single file") }
      return try requireFolder(DiskPath(given), given, "content")
    }
    guard isFolder else { return root }
    let usual = root.appending("Content")
    if try FileStatus.of(usual, followingLinks: true)?.kind == .folder { return usual }
    if root.resolved == DiskPath.home || root.resolved.text == "/" {
      throw EnvironmentError(
        "“\(root.text)” has no Content folder, and cannot itself be the content",
        advice: "give the folder that contains the reports")
    }
    return root
  }

  private static func templates(
    _ arguments: Arguments, root: DiskPath, isFolder: Bool
  ) throws(EnvironmentError) -> DiskPath? {
    if let given = arguments.templates { return try requireFolder(DiskPath(given), given, "template") }
    let usual = root.appending("Templates")
    guard isFolder, try FileStatus.of(usual, followingLinks: true)?.kind == .folder else { return nil }
    return usual
  }

  private static func requireFolder(
    _ path: DiskPath, _ given: String, _ what: String
  ) throws(EnvironmentError) -> DiskPath {
    guard try FileStatus.of(path, followingLinks: true)?.kind == .folder else {
      throw EnvironmentError("the \(what) folder “\(given)” does not exist")
    }
    return path
  }
}

extension SiteFolders {
  /// The path of a content file as messages print it, whatever the current folder: `Content/reports/a.md`.
  package func sourcePath(_ path: String) -> String {
    contentLabel.isEmpty ? path : contentLabel + "/" + path
  }

  /// The path of a template as messages print it: `Templates/report.mustache`.
  package func templatePath(_ path: String) -> String { templatesLabel + "/" + path }

  /// The file whose `SourceText.path` is `sourcePath`.
  package func diskPath(of sourcePath: String) -> DiskPath {
    if let templates, let rest = Self.rest(of: sourcePath, below: templatesLabel),
      contentLabel != "" || root.appending("Templates") == templates
    {
      return templates.appending(rest)
    }
    if let rest = Self.rest(of: sourcePath, below: contentLabel) { return content.appending(rest) }
    return content.appending(sourcePath)
  }

  /// A path from a message, relative to the current folder if the file is below it.
  package func displayPath(of sourcePath: String) -> String { diskPath(of: sourcePath).shown }

  private static func rest(of path: String, below label: String) -> String? {
    if label.isEmpty { return path }
    guard path.utf8.starts(with: (label + "/").utf8) else { return nil }
    return String(path.dropFirst(label.count + 1))
  }
}

extension SiteFolders {
  /// The site's own language files for a language, that for a region first. Their diagnostics are left to the theme, and so
  /// are files that cannot be read.
  ///
  /// - Parameter language: a BCP 47 tag, such as `de-AT`: `languages/de-at.yml` comes before `languages/de.yml`.
  package func languageFiles(_ language: String) -> [LanguageFile] {
    guard let folder = templates?.appending("languages"),
      let entries = try? FolderListing.entries(of: folder)
    else { return [] }
    let parts = language.lowercased().split(separator: "-")
    let tags = parts.indices.reversed().map { parts[...$0].joined(separator: "-") }
    return tags.compactMap { tag in
      guard let name = entries.map(\.name).sorted().first(where: { $0.lowercased() == tag + ".yml" }),
        case .bytes(let bytes)? = try? FileReader.readSource(folder.appending(name))
      else { return nil }
      return LanguageFile.read(SourceText(path: templatePath("languages/" + name), bytes: bytes)).file
    }
  }
}
