import Content

/// What a file of the content folder is, decided by its path.
package enum FileRole: Sendable, Hashable {
  /// A Markdown or YAML file that Standpoint reads.
  case input(InputFile.Role)
  /// A description of sources, which is read before all texts: `sources/*.md` and `sources.json`.
  case sources
  /// A file that is copied unchanged.
  case asset
  /// Written by Standpoint itself and not copied (`editions/`).
  case ownRecord

  /// - Parameters:
  ///   - path: below the content folder.
  ///   - documents: what Markdown files outside `reports/`, `issues/`, `parties/` and `pages/` are.
  package init(path: String, documents: DocumentKind = .reports) {
    if path == "site.yml" {
      self = .input(.settings)
    } else if path.utf8.starts(with: "editions/".utf8) {
      self = .ownRecord
    } else if path == "sources.json" || path.utf8.starts(with: "sources/".utf8) && Self.isMarkdown(path) {
      self = .sources
    } else if Self.isMarkdown(path) {
      self = .input(Self.role(ofMarkdown: path, documents))
    } else {
      self = .asset
    }
  }

  private static func role(ofMarkdown path: String, _ documents: DocumentKind) -> InputFile.Role {
    if path == "index.md" || documents == .pages && path.lowercased() == "readme.md" { return .home }
    let roles: [(String, InputFile.Role)] = [
      ("reports/", .report), ("issues/", .issue), ("parties/", .party), ("pages/", .page),
    ]
    // Vaults often write these folders with capital letters. Markdown files anywhere else are shown too: better than losing a misplaced document.
    let folder = path.utf8.firstIndex(of: UInt8(ascii: "/")).map { path[...$0].lowercased() }
    return roles.first { $0.0 == folder }?.1 ?? (documents == .pages ? .page : .report)
  }

  /// Whether a path ends in `.md`.
  package static func isMarkdown(_ path: String) -> Bool { path.utf8.suffix(3).elementsEqual(".md".utf8) }
}
