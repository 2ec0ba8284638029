/// Files below the content folder that the site leaves out, and why. They are known before any text is read.
package struct UnpublishedFiles: Sendable, Hashable {
  /// Why a file is left out.
  package enum Reason: Sendable, Hashable, CaseIterable {
    /// `ignore:` in site.yml names it.
    case ignored
    /// A canvas of Obsidian.
    case canvas
    /// A base of Obsidian.
    case base
    /// A drawing of Excalidraw.
    case drawing
    /// Markdown whose name does not end in `.md`, so that it would be copied as it is, with its head and comments.
    case otherMarkdown
    /// The settings of a vault, or its trash.
    case vaultSettings
    /// A folder of templates, or a template, that the settings of a vault name.
    case template
    /// A copy that an editor or a file synchronisation made.
    case backup

    /// What the files are, in the words of messages.
    package var description: String {
      switch self {
      case .ignored: "left out by “ignore:”"
      case .canvas: "canvases"
      case .base: "bases"
      case .drawing: "drawings"
      case .otherMarkdown: "Markdown files whose names do not end in “.md”"
      case .vaultSettings: "vault settings and trash"
      case .template: "vault templates"
      case .backup: "backup copies"
      }
    }

    /// Why one file is left out, as a clause in messages.
    package var clause: String {
      switch self {
      case .ignored: "“ignore:” in site.yml leaves it out"
      case .canvas: "it is a canvas"
      case .base: "it is a base"
      case .drawing: "it is an Excalidraw drawing"
      case .otherMarkdown: "its name does not end in “.md”"
      case .vaultSettings: "it belongs to a vault’s settings"
      case .template: "it is a vault template"
      case .backup: "it is a backup copy"
      }
    }
  }

  /// A file or folder that is left out.
  package struct Entry: Sendable, Hashable {
    /// Below the content folder; a folder stands for everything in it.
    package let path: String
    package let isFolder: Bool
    package let reason: Reason

    package init(path: String, isFolder: Bool, reason: Reason) {
      self.path = path
      self.isFolder = isFolder
      self.reason = reason
    }
  }

  /// In no particular order.
  package var entries: [Entry] = []
  /// The paths of Markdown files in folders that are left out, with the reason; not complete in large folders.
  package var notes: [String: Reason] = [:]

  package init() {}

  /// The reason for which the file at `path` is left out; nil: it is not.
  package func reason(ofPath path: String) -> Reason? {
    if entries.isEmpty { return nil }
    return entries.first { entry in
      path == entry.path || entry.isFolder && path.utf8.starts(with: (entry.path + "/").utf8)
    }?.reason
  }

  /// The reason for which the note of this name, with or without its folders, is left out; nil: no such note is.
  package func reason(ofNote name: String) -> Reason? {
    if entries.isEmpty { return nil }
    let key = NameKey(name)
    if key.isEmpty { return nil }
    for (path, reason) in notes where Self.means(path, key) { return reason }
    return entries.first { !$0.isFolder && Self.means($0.path, key) }?.reason
  }

  /// The reason for which a file of this name is never published, wherever it is; nil: it is, or its name has no ending.
  package static func reason(ofName name: String) -> Reason? {
    let endings: [(String, Reason)] = [
      (".canvas", .canvas), (".base", .base), (".excalidraw", .drawing), (".excalidraw.md", .drawing),
    ]
    let name = name.lowercased()
    return endings.first { name.count > $0.0.count && name.hasSuffix($0.0) }?.1
  }

  private static func means(_ path: String, _ key: NameKey) -> Bool {
    let stem = path.hasSuffix(".md") ? path.dropLast(3) : path[...]
    let name = stem.split(separator: "/").last ?? stem
    return NameKey(String(name)) == key || NameKey(String(stem)) == key
      || NameKey(String(path.split(separator: "/").last ?? "")) == key
  }
}
