/// After how long positions should be looked at again: `90 days`, `6 months`, `1 year`.
package struct ReviewPeriod: Sendable, Hashable {
  package enum Unit: String, Sendable, Hashable, CaseIterable {
    case days, weeks, months, years
  }

  /// From 1 to 9,999.
  package let count: Int
  package let unit: Unit

  package init(count: Int, unit: Unit) {
    self.count = count
    self.unit = unit
  }

  /// Reads a number and a unit, singular or plural, or a number alone for days; nil for anything else.
  package init?(_ text: String) {
    let words = text.lowercased().split(separator: " ")
    guard let first = words.first, let count = Int(first), (1...9_999).contains(count), words.count <= 2
    else {
      return nil
    }
    let word = words.count == 2 ? String(words[1]) : "days"
    guard let unit = Unit(rawValue: word.hasSuffix("s") ? word : word + "s") else { return nil }
    self.init(count: count, unit: unit)
  }
}
