import Content
import Importing
import Text

/// Finds what the links of notes mean in their folder, and writes them for the places of notes and attachments in the site.
struct NoteLinks {
  /// What a link leads to.
  enum Target: Hashable {
    /// A note, by its path in the folder.
    case note(String)
    /// An attachment, by its path in the folder.
    case attachment(String)
  }

  /// The paths of notes in the site, by their paths in the folder.
  private let places: [String: String]
  private let attachments: Set<String>
  /// By name in lower case.
  private var attachmentsByName: [String: [String]] = [:]
  private var notesByName: [String: [String]] = [:]

  init(_ notes: [PlannedNote], attachments: [NoteFolder.File]) {
    places = Dictionary(notes.map { ($0.file.path, $0.path) }) { first, _ in first }
    self.attachments = Set(attachments.map(\.path))
    for file in attachments {
      attachmentsByName[Self.name(file.path).lowercased(), default: []].append(file.path)
    }
    for note in notes {
      notesByName[NoteFolder.stem(Self.name(note.file.path)).lowercased(), default: []].append(note.file.path)
    }
  }

  /// What the link of a note leads to; nil: nothing in the folder.
  func target(of link: NoteLink, in note: PlannedNote) -> Target? {
    let folder = note.file.path.split(separator: "/").dropLast()
    let paths = [Self.path(link.path, from: folder), Self.path("/" + link.path, from: [])].compactMap(\.self)
    for path in paths {
      if attachments.contains(path) { return .attachment(path) }
      for name in [path, path + ".md", path + "/index.md", path + "/_index.md"] where places[name] != nil {
        return .note(name)
      }
    }
    // Obsidian finds files by their names alone.
    let name = Self.name(link.path).lowercased()
    if let found = attachmentsByName[name]?.first { return .attachment(found) }
    let stem = NoteFolder.stem(name)
    if link.isWikilink || NoteFolder.isNote(name), notesByName[stem]?.count == 1 {
      return notesByName[stem]?.first.map { .note($0) }
    }
    return nil
  }

  /// How the link is written in the site; nil: as it is.
  func rewritten(_ link: NoteLink, to target: Target, in note: PlannedNote) -> String? {
    let place: String
    switch target {
    case .note(let path):
      // Wikilinks find notes by their names wherever they are.
      guard !link.isWikilink, let new = places[path] else { return nil }
      place = new
    case .attachment(let path):
      place = path
      if link.isWikilink {
        let isOnly = attachmentsByName[Self.name(path).lowercased()]?.count == 1
        return isOnly && Self.name(path) == Self.name(link.path) || link.path == path ? nil : path
      }
    }
    let folder = note.path.split(separator: "/").dropLast()
    if Self.path(link.path, from: folder) == place { return nil }
    return PercentEncoding.encoded(Self.relative(place, from: Array(folder)))
  }

  // MARK: Paths

  private static func name(_ path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }

  /// The path that a link means in a folder; nil: it leads out of all.
  private static func path(_ link: String, from folders: some Sequence<Substring>) -> String? {
    var parts = link.hasPrefix("/") ? [] : Array(folders)
    for part in link.split(separator: "/") where part != "." {
      if part == ".." {
        guard parts.popLast() != nil else { return nil }
      } else {
        parts.append(part)
      }
    }
    return parts.isEmpty ? nil : parts.joined(separator: "/")
  }

  private static func relative(_ path: String, from folders: [Substring]) -> String {
    let parts = path.split(separator: "/")
    var shared = 0
    while shared < folders.count, shared < parts.count - 1, folders[shared] == parts[shared] { shared += 1 }
    let up = Array(repeating: Substring(".."), count: folders.count - shared)
    return (up + parts[shared...]).joined(separator: "/")
  }
}
