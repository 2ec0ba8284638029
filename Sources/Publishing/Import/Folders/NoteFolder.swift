import Content
import Diagnostics
import FileSystem
import Text
import Workspace

/// A folder of notes: who made it, and where its notes and attachments are.
struct NoteFolder: Sendable {
  /// The program that a folder was made for.
  enum Origin: String, Sendable {
    case obsidian = "Obsidian vault"
    case hugo = "Hugo site"
    case jekyll = "Jekyll site"
    case quartz = "Quartz site"
    case mkdocs = "MkDocs site"
    case quarto = "Quarto site"
    case markdown = "folder of Markdown files"

    /// The name with its article.
    var description: String { (self == .obsidian || self == .mkdocs ? "an " : "a ") + rawValue }
  }

  /// A file of the folder.
  struct File: Sendable, Hashable {
    /// Below the folder of notes, or below the folder of attachments that it is in.
    let path: String
    let disk: DiskPath
  }

  let origin: Origin
  let vault: VaultSettings
  /// The name of the folder, which a note with the same name describes.
  let name: String
  private(set) var notes: [File] = []
  private(set) var attachments: [File] = []
  /// What is never imported, by its path below the folder, with the reason.
  private(set) var leftOut: [(path: String, reason: UnpublishedFiles.Reason)] = []

  /// The file with the settings of the program, such as `mkdocs.yml`, which are not imported; nil: there is none.
  let settingsFile: String?

  /// Whether only notes with `publish: true` are for readers.
  let publishesExplicitly: Bool

  private let root: DiskPath
  /// What the settings of the program leave out.
  private let patterns: IgnorePatterns
  /// Folders that are not part of the notes: the site and its output.
  private let excluded: Set<String>

  /// Folders that programs make, and that hold no notes.
  private static let madeByPrograms: Set<String> = [
    "node_modules", "_site", "_includes", "_layouts", "_sass", "_data", "_plugins", "vendor", "archetypes",
    "layouts",
    "themes", "resources",
  ]

  /// Lists a folder. Throws if it cannot be read.
  init(_ folder: DiskPath, excluding others: [DiskPath]) throws(EnvironmentError) {
    let (origin, notes, attachments) = try Self.layout(of: folder)
    self.origin = origin
    root = notes
    name = folder.resolved.name
    vault = PrivateFiles.vault(at: notes) ?? PrivateFiles.vault(at: folder) ?? VaultSettings()
    patterns = IgnorePatterns(origin.excludedPaths(in: folder))
    settingsFile = Self.settingsFiles.first { Self.isRegular(folder.appending($0)) }
    publishesExplicitly =
      origin == .quartz
      && Origin.quartzSettings.contains {
        let settings = Self.text($0, in: folder)
        return settings.contains("ExplicitPublish(") || settings.contains("explicit-publish")
      }
    excluded = Set(others.map(\.resolved.text).filter { $0 != notes.resolved.text })
    try list(notes)
    for attachments in attachments where try Self.isFolder(attachments) {
      try list(attachments, holdsNotes: false)
    }
    self.notes.sortByBytes(of: \.path)
    self.attachments.sortByBytes(of: \.path)
  }

  private static let settingsFiles =
    hugoSettings.filter { $0.contains(".") }
    + ["mkdocs.yml", "_config.yml", "_quarto.yml"] + Origin.quartzSettings
  private static let hugoSettings = [
    "hugo.toml", "hugo.yaml", "hugo.yml", "hugo.json", "config.toml", "config.yaml", "config/_default",
  ]

  private static func layout(
    of folder: DiskPath
  ) throws(EnvironmentError) -> (origin: Origin, notes: DiskPath, attachments: [DiskPath]) {
    func has(_ name: String) -> Bool {
      ((try? FileStatus.of(folder.appending(name), followingLinks: true)) ?? nil) != nil
    }
    let content = folder.appending("content")
    if Origin.quartzSettings.contains(where: has) { return (.quartz, content, []) }
    if has("mkdocs.yml") { return (.mkdocs, folder.appending(docsFolder(folder)), []) }
    if has("content"), hugoSettings.contains(where: has) {
      return (.hugo, content, [folder.appending("static"), folder.appending("assets")])
    }
    if has("_quarto.yml") { return (.quarto, folder, []) }
    if has("_config.yml") || has("_posts") { return (.jekyll, folder, []) }
    return (has(".obsidian") ? .obsidian : .markdown, folder, [])
  }

  /// `docs_dir:` of mkdocs.yml.
  private static func docsFolder(_ folder: DiskPath) -> String {
    guard case .bytes(let bytes)? = try? FileReader.readSource(folder.appending("mkdocs.yml")) else {
      return "docs"
    }
    let source = SourceText(path: "mkdocs.yml", bytes: bytes)
    let entry = YAMLText.read(source, 0..<bytes.count).entries.first { $0.key == "docs_dir" }
    return entry?.value.texts.first ?? "docs"
  }

  /// The text of a file; empty if there is none that can be read.
  fileprivate static func text(_ name: String, in folder: DiskPath) -> String {
    guard case .bytes(let bytes)? = try? FileReader.readSource(folder.appending(name)) else { return "" }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func isRegular(_ path: DiskPath) -> Bool {
    ((try? FileStatus.of(path, followingLinks: true)) ?? nil)?.kind == .regular
  }

  private static func isFolder(_ path: DiskPath) throws(EnvironmentError) -> Bool {
    try FileStatus.of(path, followingLinks: true)?.kind == .folder
  }

  private mutating func list(_ folder: DiskPath, holdsNotes: Bool = true) throws(EnvironmentError) {
    var waiting = [""]
    while let next = waiting.popLast() {
      for entry in try FolderListing.entries(of: folder.appending(next)) where entry.isUTF8 {
        let path = next.isEmpty ? entry.name : next + "/" + entry.name
        if entry.name.hasPrefix(".") {
          if PrivateFiles.vaultFolders.contains(entry.name) { leftOut.append((path + "/", .vaultSettings)) }
          continue
        }
        if patterns.matches(path) {
          leftOut.append((path, .ignored))
          continue
        }
        let disk = folder.appending(path)
        switch try entry.kind(at: disk) {
        case .regular: add(File(path: path, disk: disk), entry.name, holdsNotes: holdsNotes)
        case .folder:
          if excluded.contains(disk.resolved.text) || Self.madeByPrograms.contains(entry.name) { continue }
          if vault.isTemplate(path) { leftOut.append((path + "/", .template)) } else { waiting.append(path) }
        case .link, .special, nil: continue
        }
      }
    }
  }

  private mutating func add(_ file: File, _ name: String, holdsNotes: Bool) {
    if let reason = Self.reason(name) ?? (vault.isTemplate(file.path) ? .template : nil) {
      leftOut.append((file.path, reason))
    } else if holdsNotes, Self.isNote(name) {
      notes.append(file)
    } else if file.path != settingsFile {
      attachments.append(file)
    }
  }

  /// Why a file of this name is left out. Notes whose names do not end in `.md` are included, and get that ending.
  private static func reason(_ name: String) -> UnpublishedFiles.Reason? {
    let reason = PrivateFiles.reason(name)
    return reason == .otherMarkdown ? nil : reason
  }

  /// The endings of Markdown files.
  private static let endings = [".md", ".markdown", ".mdx", ".mdown", ".mkd", ".qmd"]

  static func isNote(_ name: String) -> Bool { endings.contains { name.lowercased().hasSuffix($0) } }

  /// A file name without the ending of Markdown files.
  static func stem(_ name: String) -> String {
    endings.first { name.lowercased().hasSuffix($0) }.map { String(name.dropLast($0.count)) } ?? name
  }

  /// Whether a note is a daily note: it is in their folder, or its name is a day.
  func isDailyNote(_ path: String) -> Bool {
    if let folder = vault.dailyNotes, path.lowercased().hasPrefix(folder + "/") { return true }
    let stem = Self.stem(path.split(separator: "/").last.map(String.init) ?? path)
    return origin != .jekyll && PartialDate(stem[...])?.day != nil
  }
}

extension NoteFolder.Origin {
  /// What the settings of the program leave out of its site, as patterns of paths.
  fileprivate func excludedPaths(in folder: DiskPath) -> [String] {
    switch self {
    case .quartz:
      let patterns = Self.quartzSettings.flatMap { name in
        Self.quartzPatterns(NoteFolder.text(name, in: folder))
      }
      // Those of a new site: what nobody could read must not become public.
      return patterns.isEmpty ? ["private", "templates"] : patterns
    case .jekyll:
      return entries("_config.yml", in: folder).filter { $0.key == "exclude" }.flatMap(\.value.texts)
    case .mkdocs:
      return entries("mkdocs.yml", in: folder).filter { ["exclude_docs", "draft_docs"].contains($0.key) }
        .flatMap(\.value.texts).flatMap { $0.split(whereSeparator: \.isNewline) }
        .map { String($0.drop { $0 == " " }) }.filter {
          !$0.isEmpty && !$0.hasPrefix("#") && !$0.hasPrefix("!")
        }
    case .obsidian, .hugo, .quarto, .markdown: return []
    }
  }

  /// The settings of Quartz, by its versions.
  static let quartzSettings = ["quartz.config.ts", "quartz.config.js", "quartz.config.yaml"]

  /// The texts in the list `ignorePatterns`, in TypeScript or YAML; empty if there is none that can be read.
  private static func quartzPatterns(_ settings: String) -> [String] {
    let lines = settings.split(whereSeparator: \.isNewline).filter {
      !$0.trimmingWhitespace.hasPrefix("//") && !$0.trimmingWhitespace.hasPrefix("#")
    }
    let text = lines.joined(separator: "\n")
    guard let start = text.firstRange(of: "ignorePatterns") else { return [] }
    let rest = text[start.upperBound...].drop { ":?\"' ".contains($0) }
    guard rest.first == "[" else {
      return rest.split(whereSeparator: \.isNewline).map { $0.trimmingWhitespace }
        .prefix { $0.hasPrefix("- ") }
        .map { String($0.dropFirst(2).filter { !"\"'".contains($0) }) }
    }
    var patterns: [String] = []
    var quote: Character?
    for character in rest.dropFirst() {
      if let open = quote {
        if character == open { quote = nil } else { patterns[patterns.count - 1].append(character) }
      } else if "\"'`".contains(character) {
        quote = character
        patterns.append("")
      } else if character == "]" {
        break
      }
    }
    return patterns.filter { !$0.isEmpty }
  }

  private func entries(_ name: String, in folder: DiskPath) -> [YAMLEntry] {
    let source = SourceText(path: name, text: NoteFolder.text(name, in: folder))
    return YAMLText.read(source, 0..<source.bytes.count).entries
  }
}
