/// Comma-separated values (RFC 4180), in UTF-8: records, whose fields are quoted where necessary.
///
/// A spreadsheet calculates a cell that begins with `=`, `+`, `-`, `@`, a tab or a carriage return, and what it calculates
/// may run programs. So a text that begins like that, and is not a number, gets an apostrophe before it, as spreadsheets
/// themselves mark texts. `plainText` removes it.
package struct CSV: Sendable, Hashable {
  /// What has been written so far and was not passed on.
  package private(set) var bytes: [UInt8] = []
  private let isForSpreadsheets: Bool

  /// - Parameter isForSpreadsheets: false: only Standpoint itself reads the file, and texts stay as they are.
  package init(isForSpreadsheets: Bool = true) { self.isForSpreadsheets = isForSpreadsheets }

  /// Passes what has been written to `body` and goes on after it, if it has at least `length` bytes.
  package mutating func pass(to body: (ArraySlice<UInt8>) -> Void, from length: Int = 65_536) {
    guard bytes.count >= length else { return }
    body(bytes[...])
    bytes.removeAll(keepingCapacity: true)
  }

  /// Appends one record and its CRLF. Fields that contain commas, quotes or line ends, or that begin or end with a space,
  /// are quoted.
  package mutating func append(_ record: [String]) {
    for (index, field) in record.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      append(isForSpreadsheets && Self.isFormula(field) ? "'" + field : field)
    }
    bytes.append(contentsOf: [0x0D, 0x0A])
  }

  private mutating func append(_ field: String) {
    var field = field
    field.withUTF8 { field in
      if !Self.needsQuotes(field) { return bytes.append(contentsOf: field) }
      bytes.append(UInt8(ascii: "\""))
      for byte in field {
        if byte == UInt8(ascii: "\"") { bytes.append(byte) }
        bytes.append(byte)
      }
      bytes.append(UInt8(ascii: "\""))
    }
  }

  /// A field of a table for spreadsheets as it was before it was written.
  package static func plainText(_ field: String) -> String {
    field.utf8.first == UInt8(ascii: "'") && isFormula(field.dropFirst()) ? String(field.dropFirst()) : field
  }

  private static func needsQuotes(_ field: UnsafeBufferPointer<UInt8>) -> Bool {
    for byte in field where byte <= 0x2C {
      if byte == 0x22 || byte == 0x2C || byte == 0x0A || byte == 0x0D { return true }
    }
    return field.first == 0x20 || field.last == 0x20
  }

  /// Whether a spreadsheet may calculate a text, even after an apostrophe that is part of it.
  private static func isFormula(_ text: some StringProtocol) -> Bool {
    let rest = text.utf8.drop { $0 == UInt8(ascii: "'") }
    switch rest.first {
    case UInt8(ascii: "="), UInt8(ascii: "@"), 0x09, 0x0D: return true
    case UInt8(ascii: "+"), UInt8(ascii: "-"): return !isNumber(rest.dropFirst())
    default: return false
    }
  }

  /// Whether a text is digits with at most one point.
  private static func isNumber(_ text: some Collection<UInt8>) -> Bool {
    let points = text.count { $0 == UInt8(ascii: ".") }
    let digits = text.count { (0x30...0x39).contains($0) }
    return digits > 0 && points < 2 && points + digits == text.count
  }
}
