import Diagnostics

/// What the settings of an Obsidian vault say about folders: JSON files in `.obsidian`.
package struct VaultSettings: Sendable, Hashable {
  /// The settings files that name folders, below `.obsidian`, with the keys that do so.
  private static let templateKeys: [String: [String]] = [
    "templates.json": ["folder"],
    "daily-notes.json": ["template"],
    "plugins/templater-obsidian/data.json": ["templates_folder", "user_scripts_folder"],
    "plugins/quickadd/data.json": ["templateFolderPath"],
    "plugins/periodic-notes/data.json": ["template"],
  ]

  /// Folders of templates, and single templates without their ending: paths below the vault.
  package private(set) var templates: Set<String> = []
  /// The folder of daily notes, below the vault; nil: the settings name none.
  package private(set) var dailyNotes: String?

  /// The files to read, below `.obsidian`.
  package static var files: [String] { templateKeys.keys.sorted() }

  package init() {}

  /// Adds what one file says. A file that cannot be read says nothing.
  ///
  /// - Parameter file: one of `files`.
  package mutating func read(_ file: String, _ source: SourceText) {
    let start = source.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let entries = YAMLText.read(source, start..<source.bytes.count).entries
    for entry in entries {
      guard case .text(let value) = entry.value.content else {
        if file.contains("periodic-notes"), case .map(let inner) = entry.value.content {
          for entry in inner where entry.key == "template" { add(entry.value) }
        }
        continue
      }
      if Self.templateKeys[file]?.contains(entry.key) == true { add(entry.value) }
      if file == "daily-notes.json", entry.key == "folder" { dailyNotes = Self.path(value) }
    }
  }

  private mutating func add(_ value: YAMLValue) {
    guard case .text(let text) = value.content, let path = Self.path(text) else { return }
    templates.insert(path)
  }

  /// Whether the file or folder at `path`, below the vault, is a template or a folder of templates.
  package func isTemplate(_ path: String) -> Bool {
    if templates.isEmpty { return false }
    let stem = path.hasSuffix(".md") ? String(path.dropLast(3)) : path
    return templates.contains(stem.lowercased()) || templates.contains(path.lowercased())
  }

  /// The settings for a folder of the vault: paths below it.
  package func below(_ folder: String) -> VaultSettings {
    let prefix = folder.lowercased() + "/"
    var settings = VaultSettings()
    settings.templates = Set(
      templates.filter { $0.hasPrefix(prefix) }.map { String($0.dropFirst(prefix.count)) })
    settings.dailyNotes = dailyNotes.flatMap {
      $0.hasPrefix(prefix) ? String($0.dropFirst(prefix.count)) : nil
    }
    return settings
  }

  /// A path without slashes around it and in lower case, because vaults usually are on disks without case; nil for the
  /// vault itself.
  private static func path(_ text: String) -> String? {
    var path = text.split(separator: "/").filter { $0 != "." }.joined(separator: "/").lowercased()
    if path.hasSuffix(".md") { path.removeLast(3) }
    return path.isEmpty ? nil : path
  }
}
