/// The forms that a word takes beside a number, by the names of the Unicode CLDR.
package enum PluralForm: String, Sendable, Hashable, CaseIterable {
  case zero, one, two, few, many, other

  /// Its place among all forms, from 0.
  package var index: Int {
    switch self {
    case .zero: 0
    case .one: 1
    case .two: 2
    case .few: 3
    case .many: 4
    case .other: 5
    }
  }
}
