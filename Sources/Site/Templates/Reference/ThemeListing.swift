import Diagnostics
import Text

/// The files of the built-in theme and of a site’s own `Templates/`, with the state of each.
package struct ThemeListing: Sendable {
  /// How a file of the site relates to the theme.
  package enum State: String, Sendable, CaseIterable {
    /// A built-in file.
    case builtIn = "built-in"
    /// A built-in file that the site replaces.
    case replaced
    /// A built-in file of which the site has an unchanged copy.
    case copied
    /// A file of the site’s own that the theme does not have, and that is used.
    case added
    /// A file of the site’s own that replaces nothing and that nothing uses.
    case unused
  }

  /// One file.
  package struct Entry: Sendable, Hashable {
    /// Its path below Templates/, and its purpose.
    package let file: ThemeFile
    package let state: State
    /// The path of the site’s own file for messages; nil for `built-in`.
    package let source: String?
    /// A suggestion for `unused` files, and for assets whose name is almost one of the theme’s; otherwise nil.
    package let hint: String?
  }

  /// The theme’s files sorted by path, then the site’s additions sorted by path.
  package let entries: [Entry]

  /// - Parameters:
  ///   - overrides: the site’s own files by path below Templates/; their `path` is for messages.
  ///   - language: the site’s language, as a BCP 47 tag.
  package init(overrides: [String: SourceText], language: String) {
    let theme = Theme(overrides: overrides, language: language)
    let builtIn = Theme.builtIn
    let ours = ThemeFile.all.map { file in
      let own = overrides[file.path]
      let state: State = own.map { $0.bytes == builtIn[file.path] ? .copied : .replaced } ?? .builtIn
      return Self.entry(file, state, own, theme)
    }
    let further = overrides.keys.filter { builtIn[$0] == nil }.sorted().map { path in
      Self.entry(ThemeFile(path: path, summary: ""), .added, overrides[path], theme)
    }
    entries = ours + further
  }

  private static func entry(_ file: ThemeFile, _ state: State, _ own: SourceText?, _ theme: Theme) -> Entry {
    let diagnostic = theme.diagnostics.first { $0.id == .unknownTemplate && $0.place?.path == own?.path }
    let isUnused = own != nil && diagnostic != nil
    let hint = isUnused ? diagnostic?.suggestion?.message : state == .added ? nearAsset(file.path) : nil
    return Entry(file: file, state: isUnused ? .unused : state, source: own?.path, hint: hint)
  }

  /// An asset may have any name, but one that is almost the theme’s is probably a typo.
  private static func nearAsset(_ path: String) -> String? {
    guard ThemeFile.kind(of: path) == .asset, path != AssetNames.customStylesheet else { return nil }
    let names = Theme.builtIn.keys.filter { $0.hasPrefix("assets/") } + [AssetNames.customStylesheet]
    return NearestName.match(path, among: names).map { "did you mean “\($0)”?" }
  }
}

extension ThemeFile {
  /// The theme’s file with this path below Templates/; the folder’s name may precede it, and `.mustache` may be missing.
  package static func named(_ name: String) -> ThemeFile? {
    let path = name.hasPrefix("Templates/") ? String(name.dropFirst("Templates/".count)) : name
    return all.first { $0.path == path } ?? all.first { $0.path == path + ".mustache" }
  }

  /// A suggestion for an unknown name: a file with the same last part, otherwise the nearest name.
  package static func nearest(to name: String) -> String? {
    let last = name.split(separator: "/").last.map(String.init) ?? name
    let paths = all.map(\.path)
    let sameEnding = paths.first { path in
      let file = path.split(separator: "/").last.map(String.init)
      return file == last || file == last + ".mustache"
    }
    return sameEnding ?? NearestName.match(name, among: paths)
      ?? NearestName.match(last, among: paths.compactMap { $0.split(separator: "/").last.map(String.init) })
      .flatMap { near in paths.first { $0.hasSuffix("/" + near) } }
  }

  /// The bytes of the built-in file; empty for a file that the theme does not have.
  package var bytes: [UInt8] { Theme.builtIn[path] ?? [] }
}
