import Content

/// The interface texts of a site in its language, escaped and ready to be written.
final class LocalizedStrings: Sendable {
  /// The placeholder for the number of a counted text; others are numbered in the order of `StringKey.placeholders`.
  private static let count = -1
  private static let formCount = PluralForm.allCases.count

  private let places: StringKeyPlaces
  /// By key, then by plural form; escaped. A key without a place has an empty text at the end.
  private let texts: PatternTable
  /// The same, not escaped.
  private let plainTexts: PlainPatternTable
  /// By key.
  private let rules: [PluralRule]
  /// The titles of callouts by kind, escaped.
  private let callouts: [[UInt8]: HTML]
  /// By index in `DateOrigin.remarked`: a space and, in brackets, the origin of a date.
  private let remarks: HTMLTable
  let dates: LocalizedDates
  let stances: LocalizedStances

  /// The prefix of the keys of callout titles; the kind of callout follows.
  static let calloutPrefix = "callout-"

  init(_ catalog: StringCatalog) {
    var texts = PatternTable()
    var plainTexts = PlainPatternTable()
    let keys = StringKey.all
    let translations =
      keys.map { catalog.translations[$0.rawValue] ?? .text([:], .none) } + [.text([:], .none)]
    for (place, translation) in translations.enumerated() {
      let placeholders = place < keys.count ? keys[place].placeholders : []
      for form in PluralForm.allCases {
        let text = translation.text(form: form)
        func number(_ placeholder: String) -> Int? {
          placeholder == Translation.countPlaceholder ? Self.count : placeholders.firstIndex(of: placeholder)
        }
        texts.add(text, number: number)
        plainTexts.add(text, number: number)
      }
    }
    places = StringKeyPlaces(keys)
    self.texts = texts
    self.plainTexts = plainTexts
    rules = translations.map { if case .text(_, let rule) = $0 { rule } else { .none } }
    callouts = Self.callouts(catalog)
    remarks = Self.remarks(catalog)
    dates = LocalizedDates(catalog)
    stances = LocalizedStances(catalog)
  }

  private static func remarks(_ catalog: StringCatalog) -> HTMLTable {
    var remarks = HTMLTable()
    for key in DateOrigin.remarked.compactMap(\.remark) {
      remarks.add { output in
        output.raw(" (")
        output.escaped(catalog.translations[key.rawValue]?.plainText ?? "")
        output.raw(")")
      }
    }
    return remarks
  }

  /// Appends a space and, in brackets, the origin of a date; nothing if the date has no remark.
  func writeRemark(_ origin: DateOrigin, into output: inout HTML) {
    if let place = origin.remarkPlace { output.append(contentsOf: remarks[place]) }
  }

  private static func callouts(_ catalog: StringCatalog) -> [[UInt8]: HTML] {
    var callouts: [[UInt8]: HTML] = [:]
    for (key, translation) in catalog.translations where key.hasPrefix(calloutPrefix) {
      var title = HTML()
      title.escaped(translation.plainText)
      callouts[Array(key.utf8.dropFirst(calloutPrefix.utf8.count))] = title
    }
    return callouts
  }

  /// The default title of a kind of callout, escaped; nil for an unknown kind.
  func callout(_ kind: ArraySlice<UInt8>) -> HTML? { callouts[Array(kind)] }

  /// Appends a text without placeholders, escaped.
  func write(_ key: StringKey, into output: inout HTML) {
    texts.write(place(of: key, nil), into: &output)
  }

  /// Appends a text with one placeholder.
  func write(_ key: StringKey, into output: inout HTML, _ value: (inout HTML) -> Void) {
    write(key, count: nil, into: &output) { value(&$1) }
  }

  /// Appends a text with two placeholders; the language decides which one comes first.
  func write(
    _ key: StringKey, into output: inout HTML, _ first: (inout HTML) -> Void,
    _ second: (inout HTML) -> Void
  ) {
    write(key, count: nil, into: &output) { if $0 == 0 { first(&$1) } else { second(&$1) } }
  }

  /// Appends the arrow between what was and what is, in the direction of the language, with spaces.
  func writeArrow(into output: inout HTML) {
    write(.valueChange, into: &output, { _ in }, { _ in })
  }

  /// Appends a counted text; `count` is not negative.
  func write(_ key: StringKey, count: Int, into output: inout HTML) {
    write(key, count: count, into: &output) { _, _ in }
  }

  /// Appends a text with any placeholders. `value` writes the placeholder at an index of `StringKey.placeholders`; the
  /// language decides the order.
  func write(
    _ key: StringKey, count: Int?, into output: inout HTML, values value: (Int, inout HTML) -> Void
  ) {
    texts.write(place(of: key, count), into: &output) { placeholder, output in
      if placeholder == Self.count { output.number(count ?? 0) } else { value(placeholder, &output) }
    }
  }

  private func place(of key: StringKey, _ count: Int?) -> Int {
    let place = places[key]
    let form = count.map { rules[place].form(of: $0) } ?? .other
    return place * Self.formCount + form.index
  }

  /// A text that is not escaped, with values in the order of `StringKey.placeholders`.
  func text(_ key: StringKey, count: Int? = nil, _ values: String...) -> String {
    text(key, count: count, values: values)
  }

  /// The same with values in an array.
  func text(_ key: StringKey, count: Int? = nil, values: [String]) -> String {
    plainTexts.text(place(of: key, count)) { placeholder in
      if placeholder == Self.count { return String(count ?? 0) }
      return values.indices.contains(placeholder) ? values[placeholder] : ""
    }
  }
}
