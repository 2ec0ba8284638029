import Content
import Graph

/// The names of stances as HTML that is ready to be written. The style sheet adds sign and colour by class.
struct LocalizedStances: Sendable {
  private var html = HTMLTable()
  private var escapedNames = HTMLTable()
  private let names: [String]
  private let title: HTML

  init(_ catalog: StringCatalog) {
    names = Stance.allCases.map { catalog.translations[$0.key.rawValue]?.plainText ?? "" }
    var title = HTML()
    title.escaped(catalog.translations[StringKey.stances.rawValue]?.plainText ?? "")
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

  /// Appends the legend of stances.
  ///
  /// - Parameter showsSides: each stance that takes a side has it in `data-side`, for the matrix’s script.
  func writeLegend(showsSides: Bool = false, into output: inout HTML) {
    output.raw("<p class=\"legend\"><span>")
    output.append(contentsOf: title)
    output.raw("</span>")
    for stance in Stance.allCases {
      output.raw(" ")
      if showsSides, let side = StanceSide(stance) {
        output.raw("<span class=\"stance ")
        output.raw(stance.styleClass)
        output.raw("\" data-side=\"")
        output.number(side.rawValue)
        output.raw("\">")
        writeName(stance, into: &output)
        output.raw("</span>")
      } else {
        write(stance, into: &output)
      }
    }
    output.raw("</p>\n")
  }

  /// Appends `<span class="stance s-supports">…</span>`.
  func write(_ stance: Stance, into output: inout HTML) {
    output.append(contentsOf: html[stance.index])
  }

  /// Appends the name alone, escaped.
  func writeName(_ stance: Stance, into output: inout HTML) {
    output.append(contentsOf: escapedNames[stance.index])
  }

  /// The name alone, not escaped.
  func name(_ stance: Stance) -> String { names[stance.index] }
}

extension Stance {
  /// The index in `allCases`.
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

  /// The text with its name.
  var key: StringKey {
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

extension LocalizedStrings {
  /// Writes the stances of a standing, each once, with spaces between them.
  func write(stances: [Stance?], into output: inout HTML) {
    var shown: Set<Stance?> = []
    for stance in stances where shown.insert(stance).inserted {
      if shown.count > 1 { output.raw(" ") }
      if let stance { self.stances.write(stance, into: &output) } else { write(.unrated, into: &output) }
    }
  }
}
