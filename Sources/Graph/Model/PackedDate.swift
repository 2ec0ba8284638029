import Content

/// An optional, possibly partial date in four bytes; ordered like `PartialDate`, with a missing date first.
struct PackedDate: Hashable, Comparable, Sendable {
  /// Year, month (0: unknown) and day (0: unknown); the smallest number means no date.
  let bits: Int32

  static let none = PackedDate(nil)

  init(_ date: PartialDate?) {
    guard let date else {
      bits = .min
      return
    }
    let year = Int32(clamping: max(-9999, min(date.year, 99_999)))
    bits =
      (year * 16 + Int32(truncatingIfNeeded: date.month ?? 0)) * 32 + Int32(truncatingIfNeeded: date.day ?? 0)
  }

  /// nil: no date.
  var date: PartialDate? {
    guard bits != .min else { return nil }
    let month = Int((bits >> 5) & 15)
    let day = Int(bits & 31)
    return PartialDate(year: Int(bits >> 9), month: month == 0 ? nil : month, day: day == 0 ? nil : day)
  }

  /// nil: no date.
  var year: Int? { bits == .min ? nil : Int(bits >> 9) }

  /// The last day that the date may mean.
  var end: PackedDate {
    guard bits != .min else { return self }
    let month = bits >> 5 & 15
    let day = bits & 31
    return PackedDate(bits: bits | (month == 0 ? 12 << 5 : 0) | (day == 0 ? 31 : 0))
  }

  /// The first day that the date may mean.
  var start: PackedDate {
    guard bits != .min else { return self }
    let month = bits >> 5 & 15
    let day = bits & 31
    return PackedDate(bits: bits | (month == 0 ? 1 << 5 : 0) | (day == 0 ? 1 : 0))
  }

  private init(bits: Int32) { self.bits = bits }

  static func < (left: PackedDate, right: PackedDate) -> Bool { left.bits < right.bits }
}
