import Diagnostics
import Site
import Text

/// The output of `standpoint theme list`.
struct ThemeListReport {
  private let entries: [ThemeListing.Entry]
  /// Makes a path relative to the current folder.
  private let shown: (String) -> String

  init(_ listing: ThemeListing, shown: @escaping (String) -> String) {
    entries = listing.entries
    self.shown = shown
  }

  /// One object per file: `file`, `kind`, `state`, and, if present, `summary`, `source` and `suggestion`.
  var json: String {
    let lines = entries.map { entry in
      var pairs = [
        ("file", entry.file.path), ("kind", entry.file.kind.rawValue), ("state", entry.state.rawValue),
      ]
      if !entry.file.summary.isEmpty { pairs.append(("summary", entry.file.summary)) }
      if let source = entry.source { pairs.append(("source", shown(source))) }
      if let hint = entry.hint { pairs.append(("suggestion", hint)) }
      return "  {" + pairs.map { "\"\($0.0)\": \(JSONWriter.quoted($0.1))" }.joined(separator: ", ") + "}"
    }
    return "[\n" + lines.joined(separator: ",\n") + "\n]\n"
  }

  /// The files by kind, then the site's own files, then a summary line.
  var text: String {
    let width = entries.map(\.file.path.count).max() ?? 0
    var text = ""
    for (kind, title) in Self.titles {
      let ours = entries.filter { $0.file.kind == kind && ![.added, .unused].contains($0.state) }
      text += section(title, ours, width)
    }
    text += section("The site’s own files", entries.filter { $0.state == .added }, width)
    text += section("Unused files (they replace nothing)", entries.filter { $0.state == .unused }, width)
    let replaced = entries.filter { $0.state == .replaced }.count
    let count = replaced == 0 ? "replaces none" : "replaces \(replaced)"
    let all = entries.filter { ![.added, .unused].contains($0.state) }.count
    return text
      + "The site \(count) of the theme’s \(all) files. To change one: standpoint theme eject FILE\n"
  }

  private static let titles: [(ThemeFile.Kind, String)] = [
    (.page, "Pages"), (.part, "Parts of pages"), (.asset, "Assets"), (.language, "Languages"),
    (.other, "Other files"),
  ]

  private func section(_ title: String, _ entries: [ThemeListing.Entry], _ width: Int) -> String {
    if entries.isEmpty { return "" }
    let lines = entries.map { entry in
      let space = String(repeating: " ", count: width - entry.file.path.count + 2)
      let line = "  " + entry.file.path + space + words(entry)
      return String(line.reversed().drop { $0 == " " }.reversed())
    }
    return title + "\n" + lines.joined(separator: "\n") + "\n\n"
  }

  private func words(_ entry: ThemeListing.Entry) -> String {
    let source = entry.source.map(shown) ?? ""
    return switch entry.state {
    case .builtIn: entry.file.summary
    case .replaced: "replaced by \(source)"
    case .copied: "same as \(source)"
    case .added, .unused: [source, entry.hint].compactMap { $0 }.joined(separator: "; ")
    }
  }
}
