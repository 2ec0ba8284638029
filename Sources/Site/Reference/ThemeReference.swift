import Content
import Diagnostics

/// The reference of the built-in theme in Markdown: every value of every template, every part, asset, token and word, as
/// the code has them.
package struct ThemeReference: Sendable {
  /// GitHub's Markdown, ending in a line break.
  package let markdown: String

  package init() {
    var lines = [
      "# Theme reference", "",
      "Every value, part, token and word of the built-in theme. This chapter is written by `standpoint theme reference`, from the code;",
      "[The theme](theme.md) says how to use it.", "",
      "A tag's braces say what it holds: `{{name}}` is text, `{{{name}}}` is finished HTML, `{{#name}}` is true or false, or a list. A value that",
      "is *absent* makes its section `{{#name}}…{{/name}}` disappear. “The path” to a page is its address as seen from the page that links to it.",
      "",
    ]
    lines += Self.shared() + PageRegistry.templates.flatMap(Self.values) + Self.parts() + Self.assets()
    lines += Self.tokens() + Self.words()
    markdown = lines.joined(separator: "\n") + "\n"
  }

  private static func shared() -> [String] {
    ["## What every page has", ""] + table(SharedFields.all)
  }

  private static func values(_ template: TemplateDefinition) -> [String] {
    let isPart = PageRegistry.definition(template.name) == nil
    let shared = Set(isPart ? [] : SharedFields.all.map(\.name))
    let own = template.fields.filter { !shared.contains($0.name) }
    let ending =
      own.isEmpty ? ": what every page has, and no more." : isPart ? "." : ". Besides what every page has:"
    return ["## \(template.name).mustache", "", "For \(template.title)\(ending)", ""]
      + (own.isEmpty ? [] : table(own))
  }

  private static func table(_ fields: [TemplateField]) -> [String] {
    ["| Value | What it holds |", "|---|---|"] + fields.flatMap { rows($0, within: nil) } + [""]
  }

  private static func rows(_ field: TemplateField, within list: String?) -> [String] {
    let place = list.map { " in `\($0)`" } ?? ""
    let row = "| `\(tag(field))`\(place) | \(cell(field.summary)) |"
    guard case .list(let fields) = field.kind else { return [row] }
    // Lists of lists are not made: the declarations are our own.
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
    return ["## Parts", "", "What templates include with `{{> name}}`, or fill with `{{<name}}`.", ""]
      + ["| File | What it holds | Used by |", "|---|---|---|"] + rows + [""]
  }

  /// For each part the templates that use it, sorted.
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
    return ["## Assets", "", "A file of the same name in `Templates/assets/` takes the place of one.", ""]
      + ["| File | What it is for |", "|---|---|"] + rows
      + [
        "| `\(AssetNames.customStylesheet)` | a site's own, after all others on every page; the built-in theme has none |",
        "",
      ]
  }

  private static func tokens() -> [String] {
    let rows = ThemeToken.all.map { token in
      "| `\(token.name)` | `\(token.light)` | \(token.dark.map { "`\($0)`" } ?? "the same") | \(cell(token.meaning)) |"
    }
    return [
      "## Tokens", "",
      "Custom properties of `:root`. To change one, say it again in `Templates/\(AssetNames.customStylesheet)`.",
      "",
      "| Token | On light paper | On dark | What it is for |", "|---|---|---|---|",
    ] + rows + [""]
  }

  private static func words() -> [String] {
    let path = "languages/en.yml"
    let file = LanguageFile.read(SourceText(path: path, bytes: Theme.builtIn[path] ?? [])).file
    return [
      "## Words", "",
      "What `{{word.key}}` says in English, and what pages say by themselves. [Languages](languages.md) tells how to change one.",
      "",
      "| Key | In English |", "|---|---|",
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

  /// Without what would end the cell.
  private static func cell(_ text: String) -> String {
    var cell = ""
    for character in text { cell += character == "|" ? "\\|" : String(character) }
    return cell
  }
}
