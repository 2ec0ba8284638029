import Diagnostics
import Mustache
import Text

/// The templates and assets that pages are made with: the built-in theme, single files replaced by the site's own.
package struct Theme: Sendable {
  /// Faults of the site's own templates.
  package let diagnostics: [Diagnostic]
  /// The files below `assets/`, by path below Templates/, sorted.
  let assets: [OutputFile]
  /// How pages ask for them.
  let assetNames: AssetNames
  private let library: MustacheLibrary

  /// The words of the interface.
  let words: Words

  /// - Parameters:
  ///   - overrides: the site's own `Templates/`; `path` as messages print it, keyed by the path below Templates/.
  ///   - language: the site's, as a BCP 47 tag.
  ///   - fingerprints: pages ask for assets under names that change with their bytes.
  package init(
    overrides: [String: SourceText] = [:], language: String = "en", fingerprints: Bool = false
  ) {
    let builtIn = Self.builtIn
    let vocabulary = StringCatalog(language: language, theme: builtIn, overrides: overrides)
    var assets = Self.assets(builtIn, overrides)
    let templates = (Array(builtIn) + overrides.map { ($0, $1.bytes) }).filter {
      Self.templateName($0.0) != nil
    }
    assetNames =
      fingerprints ? AssetNames(&assets, templates: templates.map(\.1)) : AssetNames(unmarked: assets)
    var sources: [String: TemplateSource] = [:]
    var library = MustacheLibrary()
    for (path, bytes) in builtIn {
      guard let name = Self.templateName(path) else { continue }
      let source = TemplateSource(
        name: name, path: "Templates/" + path, bytes: bytes, vocabulary: vocabulary, assets: assetNames)
      sources[name] = source
      if let template = source.template { library.register(template, named: name) }
    }
    var additions: [String: SourceText] = [:]
    for (path, text) in overrides {
      if let name = Self.templateName(path) {
        if builtIn[path] == nil { additions[name] = text }
        let source = TemplateSource(
          name: name, path: text.path, bytes: text.bytes, vocabulary: vocabulary, assets: assetNames)
        sources[name] = source
        if let template = source.template { library.register(template, named: name) }
      } else if !path.hasPrefix("assets/"), builtIn[path] == nil, !vocabulary.used.contains(path) {
        additions[path] = text
      }
    }
    let check = TemplateCheck(sources)
    let asked = sources.values.reduce(into: Set<String>()) { $0.formUnion($1.words) }
    diagnostics =
      vocabulary.diagnostics + vocabulary.unused(asked: asked) + check.diagnostics
      + Self.unknownWords(sources, vocabulary) + Self.unused(additions, check: check, language: language)
      + Self.unasked(sources, overrides[AssetNames.customStylesheet])
    self.library = library
    self.assets = assets.keys.sorted().map { OutputFile(path: $0, bytes: assets[$0] ?? []) }
    words = Words(vocabulary)
  }

  /// The files below `assets/`: the theme's own, and those that the site puts in their place or adds.
  private static func assets(
    _ builtIn: [String: [UInt8]], _ overrides: [String: SourceText]
  ) -> [String: [UInt8]] {
    var assets: [String: [UInt8]] = [:]
    for (path, bytes) in builtIn where path.hasPrefix("assets/") {
      assets[path] = path.hasSuffix(".css") ? MinifiedCSS(bytes).bytes : bytes
    }
    for (path, text) in overrides where path.hasPrefix("assets/") && templateName(path) == nil {
      // A copy of a built-in file stands for it; the repository's own Templates/ is one.
      if text.bytes != builtIn[path] { assets[path] = text.bytes }
    }
    return assets
  }

  private static func unknownWords(
    _ sources: [String: TemplateSource], _ vocabulary: StringCatalog
  ) -> [Diagnostic] {
    sources.values.sorted { $0.path < $1.path }.flatMap { source in
      source.unknownWords.map { tag in
        let key = String(tag.name.drop { $0 != "." }.dropFirst())
        let nearest = NearestName.match(key, among: vocabulary.meanings.keys)
        return Diagnostic(
          .unknownTag, at: source.place(tag.range), "there is no word “\(key)” in the language files",
          suggestion: nearest.map {
            Suggestion("did you mean “\($0)”?", replacement: WordTags.prefix + $0)
          })
      }
    }
  }

  /// A warning about a style sheet of the site's own that none of its templates loads.
  private static func unasked(_ sources: [String: TemplateSource], _ sheet: SourceText?) -> [Diagnostic] {
    let value = TemplateName.customStylesheet.rawValue
    guard let sheet, !sources.values.contains(where: { $0.tags.contains { $0.name == value } }) else {
      return []
    }
    return [
      Diagnostic(
        .unknownTemplate, at: Place(path: sheet.path), "no template loads this style sheet",
        suggestion: Suggestion(
          "the built-in “layout.mustache” does: <link rel=\"stylesheet\" href=\"{{\(value)}}\">"))
    ]
  }

  /// `report` for `report.mustache`; nil for other files.
  static func templateName(_ path: String) -> String? {
    path.hasSuffix(".mustache") ? String(path.dropLast(".mustache".count)) : nil
  }

  /// Warnings about files of the site's own that replace nothing and that no template asks for.
  private static func unused(
    _ additions: [String: SourceText], check: TemplateCheck, language: String
  ) -> [Diagnostic] {
    let names = Set(builtIn.keys.compactMap(templateName))
    return additions.keys.sorted().filter { !check.used.contains($0) }.compactMap { name in
      guard let text = additions[name] else { return nil }
      let place = Place(path: text.path)
      if name.hasPrefix("languages/") {
        return Diagnostic(
          .unknownTemplate, at: place, "this file is not used: the site’s language is “\(language)”",
          suggestion: Suggestion("words for it stand in “languages/\(language.lowercased()).yml”"))
      }
      guard text.path.hasSuffix(".mustache") else {
        return Diagnostic(
          .unknownTemplate, at: place,
          "this file is neither a template nor below “assets/”, so it is not used")
      }
      let nearest = NearestName.match(name, among: names)
      return Diagnostic(
        .unknownTemplate, at: place,
        "“\(name)” replaces no template of the theme, and no template includes it",
        suggestion: nearest.map { Suggestion("did you mean “\($0).mustache”?") })
    }
  }

  /// The page of a template for all values of the shape of `values`, with places where the values go.
  func frame(_ template: String, for values: TemplateValues) -> PageSkeleton {
    var next = 0
    let record = PlaceholderRecord(values, next: &next)
    return PageSkeleton(library.render(record, withTemplate: template) ?? "")
  }
}
