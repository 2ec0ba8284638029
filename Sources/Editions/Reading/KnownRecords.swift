/// The records of the file that was read last, with their bytes: editions repeat most of what the ones before them hold, in the
/// same order, and what has the same bytes is the same record.
struct KnownRecords<Record> {
  private var bytes: [UInt8] = []
  private var ranges: [Range<Int>] = []
  private var records: [Record] = []

  /// After a record that differs, so many known ones may have been removed.
  private static var mostSkipped: Int { 8 }

  /// The records of the next file.
  ///
  /// - Parameters:
  ///   - values: of the file, in its order.
  ///   - read: reads one that is not known.
  mutating func read(_ values: [EditionValue], _ read: (EditionValue) throws -> Record) rethrows -> [Record] {
    var place = 0
    let all = try values.map { value in
      guard let known = find(value, from: place) else { return try read(value) }
      place = known + 1
      return records[known]
    }
    records = all
    ranges = values.map(\.range)
    bytes = values.first?.bytes ?? []
    return all
  }

  private func find(_ value: EditionValue, from place: Int) -> Int? {
    let end = min(place + Self.mostSkipped, ranges.count)
    return value.bytes.withUnsafeBytes { new in
      bytes.withUnsafeBytes { old in
        (min(place, end)..<end).first { index in
          ranges[index].count == value.range.count
            && old[ranges[index]].elementsEqual(new[value.range])
        }
      }
    }
  }
}
