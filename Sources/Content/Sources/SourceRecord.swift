import Foundation

/// What a check of sources found at one address.
///
/// `.standpoint/sources.jsonl` in the site’s folder has a record a line, as a JSON object.
package struct SourceRecord: Sendable, Codable {
  /// The name of the file below `.standpoint/`.
  package static let fileName = "sources.jsonl"

  /// As it was requested.
  package let address: String
  /// When it was requested, in seconds since 1970.
  package var time: Int
  package var state: State
  /// Why it is gone or was not checked, or where it has moved to; empty for a source that is there.
  package var detail = ""
  /// The hash of its text; nil if that could not be read.
  package var hash: String?
  /// Why its text cannot be read; nil if it was read.
  package var unread: String?
  /// The day of the text that it differed from, such as `2025-03-02`; nil: it is the same, or there was nothing to compare with.
  package var changedSince: String?
  /// The passages that were looked for and found.
  package var found: [String] = []
  /// The passages that were looked for and not found.
  package var missing: [String] = []

  /// How it was found.
  package enum State: String, Sendable, Codable { case there, moved, gone, unchecked }

  package init(address: String, time: Int) {
    self.address = address
    self.time = time
    state = .there
  }

  /// The day on which it was requested, such as `2025-03-02`.
  package var day: String {
    let formatter = Date.ISO8601FormatStyle().year().month().day()
    return Date(timeIntervalSince1970: TimeInterval(time)).formatted(formatter)
  }

  /// Whether the answer to every passage is known.
  package func answers(_ passages: [String]) -> Bool {
    hash == nil || Set(passages).isSubset(of: Set(found + missing))
  }

  /// The records of a file; lines that are not records are left out.
  package static func records(in bytes: [UInt8]) -> [SourceRecord] {
    bytes.split(separator: UInt8(ascii: "\n")).compactMap {
      try? JSONDecoder().decode(SourceRecord.self, from: Data($0))
    }
  }

  /// The line of the file, with its line break.
  package var line: [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return ((try? encoder.encode(self)).map { Array($0) } ?? []) + [UInt8(ascii: "\n")]
  }
}
