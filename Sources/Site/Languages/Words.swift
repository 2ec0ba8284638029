import Content

/// The words of a site's interface, escaped and ready to be written: one buffer, and places in it.
final class Words: Sendable {
  /// The hole for a number of things; others are counted in the order of `StringKey.holes`.
  private static let count = -1
  private static let formCount = PluralForm.allCases.count

  /// For each word, its forms.
  private let texts: TextTable
  /// The same for texts that are escaped later.
  private let plainTexts: TextTable
  private let rules: [PluralRule]
  /// Words for kinds of callout, escaped, by kind.
  private let callouts: [[UInt8]: [UInt8]]
  /// By place in `DateOrigin.remarked`: where a date is from, in brackets behind a space.
  private let remarks: ByteTable
  let dates: DateWords
  let stances: StanceWords

  /// The key of a callout's word without its kind.
  static let calloutPrefix = "callout-"

  init(_ vocabulary: StringCatalog) {
    var texts = TextTable()
    var plainTexts = TextTable()
    let meanings = StringKey.allCases.map { vocabulary.meanings[$0.key] ?? .text([:], .none) }
    for (word, meaning) in zip(StringKey.allCases, meanings) {
      let holes = word.holes
      for form in PluralForm.allCases {
        let text = meaning.text(form: form)
        func number(_ hole: String) -> Int? {
          hole == Translation.countHole ? Self.count : holes.firstIndex(of: hole)
        }
        texts.add(text, number: number)
        plainTexts.add(text, isEscaped: false, number: number)
      }
    }
    self.texts = texts
    self.plainTexts = plainTexts
    rules = meanings.map { if case .text(_, let rule) = $0 { rule } else { .none } }
    callouts = Self.callouts(vocabulary)
    remarks = Self.remarks(vocabulary)
    dates = DateWords(vocabulary)
    stances = StanceWords(vocabulary)
  }

  private static func remarks(_ vocabulary: StringCatalog) -> ByteTable {
    var remarks = ByteTable()
    for word in DateOrigin.remarked.compactMap(\.remark) {
      remarks.add { output in
        output.raw(" (")
        output.escaped(vocabulary.meanings[word.key]?.text(nil)?.filled { _ in nil } ?? "")
        output.raw(")")
      }
    }
    return remarks
  }

  /// Appends where a date is from, in brackets behind a space; nothing where there is none.
  func writeRemark(_ origin: DateOrigin, into output: inout [UInt8]) {
    if let place = origin.remarkPlace { output.append(contentsOf: remarks[place]) }
  }

  private static func callouts(_ vocabulary: StringCatalog) -> [[UInt8]: [UInt8]] {
    var callouts: [[UInt8]: [UInt8]] = [:]
    for (key, meaning) in vocabulary.meanings where key.hasPrefix(calloutPrefix) {
      var title: [UInt8] = []
      title.escaped(meaning.text(nil)?.filled { _ in nil } ?? "")
      callouts[Array(key.utf8.dropFirst(calloutPrefix.utf8.count))] = title
    }
    return callouts
  }

  /// The title of a callout without one of its own, escaped; nil when no word is known for its kind.
  func callout(_ kind: ArraySlice<UInt8>) -> [UInt8]? { callouts[Array(kind)] }

  /// Appends a word, escaped.
  func write(_ word: StringKey, into output: inout [UInt8]) {
    write(word, count: nil, into: &output) { _, _ in }
  }

  /// Appends a word with one hole.
  func write(_ word: StringKey, into output: inout [UInt8], _ value: (inout [UInt8]) -> Void) {
    write(word, count: nil, into: &output) { value(&$1) }
  }

  /// Appends a word with two holes, in whatever order the language has them.
  func write(
    _ word: StringKey, into output: inout [UInt8], _ first: (inout [UInt8]) -> Void,
    _ second: (inout [UInt8]) -> Void
  ) {
    write(word, count: nil, into: &output) { if $0 == 0 { first(&$1) } else { second(&$1) } }
  }

  /// Appends a word that changes with `count`, which is not below 0.
  func write(_ word: StringKey, count: Int, into output: inout [UInt8]) {
    write(word, count: count, into: &output) { _, _ in }
  }

  /// Appends a word with any holes; `value` is given the place of each in `StringKey.holes`, in the language's order.
  func write(
    _ word: StringKey, count: Int?, into output: inout [UInt8], values value: (Int, inout [UInt8]) -> Void
  ) {
    texts.write(place(of: word, count), into: &output) { hole, output in
      if hole == Self.count { output.number(count ?? 0) } else { value(hole, &output) }
    }
  }

  private func place(of word: StringKey, _ count: Int?) -> Int {
    let form = count.map { rules[word.rawValue].form(of: $0) } ?? .other
    return word.rawValue * Self.formCount + form.index
  }

  /// A word as plain text, its holes filled in the order of `StringKey.holes`.
  func text(_ word: StringKey, count: Int? = nil, _ values: String...) -> String {
    var bytes: [UInt8] = []
    plainTexts.write(place(of: word, count), into: &bytes) { hole, bytes in
      if hole == Self.count {
        bytes.number(count ?? 0)
      } else if values.indices.contains(hole) {
        bytes.raw(values[hole])
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
