import Content

/// A date that may be missing or partial, in four bytes; ordered as `PartialDate`, a missing one first.
struct PackedDate: Hashable, Comparable, Sendable {
  /// Year, month (0: open) and day (0: open); the smallest number stands for no date.
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

  /// The same with what is open at its latest: the last day that the date may mean.
  var end: PackedDate {
    guard bits != .min else { return self }
    let month = bits >> 5 & 15
    let day = bits & 31
    return PackedDate(bits: bits | (month == 0 ? 12 << 5 : 0) | (day == 0 ? 31 : 0))
  }

  /// The same with what is open at its earliest: the first day that the date may mean.
  var start: PackedDate {
    guard bits != .min else { return self }
    let month = bits >> 5 & 15
    let day = bits & 31
    return PackedDate(bits: bits | (month == 0 ? 1 << 5 : 0) | (day == 0 ? 1 : 0))
  }

  private init(bits: Int32) { self.bits = bits }

  static func < (left: PackedDate, right: PackedDate) -> Bool { left.bits < right.bits }
}
