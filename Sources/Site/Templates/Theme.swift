import CTheme
import Content
import Diagnostics
import Text

/// The templates, assets and interface texts of a site: the built-in theme, with files replaced by the site’s own.
package struct Theme: Sendable {
  /// Diagnostics about the site’s own files.
  package let diagnostics: [Diagnostic]
  /// The files below `assets/`, sorted by path below Templates/.
  let assets: [OutputFile]
  /// The names by which pages load them.
  let assetNames: AssetNames
  private let templates: TemplateLibrary

  /// The interface texts.
  let words: LocalizedStrings
  /// The style sheet of documents.
  let paperStyle: String
  /// Replaces the marks around texts that are borrowed from English; nil: the language has all texts.
  let borrowed: BorrowedText?

  /// - Parameters:
  ///   - overrides: the site’s own files by path below Templates/; their `path` is for messages.
  ///   - language: the site’s language, as a BCP 47 tag.
  ///   - stanceNames: names of stances, in place of those of the language.
  ///   - fingerprints: whether pages load assets by names that change with their bytes.
  ///   - checksBuiltIn: whether the templates are also checked when none of them is the site’s own.
  package init(
    overrides: [String: SourceText] = [:], language: String = "en", stanceNames: [Stance: String] = [:],
    fingerprints: Bool = false, checksBuiltIn: Bool = false
  ) {
    let catalog = StringCatalog(
      language: language, theme: Self.builtIn, overrides: overrides, stanceNames: stanceNames)
    words = LocalizedStrings(catalog)
    var assets = Self.assets(overrides)
    for texts in [CardFacts.texts, CitationWriter.texts] { texts.fill(&assets, words) }
    let files = Self.templates(overrides)
    assetNames =
      fingerprints
      ? AssetNames(&assets, templates: files.values.map(\.bytes)) : AssetNames(unmarked: assets)
    templates = TemplateLibrary(files, catalog: catalog, assets: assetNames)
    diagnostics =
      catalog.diagnostics
      + (overrides.isEmpty && !checksBuiltIn
        ? [] : Self.check(templates.sources, catalog, overrides, language: language))
    self.assets = assets.keys.sorted().map { OutputFile(path: $0, bytes: assets[$0] ?? []) }
    paperStyle = String(
      decoding: overrides[Self.paperStyleName]?.bytes ?? Self.builtIn[Self.paperStyleName] ?? [],
      as: UTF8.self)
    borrowed = catalog.isBorrowing ? BorrowedText(language: language) : nil
  }

  /// The path of the style sheet of documents, below Templates/.
  static let paperStyleName = "paper.css"

  /// The templates by name: the theme’s, with those that the site replaces or adds.
  private static func templates(_ overrides: [String: SourceText]) -> [String: SourceText] {
    var files: [String: SourceText] = [:]
    for (path, bytes) in builtIn {
      if let name = templateName(path) { files[name] = SourceText(path: "Templates/" + path, bytes: bytes) }
    }
    for (path, text) in overrides { if let name = templateName(path) { files[name] = text } }
    return files
  }

  /// The files below `assets/`: the theme’s, with those that the site replaces or adds.
  private static func assets(_ overrides: [String: SourceText]) -> [String: [UInt8]] {
    var assets = builtInAssets
    for (path, text) in overrides where path.hasPrefix("assets/") && templateName(path) == nil {
      // An unchanged copy counts as the built-in file; the repository’s own Templates/ is such a copy.
      if text.bytes != builtIn[path] { assets[path] = text.bytes }
    }
    return assets
  }

  /// Diagnostics about templates, and about files of the site’s own that no template uses.
  private static func check(
    _ sources: [String: TemplateSource], _ catalog: StringCatalog, _ overrides: [String: SourceText],
    language: String
  ) -> [Diagnostic] {
    var additions: [String: SourceText] = [:]
    for (path, text) in overrides where builtIn[path] == nil {
      if let name = templateName(path) {
        additions[name] = text
      } else if !path.hasPrefix("assets/"), !catalog.used.contains(path) {
        additions[path] = text
      }
    }
    let check = TemplateCheck(sources)
    let asked = sources.values.reduce(into: Set<String>()) { $0.formUnion($1.stringKeys) }
    return catalog.unused(asked: asked) + check.diagnostics + unknownStrings(sources, catalog)
      + unused(additions, check: check, language: language)
      + unloaded(sources, overrides[AssetNames.customStylesheet])
  }

  private static func unknownStrings(
    _ sources: [String: TemplateSource], _ catalog: StringCatalog
  ) -> [Diagnostic] {
    sources.values.sorted { $0.path < $1.path }.flatMap { source in
      source.unknownStrings.map { tag in
        let key = String(tag.name.drop { $0 != "." }.dropFirst())
        let nearest = NearestName.match(key, among: catalog.translations.keys)
        return Diagnostic(
          .unknownTag, at: source.place(tag.range), "the interface text “\(key)” does not exist",
          suggestion: nearest.map {
            Suggestion("did you mean “\($0)”?", replacement: tag.name.prefix { $0 != "." } + "." + $0)
          })
      }
    }
  }

  /// A warning if no template loads the site’s own style sheet.
  private static func unloaded(_ sources: [String: TemplateSource], _ sheet: SourceText?) -> [Diagnostic] {
    let value = TemplateName.customStylesheet.rawValue
    guard let sheet, !sources.values.contains(where: { $0.tags.contains { $0.name == value } }) else {
      return []
    }
    return [
      Diagnostic(
        .unknownTemplate, at: Place(path: sheet.path), "no template loads this style sheet",
        suggestion: Suggestion(
          "add <link rel=\"stylesheet\" href=\"{{\(value)}}\"> as in the built-in “layout.mustache”"))
    ]
  }

  /// Such as `report` for `report.mustache`; nil for other files.
  static func templateName(_ path: String) -> String? {
    path.hasSuffix(".mustache") ? String(path.dropLast(".mustache".count)) : nil
  }

  /// Warnings about files of the site’s own that replace nothing and that no template uses.
  private static func unused(
    _ additions: [String: SourceText], check: TemplateCheck, language: String
  ) -> [Diagnostic] {
    let names = Set(builtIn.keys.compactMap(templateName))
    return additions.keys.sorted().filter { !check.used.contains($0) }.compactMap { name in
      guard let text = additions[name] else { return nil }
      let place = Place(path: text.path)
      if name.hasPrefix("languages/") {
        return Diagnostic(
          .unknownTemplate, at: place, "this file is not used because the site’s language is “\(language)”",
          suggestion: Suggestion("put texts for it into “languages/\(language.lowercased()).yml”"))
      }
      guard text.path.hasSuffix(".mustache") else {
        return Diagnostic(
          .unknownTemplate, at: place,
          "this file is not used: it is neither a template nor in “assets/”")
      }
      let nearest = NearestName.match(name, among: names)
      return Diagnostic(
        .unknownTemplate, at: place,
        "“\(name)” does not replace a template of the theme, and no template includes it",
        suggestion: nearest.map { Suggestion("did you mean “\($0).mustache”?") })
    }
  }

  /// The skeleton of a page for all values with the same shape as `values`.
  func skeleton(_ template: String, for values: TemplateValues) -> PageSkeleton {
    var next = 0
    let record = PlaceholderRecord(values, next: &next)
    return templates.skeleton(record, with: template)
  }

  /// The files of the built-in theme, by path below Templates/.
  package static let builtIn: [String: [UInt8]] = {
    var files: [String: [UInt8]] = [:]
    for file in UnsafeBufferPointer(start: standpoint_theme_files(), count: standpoint_theme_file_count()) {
      files[String(cString: file.path)] = Array(UnsafeBufferPointer(start: file.bytes, count: file.count))
    }
    return files
  }()

  /// Those below `assets/`, with style sheets as they are published.
  private static let builtInAssets: [String: [UInt8]] = {
    var assets: [String: [UInt8]] = [:]
    for (path, bytes) in builtIn where path.hasPrefix("assets/") {
      assets[path] = path.hasSuffix(".css") ? MinifiedCSS(bytes).bytes : bytes
    }
    return assets
  }()
}
