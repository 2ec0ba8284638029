import Content
import Text

/// Replaces the tags for interface texts before a template is compiled, so that they cost nothing at
/// rendering: `{{word.issues}}`; `{{#word.by-authors}}{{authors}}{{/word.by-authors}}` for a text with a
/// placeholder; `{{plural.search-found}}` for the plural forms of a text as JSON, for scripts.
struct StringTags {
  /// The prefix of tags for texts.
  static let prefix = "word."
  /// The prefix of tags for plural forms.
  static let pluralPrefix = "plural."

  /// The template with the texts in place of the tags.
  private(set) var bytes: [UInt8] = []
  /// All other tags.
  private(set) var tags: [TemplateTag] = []
  /// The keys of the texts that the template uses.
  private(set) var keys: Set<String> = []
  /// Tags for texts that do not exist.
  private(set) var unknown: [TemplateTag] = []
  private(set) var errors: [TemplateError] = []

  private let source: [UInt8]
  private var written = 0

  /// - Parameters:
  ///   - source: a template without errors.
  ///   - tags: all its tags.
  init(_ source: [UInt8], _ tags: [TemplateTag], _ catalog: StringCatalog) {
    self.source = source
    guard tags.contains(where: { $0.name.hasPrefix(Self.prefix) || $0.name.hasPrefix(Self.pluralPrefix) })
    else {
      (bytes, self.tags) = (source, tags)
      return
    }
    /// For each open section, the text that replaces its end; nil for sections of values.
    var open: [String?] = []
    for tag in tags {
      if tag.kind == .close {
        guard let end = open.popLast() ?? nil else {
          self.tags.append(tag)
          continue
        }
        replace(tag, by: end)
      } else if tag.name.hasPrefix(Self.prefix) {
        let (start, end) = text(tag, catalog)
        replace(tag, by: start)
        if tag.opens { open.append(end) }
      } else if tag.name.hasPrefix(Self.pluralPrefix), tag.kind == .variable {
        replace(tag, by: pluralForms(tag, catalog))
      } else {
        self.tags.append(tag)
        if tag.opens { open.append(nil) }
      }
    }
    bytes += source[written...]
  }

  /// The text before and after the placeholder; without a placeholder, the whole text and an empty end.
  private mutating func text(_ tag: TemplateTag, _ catalog: StringCatalog) -> (start: String, end: String) {
    let key = String(tag.name.dropFirst(Self.prefix.count))
    keys.insert(key)
    guard let text = catalog.translations[key]?.text(nil) else {
      unknown.append(tag)
      return ("", "")
    }
    let placeholders = text.placeholders
    switch (tag.kind, placeholders.count) {
    case (.variable, 0), (.section, 1): break
    case (.variable, 1):
      report(
        tag,
        "“\(key)” needs a value for {\(placeholders[0])}: write it between {{#\(tag.name)}} and {{/\(tag.name)}}"
      )
    case (.section, 0): report(tag, "“\(key)” has no placeholder: write {{\(tag.name)}}")
    case (_, 2...): report(tag, "“\(key)” has more than one placeholder, so templates cannot use it")
    default: report(tag, "“\(tag.name)” is an interface text: write {{\(tag.name)}}")
    }
    let cut =
      text.pieces.firstIndex { if case .placeholder = $0 { true } else { false } } ?? text.pieces.endIndex
    let start = StringPattern(pieces: Array(text.pieces[..<cut])).filled { _ in nil }
    let end = StringPattern(pieces: Array(text.pieces[cut...])).filled { _ in nil }
    return (start, end)
  }

  /// The forms of a text as a JSON object, such as `{"one":"{count} result","other":"{count} results"}`.
  private mutating func pluralForms(_ tag: TemplateTag, _ catalog: StringCatalog) -> String {
    let key = String(tag.name.dropFirst(Self.pluralPrefix.count))
    keys.insert(key)
    guard case .text(let forms, _)? = catalog.translations[key] else {
      unknown.append(tag)
      return ""
    }
    var json = JSONWriter()
    json.beginObject()
    for form in PluralForm.allCases {
      if let text = forms[form] { json.member(form.rawValue, text.filled { "{\($0)}" }) }
    }
    json.endObject()
    return String(decoding: json.bytes, as: UTF8.self)
  }

  private mutating func report(_ tag: TemplateTag, _ message: String) {
    errors.append(TemplateError(message: message, range: tag.range))
  }

  /// Copies the text before a tag and writes `text`, escaped, in place of the tag.
  private mutating func replace(_ tag: TemplateTag, by text: String) {
    var start = tag.range.lowerBound
    while start > written, source[start] != UInt8(ascii: "{") { start -= 1 }
    while start > written, source[start - 1] == UInt8(ascii: "{") { start -= 1 }
    var end = tag.range.upperBound
    while end < source.count, source[end] != UInt8(ascii: "}") { end += 1 }
    while end < source.count, source[end] == UInt8(ascii: "}") { end += 1 }
    bytes += source[written..<start]
    HTMLEscape.append(text, to: &bytes)
    written = end
  }
}
