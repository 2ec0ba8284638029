import Text

/// The file of an edition without some of its records; every other byte is as it was.
package enum EditionExcerpt {
  /// - Parameter source: the bytes of a valid edition.
  /// - Returns: nil if the bytes cannot be read.
  package static func bytes(of source: [UInt8], without omissions: EditionOmissions) -> [UInt8]? {
    if omissions.isEmpty { return source }
    let texts = EditionTexts()
    guard let document = try? JSONDocument(source),
      let file = try? EditionFile(EditionValue(document, texts)),
      let rest = cut(indices(of: file.records, omissions), from: document),
      let document = try? JSONDocument(rest)
    else { return nil }
    guard let use = try? TextUse(EditionValue(document, texts)) else { return rest }
    return cut([use.unused], from: document)
  }

  /// A list of the file, and the indices of those of its records that are cut out.
  private struct Omitted {
    let list: String
    let count: Int
    let indices: [Int]

    init<Record>(_ list: String, _ records: [Record], where isOmitted: (Record) -> Bool) {
      self.list = list
      count = records.count
      indices = records.indices.filter { isOmitted(records[$0]) }
    }
  }

  private static func indices(of records: Edition.Records, _ omissions: EditionOmissions) -> [Omitted] {
    let (issues, parties) = records.emptied(by: omissions)
    let reports = omissions.reports
    return [
      Omitted("reports", records.reports) { reports.contains($0.slug) },
      Omitted("withheld", records.withheld) { reports.contains($0.slug) },
      Omitted("issues", records.issues) { issues.contains($0.slug) },
      Omitted("parties", records.parties) { parties.contains($0.slug) },
      Omitted("tables", records.tables) { reports.contains($0.report) },
      Omitted("positions", records.positions, where: omissions.omits),
      Omitted("silent", records.silentCells) { reports.contains($0.report) },
      Omitted("corrections", records.corrections) { reports.contains($0.report) },
    ]
  }

  /// The bytes without some records and the commas between them; nil if a list has another number of records.
  private static func cut(_ lists: [Omitted], from document: JSONDocument) -> [UInt8]? {
    var ranges: [Range<Int>] = []
    for list in lists where !list.indices.isEmpty {
      let places = document.elements(of: list.list)
      guard places.count == list.count else { return nil }
      let omitted = Set(list.indices)
      let firstKept = places.indices.first { !omitted.contains($0) } ?? list.count
      for index in list.indices {
        let own = places[index]
        if index > firstKept {
          ranges.append(places[index - 1].upperBound..<own.upperBound)
        } else {
          let end = index + 1 < list.count ? places[index + 1].lowerBound : own.upperBound
          ranges.append(own.lowerBound..<end)
        }
      }
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(document.bytes.count)
    var position = 0
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      bytes += document.bytes[position..<range.lowerBound]
      position = range.upperBound
    }
    return bytes + document.bytes[position...]
  }

  /// Which of the shared texts the positions refer to.
  private struct TextUse: EditionRecord {
    private let keys: [String]
    private let used: Set<String>

    init(_ value: EditionValue) throws {
      keys = value["texts"]?.elements?.compactMap { $0["key"]?.text } ?? []
      let positions = value["positions"]?.elements ?? []
      used = Set(
        positions.flatMap { [$0["text"]].compactMap(\.self) + ($0["sources"]?.elements ?? []) }
          .compactMap { $0["same"]?.text })
    }

    var unused: Omitted { Omitted("texts", keys) { !used.contains($0) } }
  }
}

extension JSONDocument {
  /// The places of the records in a list of the file.
  fileprivate func elements(of list: String) -> [Range<Int>] {
    guard let key = members(of: 0).first(where: { text(of: $0) == list }) else { return [] }
    return members(of: key + 1).map { tokens[$0].range }
  }
}
