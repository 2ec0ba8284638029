import Content
import Graph
import Text

/// Appending HTML to a page's bytes.
extension [UInt8] {
  /// Appends literal markup.
  @inline(__always)
  mutating func raw(_ markup: StaticString) {
    markup.withUTF8Buffer { append(contentsOf: $0) }
  }

  /// Appends text unchanged: an address, or text that is already escaped.
  mutating func raw(_ text: String) {
    // Several times faster than `append(contentsOf: text.utf8)`.
    var text = text
    text.withUTF8 { append(contentsOf: $0) }
  }

  /// Appends a number in decimal digits.
  mutating func number(_ number: Int) {
    raw(String(number))
  }

  /// Appends a number in at least two digits.
  mutating func twoDigits(_ number: Int) {
    if number < 10 { append(UInt8(ascii: "0")) }
    self.number(number)
  }

  /// Appends text, escaped for HTML, including quoted attributes.
  mutating func escaped(_ text: String) {
    HTMLEscape.append(text, to: &self)
  }

  /// Appends UTF-8 text, escaped for HTML, including quoted attributes.
  mutating func escaped(_ text: ArraySlice<UInt8>) {
    HTMLEscape.append(text, to: &self)
  }

  /// Appends text, escaped for XML, including quoted attributes.
  mutating func escapedXML(_ text: String) {
    XMLEscape.append(text, to: &self)
  }

  /// Appends the path of a file as part of an address, percent-encoded.
  mutating func percentEncoded(_ path: String) {
    PercentEncoding.append(path, to: &self)
  }

  /// Appends a query or fragment as written, except that bytes which are not allowed in addresses are
  /// percent-encoded.
  mutating func addressSuffix(_ suffix: String) {
    escaped(PercentEncoding.encoded(suffix, keeping: .suffix))
  }
}

extension [UInt8] {
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

extension [UInt8] {
  /// Appends `<time>2025-03</time>`, the month of a date for narrow places; `2025` if the month is unknown.
  mutating func monthTime(_ date: PartialDate) {
    raw("<time>")
    machineDate(PartialDate(year: date.year, month: date.month))
    raw("</time>")
  }

  /// Appends a date in ISO 8601: `2025-03-02`, `2025-03` or `2025`.
  mutating func machineDate(_ date: PartialDate) {
    let year = String(date.year)
    raw(String(repeating: "0", count: Swift.max(0, 4 - year.utf8.count)))
    raw(year)
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
