import Content
import Diagnostics
import Text

/// Reads tables of comma-separated values (RFC 4180), also with semicolons or tabs.
///
/// A library would not do here: complaints need the line of each record, and a file with a fault is still read to its end.
struct CSVReader {
  /// One row.
  struct Record: Hashable {
    /// 1-based line on which it starts.
    let line: Int
    /// Its bytes in the file.
    let range: Range<Int>
    /// White space around unquoted cells is taken off.
    let cells: [String]
  }

  private let bytes: [UInt8]
  private let separator: UInt8
  private var index: Int
  private var line = 1
  /// Where a quote was opened that nothing closes.
  private(set) var unclosedQuote: Int?

  private static let quote = UInt8(ascii: "\"")
  private static let newline = UInt8(ascii: "\n")
  private static let carriageReturn = UInt8(ascii: "\r")

  /// Reads all records; empty lines are none. The separator is the one that the first line has most of.
  static func read(_ bytes: [UInt8]) -> (records: [Record], separator: Character, unclosedQuote: Int?) {
    var reader = CSVReader(bytes)
    var records: [Record] = []
    while let record = reader.record() {
      if record.cells.contains(where: { !$0.isEmpty }) { records.append(record) }
    }
    return (records, Character(Unicode.Scalar(reader.separator)), reader.unclosedQuote)
  }

  private init(_ bytes: [UInt8]) {
    self.bytes = bytes
    index = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    separator = Self.separator(in: bytes[index...])
  }

  private static func separator(in bytes: ArraySlice<UInt8>) -> UInt8 {
    var counts = [0, 0, 0]
    let separators = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]
    var isQuoted = false
    for byte in bytes {
      if byte == quote { isQuoted.toggle() }
      if isQuoted { continue }
      if byte == newline || byte == carriageReturn {
        if counts.contains(where: { $0 > 0 }) { break }
      } else if let found = separators.firstIndex(of: byte) {
        counts[found] += 1
      }
    }
    let most = counts.indices.max { (counts[$0], -$0) < (counts[$1], -$1) } ?? 0
    return separators[most]
  }

  private mutating func record() -> Record? {
    guard index < bytes.count else { return nil }
    let start = (index, line)
    var cells = [cell()]
    while index < bytes.count, bytes[index] == separator {
      index += 1
      cells.append(cell())
    }
    let end = index
    endLine()
    return Record(line: start.1, range: start.0..<end, cells: cells)
  }

  private mutating func endLine() {
    guard index < bytes.count else { return }
    let isPair =
      bytes[index] == Self.carriageReturn && index + 1 < bytes.count && bytes[index + 1] == Self.newline
    index += isPair ? 2 : 1
    line += 1
  }

  private mutating func cell() -> String {
    var text: [UInt8] = []
    while index < bytes.count, bytes[index] == UInt8(ascii: " ") { index += 1 }
    if index < bytes.count, bytes[index] == Self.quote { text = quoted() }
    let start = index
    while index < bytes.count, bytes[index] != separator, bytes[index] != Self.newline,
      bytes[index] != Self.carriageReturn
    {
      index += 1
    }
    return String(String(decoding: text + bytes[start..<index], as: UTF8.self).trimmingWhitespace)
  }

  /// The text between quotes; two quotes stand for one. Ends behind the closing quote or at the file's end.
  private mutating func quoted() -> [UInt8] {
    let open = index
    var text: [UInt8] = []
    index += 1
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if byte == Self.quote {
        guard index < bytes.count, bytes[index] == Self.quote else { return text }
        index += 1
      }
      if byte == Self.newline { line += 1 }
      text.append(byte)
    }
    unclosedQuote = unclosedQuote ?? open
    return text
  }
}
