import Diagnostics
import Text

/// What a site's own `Templates/` does to the built-in theme, file by file.
package struct ThemeListing: Sendable {
  /// What became of a file.
  package enum State: String, Sendable, CaseIterable {
    /// The theme's, as it is.
    case builtIn = "built-in"
    /// The theme's; the site's own file stands in its place.
    case replaced
    /// The theme's; the site has a copy that says the same.
    case copied
    /// The site's own: the theme has none of that name, and it is used.
    case added
    /// The site's own: it replaces nothing, and nothing asks for it.
    case unused
  }

  /// One file.
  package struct Entry: Sendable, Hashable {
    /// Its path below Templates/, and what it is for.
    package let file: ThemeFile
    package let state: State
    /// The site's own file as messages print it; nil for `built-in`.
    package let source: String?
    /// For `unused`, and for assets whose name is nearly one of the theme's: what was probably meant.
    package let hint: String?
  }

  /// The theme's files by path, then the site's that replace none, by path.
  package let entries: [Entry]

  /// - Parameters:
  ///   - overrides: the site's own `Templates/`; `path` as messages print it, keyed by the path below Templates/.
  ///   - language: the site's, as a BCP 47 tag.
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
    let complaint = theme.diagnostics.first { $0.id == .unknownTemplate && $0.place?.path == own?.path }
    let isUnused = own != nil && complaint != nil
    let hint = isUnused ? complaint?.suggestion?.message : state == .added ? nearAsset(file.path) : nil
    return Entry(file: file, state: isUnused ? .unused : state, source: own?.path, hint: hint)
  }

  /// An asset may have any name; one that is nearly the theme's was hardly meant.
  private static func nearAsset(_ path: String) -> String? {
    guard ThemeFile.kind(of: path) == .asset, path != AssetNames.customStylesheet else { return nil }
    let names = Theme.builtIn.keys.filter { $0.hasPrefix("assets/") } + [AssetNames.customStylesheet]
    return NearestName.match(path, among: names).map { "did you mean “\($0)”?" }
  }
}

extension ThemeFile {
  /// The theme's file that a name stands for: its path below Templates/, also with that folder before it, or without the suffix of templates.
  package static func named(_ name: String) -> ThemeFile? {
    let path = name.hasPrefix("Templates/") ? String(name.dropFirst("Templates/".count)) : name
    return all.first { $0.path == path } ?? all.first { $0.path == path + ".mustache" }
  }

  /// What was probably meant by a name that is no file of the theme's: one with that last part, else the nearest.
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

  /// The file's bytes in the built-in theme; empty for a file that is not the theme's.
  package var bytes: [UInt8] { Theme.builtIn[path] ?? [] }
}
