import Text

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The file of an edition without some of its records; every other byte is as it was.
package enum EditionExcerpt {
  /// - Parameter source: the bytes of a valid edition.
  /// - Returns: nil if the bytes cannot be read.
  package static func bytes(of source: [UInt8], without omissions: EditionOmissions) -> [UInt8]? {
    if omissions.isEmpty { return source }
    guard let file = try? JSONDecoder().decode(EditionFile.self, from: Data(source)) else { return nil }
    let omitted = indices(of: file.records, omissions)
    guard let rest = cut(omitted, from: source) else { return nil }
    guard let texts = try? JSONDecoder().decode(TextUse.self, from: Data(rest)) else { return rest }
    return cut([texts.unused], from: rest)
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

  /// The bytes without some records and the commas between them; nil if a record cannot be found.
  private static func cut(_ lists: [Omitted], from source: [UInt8]) -> [UInt8]? {
    var paths: Set<String> = []
    for list in lists {
      for index in list.indices {
        for near in index - 1...index + 1 { paths.insert("\(list.list)[\(near)]") }
      }
    }
    if paths.isEmpty { return source }
    let places = JSONOutline.places(of: paths, in: source)
    var ranges: [Range<Int>] = []
    for list in lists {
      let omitted = Set(list.indices)
      let firstKept = (0..<list.count).first { !omitted.contains($0) } ?? list.count
      for index in list.indices {
        guard let own = places["\(list.list)[\(index)]"] else { return nil }
        if index > firstKept, let before = places["\(list.list)[\(index - 1)]"] {
          ranges.append(before.upperBound..<own.upperBound)
        } else {
          let after = index + 1 < list.count ? places["\(list.list)[\(index + 1)]"] : nil
          ranges.append(own.lowerBound..<(after?.lowerBound ?? own.upperBound))
        }
      }
    }
    var bytes = source
    for range in ranges.sorted(by: { $0.lowerBound > $1.lowerBound }) { bytes.removeSubrange(range) }
    return bytes
  }

  /// Which of the shared texts the positions refer to.
  private struct TextUse: Decodable {
    private struct Entry: Decodable { let key: String }

    private struct Reference: Decodable {
      let same: String?

      private enum Key: CodingKey { case same }

      init(from decoder: any Decoder) {
        same = try? decoder.container(keyedBy: Key.self).decode(String.self, forKey: .same)
      }
    }

    private struct Position: Decodable {
      let text: Reference?
      let sources: [Reference]?
    }

    private let texts: [Entry]?
    private let positions: [Position]

    var unused: Omitted {
      let used = Set(
        positions.flatMap { [$0.text].compactMap(\.self) + ($0.sources ?? []) }.compactMap(\.same))
      return Omitted("texts", texts ?? []) { !used.contains($0.key) }
    }
  }
}
