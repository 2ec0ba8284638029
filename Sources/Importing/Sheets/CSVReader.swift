import Content
import Diagnostics
import Text

/// Reads comma-separated values (RFC 4180), or values separated by semicolons or tabs.
///
/// This does not use a library, because diagnostics need the line of each record and a file with an error is
/// still read to its end.
package struct CSVReader {
  /// One row.
  package struct Record: Hashable {
    /// The 1-based line on which it starts.
    package let line: Int
    /// The number of records before it, including empty ones.
    package let row: Int
    /// The range in the file, in bytes.
    package let range: Range<Int>
    /// The cells, without the white space around unquoted ones.
    package let cells: [String]
    /// The ranges of the cells in the file, with their quotation marks.
    let cellRanges: [Range<Int>]
  }

  private let bytes: [UInt8]
  private var separator: UInt8 = 0
  private var index: Int
  private var line = 1
  private var row = 0
  /// The offset of the first quote that is never closed; nil if there is none.
  private(set) var unclosedQuote: Int?

  private static let quote = UInt8(ascii: "\"")
  private static let newline = UInt8(ascii: "\n")
  private static let carriageReturn = UInt8(ascii: "\r")

  /// Reads all records and skips empty ones.
  ///
  /// - Parameter separator: nil: the one that most of the first lines have equally often.
  package static func read(
    _ bytes: [UInt8], separator: Character? = nil
  ) -> (records: [Record], separator: Character, unclosedQuote: Int?) {
    var reader = CSVReader(bytes, separator: separator?.asciiValue)
    var records: [Record] = []
    while let record = reader.record() {
      if record.cells.contains(where: { !$0.isEmpty }) { records.append(record) }
    }
    return (records, Character(Unicode.Scalar(reader.separator)), reader.unclosedQuote)
  }

  private init(_ bytes: [UInt8], separator given: UInt8?) {
    self.bytes = bytes
    index = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    if let given {
      separator = given
      return
    }
    let named = bytes[index...].prefix(7)
    // “sep=;” on the first line names the separator, for Excel.
    if named.starts(with: "sep=".utf8), named.count > 5, named[index + 5] < 0x20 {
      separator = named[index + 4]
      index += 5
      endLine()
    } else {
      separator = Self.separator(in: bytes[index...])
    }
  }

  private static let separators = [
    UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t"), UInt8(ascii: "|"),
  ]

  /// The separator that most of the first lines have equally often: a title above the header or a sentence has others.
  private static func separator(in bytes: ArraySlice<UInt8>) -> UInt8 {
    let lines = separatorCounts(in: bytes)
    var best = (separator: separators[0], lines: 0, count: 0)
    for (index, separator) in separators.enumerated() {
      let counts = lines.map { $0[index] }.filter { $0 > 0 }
      for count in Set(counts).sorted() {
        let equal = counts.count { $0 == count }
        if (equal, count) > (best.lines, best.count) { best = (separator, equal, count) }
      }
    }
    return best.separator
  }

  /// How often each separator is in each of the first lines, outside of quotation marks.
  private static func separatorCounts(in bytes: ArraySlice<UInt8>) -> [[Int]] {
    var lines: [[Int]] = []
    var counts = [0, 0, 0, 0]
    var isQuoted = false
    for byte in bytes {
      if byte == quote { isQuoted.toggle() }
      if isQuoted { continue }
      if byte == newline || byte == carriageReturn {
        if counts.contains(where: { $0 > 0 }) { lines.append(counts) }
        counts = [0, 0, 0, 0]
        if lines.count == 30 { return lines }
      } else if let found = separators.firstIndex(of: byte) {
        counts[found] += 1
      }
    }
    return lines + [counts]
  }

  private mutating func record() -> Record? {
    guard index < bytes.count else { return nil }
    let start = (index, line)
    var cells = [cell()]
    var ranges = [start.0..<index]
    while index < bytes.count, bytes[index] == separator {
      index += 1
      let first = index
      cells.append(cell())
      ranges.append(first..<index)
    }
    let end = index
    endLine()
    defer { row += 1 }
    return Record(line: start.1, row: row, range: start.0..<end, cells: cells, cellRanges: ranges)
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

  /// Reads the text between quotes, with two quotes for one. Ends after the closing quote or at the end of the file.
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
