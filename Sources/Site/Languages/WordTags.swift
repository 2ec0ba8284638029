import Content
import Text

/// Puts the words of the interface into a template before it is compiled, so that they cost pages nothing:
/// `{{word.issues}}`, or `{{#word.by-authors}}{{authors}}{{/word.by-authors}}` where a word has a hole,
/// or `{{plural.search-found}}`, the plural forms of a text as JSON, for scripts.
struct WordTags {
  /// What the names of these tags begin with.
  static let prefix = "word."
  /// What the names of tags for plural forms begin with.
  static let pluralPrefix = "plural."

  /// The template with its words.
  private(set) var bytes: [UInt8] = []
  /// The tags that are no words.
  private(set) var tags: [TemplateTag] = []
  /// The keys that are asked for.
  private(set) var keys: Set<String> = []
  /// Tags whose word nobody knows.
  private(set) var unknown: [TemplateTag] = []
  private(set) var faults: [TemplateFault] = []

  private let source: [UInt8]
  private var written = 0

  /// - Parameters:
  ///   - source: a template without faults.
  ///   - tags: all tags of it.
  init(_ source: [UInt8], _ tags: [TemplateTag], _ vocabulary: StringCatalog) {
    self.source = source
    guard tags.contains(where: { $0.name.hasPrefix(Self.prefix) || $0.name.hasPrefix(Self.pluralPrefix) })
    else {
      (bytes, self.tags) = (source, tags)
      return
    }
    /// For each open section what its end becomes; nil for sections that are no words.
    var open: [String?] = []
    for tag in tags {
      if tag.kind == .close {
        guard let end = open.popLast() ?? nil else {
          self.tags.append(tag)
          continue
        }
        replace(tag, by: end)
      } else if tag.name.hasPrefix(Self.prefix) {
        let (start, end) = word(tag, vocabulary)
        replace(tag, by: start)
        if tag.opens { open.append(end) }
      } else if tag.name.hasPrefix(Self.pluralPrefix), tag.kind == .variable {
        replace(tag, by: pluralForms(tag, vocabulary))
      } else {
        self.tags.append(tag)
        if tag.opens { open.append(nil) }
      }
    }
    bytes += source[written...]
  }

  /// What stands before and after a word's hole; all of the word before it, if it has none.
  private mutating func word(_ tag: TemplateTag, _ vocabulary: StringCatalog) -> (start: String, end: String)
  {
    let key = String(tag.name.dropFirst(Self.prefix.count))
    keys.insert(key)
    guard let text = vocabulary.meanings[key]?.text(nil) else {
      unknown.append(tag)
      return ("", "")
    }
    let holes = text.holes
    switch (tag.kind, holes.count) {
    case (.variable, 0), (.section, 1): break
    case (.variable, 1):
      fault(tag, "“\(key)” needs its {\(holes[0])}: write {{#\(tag.name)}}…{{/\(tag.name)}} around it")
    case (.section, 0): fault(tag, "“\(key)” has no place for anything: write {{\(tag.name)}}")
    case (_, 2...): fault(tag, "“\(key)” is put together by the site itself, so templates cannot use it")
    default: fault(tag, "“\(tag.name)” is a word: write {{\(tag.name)}}")
    }
    let cut = text.pieces.firstIndex { if case .hole = $0 { true } else { false } } ?? text.pieces.endIndex
    let start = StringPattern(pieces: Array(text.pieces[..<cut])).filled { _ in nil }
    let end = StringPattern(pieces: Array(text.pieces[cut...])).filled { _ in nil }
    return (start, end)
  }

  /// The forms of a text as a JSON object, such as `{"one":"{count} result","other":"{count} results"}`.
  private mutating func pluralForms(_ tag: TemplateTag, _ vocabulary: StringCatalog) -> String {
    let key = String(tag.name.dropFirst(Self.pluralPrefix.count))
    keys.insert(key)
    guard case .text(let forms, _)? = vocabulary.meanings[key] else {
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

  private mutating func fault(_ tag: TemplateTag, _ message: String) {
    faults.append(TemplateFault(message: message, range: tag.range))
  }

  /// Copies what stands before a tag, and writes `text`, escaped, in its place.
  private mutating func replace(_ tag: TemplateTag, by text: String) {
    var start = tag.range.lowerBound
    while start > written, source[start] != UInt8(ascii: "{") { start -= 1 }
    while start > written, source[start - 1] == UInt8(ascii: "{") { start -= 1 }
    var end = tag.range.upperBound
    while end < source.count, source[end] != UInt8(ascii: "}") { end += 1 }
    while end < source.count, source[end] == UInt8(ascii: "}") { end += 1 }
    bytes += source[written..<start]
    bytes.escaped(text)
    written = end
  }
}
