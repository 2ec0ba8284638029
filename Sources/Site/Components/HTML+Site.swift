import Content
import Graph
import Text

typealias HTML = Text.HTML
typealias XML = Text.XML

extension HTML {
  /// Appends a number in at least two digits.
  mutating func twoDigits(_ number: Int) {
    if number < 10 { raw("0") }
    self.number(number)
  }

  /// Appends a query or fragment as written, except that bytes which are not allowed in addresses are
  /// percent-encoded.
  mutating func addressSuffix(_ suffix: String) {
    escaped(PercentEncoding.encoded(suffix, keeping: .suffix))
  }
}

extension HTML {
  /// Appends the class of a party's hue: `p1` … `p8`, or a further one for a party with a colour of its own.
  mutating func hue(_ party: ID<Party>, of hues: PartyHues) {
    raw("p")
    number(hues[party])
  }

  /// Appends ` class="p1"` and the like.
  mutating func hueClass(_ party: ID<Party>, of hues: PartyHues) {
    raw(" class=\"")
    hue(party, of: hues)
    raw("\"")
  }
}

extension HTML {
  /// Appends `<time>2025-03</time>`, the month of a date for narrow places; `2025` if the month is unknown.
  mutating func monthTime(_ date: PartialDate) {
    raw("<time>")
    machineDate(PartialDate(year: date.year, month: date.month))
    raw("</time>")
  }

  /// Appends a date in ISO 8601: `2025-03-02`, `2025-03` or `2025`.
  mutating func machineDate(_ date: PartialDate) {
    for limit in [10, 100, 1000] where (0..<limit).contains(date.year) { raw("0") }
    number(date.year)
    guard let month = date.month else { return }
    raw("-")
    twoDigits(month)
    guard let day = date.day else { return }
    raw("-")
    twoDigits(day)
  }
}

extension Stance {
  /// The class that gives a cell or a word the sign and colour of the stance.
  var styleClass: StaticString {
    switch self {
    case .champions: "s-champions"
    case .supports: "s-supports"
    case .mixed: "s-mixed"
    case .neutral: "s-neutral"
    case .opposes: "s-opposes"
    case .redLine: "s-red-line"
    }
  }
}
