import Content
import Diagnostics

/// The reference of the built-in theme in Markdown, derived from the code: the values of every template, the parts,
/// assets, tokens and interface texts.
package struct ThemeReference: Sendable {
  /// GitHub Flavored Markdown; ends with a line break.
  package let markdown: String

  package init() {
    var lines = [
      "# Theme reference", "",
      "The values, partials, assets, custom properties and texts of the built-in theme. `standpoint theme reference` generates this chapter from the code.",
      "[The theme](theme.md) explains how to use them.", "",
      "The braces of a tag show its type: `{{name}}` is text, `{{{name}}}` is HTML, `{{#name}}` is true or false, or a list. If a value is *absent*,",
      "its section `{{#name}}…{{/name}}` is left out. “The path” to a page is its address relative to the page that links to it.",
      "",
    ]
    lines += Self.shared() + PageRegistry.templates.flatMap(Self.values) + Self.parts() + Self.assets()
    lines += Self.tokens() + Self.texts()
    markdown = lines.joined(separator: "\n") + "\n"
  }

  private static func shared() -> [String] {
    ["## Values of every page", ""] + table(SharedFields.all)
  }

  private static func values(_ template: TemplateDefinition) -> [String] {
    let isPart = PageRegistry.definition(template.name) == nil
    let shared = Set(isPart ? [] : SharedFields.all.map(\.name))
    let own = template.fields.filter { !shared.contains($0.name) }
    let ending =
      own.isEmpty
      ? ": only the values of every page." : isPart ? "." : ". In addition to the values of every page:"
    return ["## \(template.name).mustache", "", "For \(template.title)\(ending)", ""]
      + (own.isEmpty ? [] : table(own))
  }

  private static func table(_ fields: [TemplateField]) -> [String] {
    ["| Value | Content |", "|---|---|"] + fields.flatMap { rows($0, within: nil) } + [""]
  }

  private static func rows(_ field: TemplateField, within list: String?) -> [String] {
    let place = list.map { " in `\($0)`" } ?? ""
    let row = "| `\(tag(field))`\(place) | \(cell(field.summary)) |"
    guard case .list(let fields) = field.kind else { return [row] }
    // No declaration has a list inside a list.
    return [row] + fields.flatMap { rows($0, within: tag(field)) }
  }

  private static func tag(_ field: TemplateField) -> String {
    switch field.kind {
    case .text: "{{\(field.name.rawValue)}}"
    case .html: "{{{\(field.name.rawValue)}}}"
    case .flag, .list: "{{#\(field.name.rawValue)}}"
    }
  }

  private static func parts() -> [String] {
    let users = users()
    let rows = ThemeFile.all.filter { $0.kind == .part }.map { file in
      let name = Theme.templateName(file.path) ?? file.path
      let names = (users[name] ?? []).map { "`\($0)`" }.joined(separator: ", ")
      return "| `\(file.path)` | \(cell(file.summary)) | \(names) |"
    }
    return [
      "## Partials", "", "Templates include these with `{{> name}}`, or extend them with `{{<name}}`.", "",
    ]
      + ["| File | Content | Used by |", "|---|---|---|"] + rows + [""]
  }

  /// The templates that use each part, sorted.
  private static func users() -> [String: [String]] {
    let theme = Theme.builtIn
    var users: [String: [String]] = [:]
    for path in theme.keys.sorted() {
      guard let name = Theme.templateName(path) else { continue }
      let tags = TemplateScanner(theme[path] ?? []).tags.filter { [.partial, .parent].contains($0.kind) }
      for part in Set(tags.map(\.name)) { users[part, default: []].append(name) }
    }
    return users
  }

  private static func assets() -> [String] {
    let rows = ThemeFile.all.filter { $0.kind == .asset }.map { "| `\($0.path)` | \(cell($0.summary)) |" }
    return [
      "## Assets", "", "A file in `Templates/assets/` replaces the built-in file of the same name.", "",
    ]
      + ["| File | Purpose |", "|---|---|"] + rows
      + [
        "| `\(AssetNames.customStylesheet)` | the site’s own style sheet, loaded last on every page; the built-in theme has none |",
        "",
      ]
  }

  private static func tokens() -> [String] {
    let rows = ThemeToken.all.map { token in
      "| `\(token.name)` | `\(token.light)` | \(token.dark.map { "`\($0)`" } ?? "the same") | \(cell(token.meaning)) |"
    }
    return [
      "## Custom properties", "",
      "They are set on `:root`. To change one, override it in `Templates/\(AssetNames.customStylesheet)`.",
      "",
      "| Property | Light | Dark | Purpose |", "|---|---|---|---|",
    ] + rows + [""]
  }

  private static func texts() -> [String] {
    let path = "languages/en.yml"
    let file = LanguageFile.read(SourceText(path: path, bytes: Theme.builtIn[path] ?? [])).file
    return [
      "## Texts", "",
      "The English interface texts: those of `{{word.key}}` in templates, and those that pages write themselves. [Languages](languages.md) explains how to change one.",
      "",
      "| Key | English |", "|---|---|",
    ] + file.entries.map { "| `\($0.key)` | \(cell(text($0.text))) |" }
  }

  private static func text(_ text: LanguageFile.Text) -> String {
    switch text {
    case .text(let text): code(text)
    case .list(let texts): texts.map(code).joined(separator: ", ")
    case .forms(let forms):
      PluralForm.allCases.compactMap { form in forms[form].map { "\(form.rawValue): \(code($0))" } }
        .joined(separator: ", ")
    }
  }

  private static func code(_ text: String) -> String { "`\(text)`" }

  /// The text, with characters escaped that would end a cell.
  private static func cell(_ text: String) -> String {
    var cell = ""
    for character in text { cell += character == "|" ? "\\|" : String(character) }
    return cell
  }
}
