import Content
import Importing

/// A note of a folder, and where it goes.
struct PlannedNote: Sendable {
  let file: NoteFolder.File
  /// Below the content folder.
  var path: String
  var choice = NoteChoice()

  /// The place of a note in the site: its own, but for the folders of Jekyll; the home note is `index.md`.
  init(_ file: NoteFolder.File, isHome: Bool) {
    self.file = file
    let parts = file.path.split(separator: "/").map(String.init)
    let stem = NoteFolder.stem(parts.last ?? "")
    if isHome {
      path = "index.md"
      choice.kind = .page
      if stem.lowercased() != "index", stem != "_index" { choice.aliases = [stem] }
      return
    }
    var folders = parts.dropLast().filter { $0 != "_posts" && $0 != "_drafts" }.map { folder in
      folder.hasPrefix("_") ? String(folder.dropFirst()) : folder
    }
    if parts.contains("_posts") || parts.contains("_drafts"), folders.isEmpty { folders = ["reports"] }
    choice.isDraft = parts.contains("_drafts")
    let name = stem == "_index" ? "index" : stem
    if let folder = folders.last, ["index", "readme"].contains(name.lowercased()) {
      choice.slug = Slug.of(folder)
    }
    path = (folders + [name + ".md"]).joined(separator: "/")
    choice.kind = Self.kind(folders.first)
  }

  /// The kind of files in a folder at the top of the content.
  private static func kind(_ folder: String?) -> FrontMatterKey.Kind {
    switch folder?.lowercased() {
    case "issues": .issue
    case "parties": .party
    case "pages": .page
    default: .report
    }
  }

  /// The file name without its ending.
  var stem: String { NoteFolder.stem(path.split(separator: "/").last.map(String.init) ?? path) }
}

extension NoteFolder {
  /// The note that becomes the home page: `index.md`, `Home.md`, one with the name of the folder, or `README.md`; nil: none.
  var homeNote: File? {
    let top = notes.filter { !$0.path.contains("/") }
    for name in ["index", "_index", "home", name.lowercased(), "readme"] {
      if let note = top.first(where: { Self.stem($0.path).lowercased() == name }) { return note }
    }
    return nil
  }
}
