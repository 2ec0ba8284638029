import Diagnostics

/// The interface texts in one language, from a file of `Templates/languages/`.
package struct LanguageFile: Sendable, Hashable {
  /// The text for one key.
  package enum Text: Sendable, Hashable {
    case text(String)
    /// A text for each plural form.
    case forms([PluralForm: String])
    /// Such as the names of the months.
    case list([String])
  }

  /// One key with its text.
  package struct Entry: Sendable, Hashable {
    package let key: String
    package let keyRange: Range<Int>
    package let text: Text
    package let range: Range<Int>
  }

  /// As messages print it.
  package let path: String
  /// In the order of the file, without duplicate keys, without keys that have no value, and without lists of words that
  /// tables are read by (`WordList`).
  package let entries: [Entry]
  /// The lists of words that tables are read by.
  package let lists: [WordList: [String]]

  /// Reads a file; a file with errors gives the texts that could be read.
  ///
  /// Diagnostics: `invalid-utf8`, `invalid-yaml`, `duplicate-key`, `wrong-type`, `word-list`, and `unknown-key` for a
  /// plural form that does not exist.
  ///
  /// - Parameter checksLists: false: the words of its lists are not compared with each other.
  package static func read(
    _ source: SourceText, checksLists: Bool = true
  ) -> (file: LanguageFile, diagnostics: [Diagnostic]) {
    let start = source.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let range = start..<source.bytes.count
    let (entries, problems) = YAMLText.read(source, range, example: "reports: Reports")
    var fields = FieldReader(path: source.path)
    let words = entries.filter { WordList(rawValue: $0.key) == nil }.compactMap { word($0, &fields) }
    var lists: [WordList: [String]] = [:]
    var check = WordListCheck(path: source.path)
    for entry in entries {
      guard let list = WordList(rawValue: entry.key), entry.value.content != .empty else { continue }
      let names = fields.names(entry)
      lists[list] = names.map(\.text)
      if checksLists { check.add(names, to: list, named: list.rawValue, in: entry) }
    }
    if checksLists, !lists.isEmpty { check.finish(TableWords(lists: lists), builtIn: TableWords(lists: [:])) }
    let encoding = UTF8Check.diagnostic(source, in: range)
    return (
      LanguageFile(path: source.path, entries: words, lists: lists),
      (encoding.map { [$0] } ?? []) + problems + fields.diagnostics + check.diagnostics
    )
  }

  private static func word(_ entry: YAMLEntry, _ fields: inout FieldReader) -> Entry? {
    guard let text = text(entry, &fields) else { return nil }
    return Entry(key: entry.key, keyRange: entry.keyRange, text: text, range: entry.value.range)
  }

  private static func text(_ entry: YAMLEntry, _ fields: inout FieldReader) -> Text? {
    switch entry.value.content {
    case .empty: return nil
    case .text(let text):
      if text.isEmpty { return nil }
      let hasLines = text.utf8.contains(UInt8(ascii: "\n"))
      return .text(hasLines ? text.split(separator: "\n").joined(separator: " ") : text)
    case .list: return .list(fields.names(entry).map(\.text))
    case .map(let forms):
      var texts: [PluralForm: String] = [:]
      for form in forms {
        guard let name = PluralForm(rawValue: form.key) else {
          fields.unknown(form, among: PluralForm.allCases.map(\.rawValue))
          continue
        }
        texts[name] = fields.text(form)
      }
      return texts.isEmpty ? nil : .forms(texts)
    case .tooDeep:
      fields.wrongType(entry.key, "text", entry.value)
      return nil
    }
  }
}
