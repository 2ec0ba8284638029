import Content

/// The words of stances, as HTML that is ready to be written; sign and colour come from the class, by the style sheet.
struct StanceWords: Sendable {
  private var html = ByteTable()
  private var escapedNames = ByteTable()
  private let names: [String]
  private let title: [UInt8]

  init(_ vocabulary: StringCatalog) {
    names = Stance.allCases.map { vocabulary.meanings[$0.word.key]?.text(nil)?.filled { _ in nil } ?? "" }
    var title: [UInt8] = []
    title.escaped(vocabulary.meanings[StringKey.stances.key]?.text(nil)?.filled { _ in nil } ?? "")
    self.title = title
    for name in names { escapedNames.add { $0.escaped(name) } }
    for (stance, name) in zip(Stance.allCases, names) {
      html.add { output in
        output.raw("<span class=\"stance ")
        output.raw(stance.styleClass)
        output.raw("\">")
        output.escaped(name)
        output.raw("</span>")
      }
    }
  }

  /// Appends the scale of stances, from one end to the other, for a page that shows some.
  func writeLegend(into output: inout [UInt8]) {
    output.raw("<p class=\"legend\"><span>")
    output.append(contentsOf: title)
    output.raw("</span>")
    for stance in Stance.allCases {
      output.raw(" ")
      write(stance, into: &output)
    }
    output.raw("</p>\n")
  }

  /// Appends `<span class="stance s-supports">…</span>`.
  func write(_ stance: Stance, into output: inout [UInt8]) {
    output.append(contentsOf: html[stance.index])
  }

  /// Appends the word alone, escaped.
  func writeName(_ stance: Stance, into output: inout [UInt8]) {
    output.append(contentsOf: escapedNames[stance.index])
  }

  /// The word alone, for texts that are escaped later.
  func name(_ stance: Stance) -> String { names[stance.index] }
}

extension Stance {
  /// Its place in `allCases`.
  fileprivate var index: Int {
    switch self {
    case .champions: 0
    case .supports: 1
    case .mixed: 2
    case .neutral: 3
    case .opposes: 4
    case .redLine: 5
    }
  }

  fileprivate var word: StringKey {
    switch self {
    case .champions: .champions
    case .supports: .supports
    case .mixed: .mixed
    case .neutral: .neutral
    case .opposes: .opposes
    case .redLine: .redLine
    }
  }
}
