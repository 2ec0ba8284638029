/// Writes records of comma-separated values (RFC 4180).
package enum CSVEscape {
  /// Appends one record and its CRLF. Fields that contain commas, quotes or line ends, or that begin or end with a
  /// space, are quoted.
  package static func appendRecord(_ fields: [String], to output: inout [UInt8]) {
    for (index, field) in fields.enumerated() {
      if index > 0 { output.append(UInt8(ascii: ",")) }
      if needsQuotes(field) {
        appendQuoted(field, to: &output)
      } else {
        output.append(contentsOf: field.utf8)
      }
    }
    output.append(contentsOf: [0x0D, 0x0A])
  }

  private static func needsQuotes(_ field: String) -> Bool {
    field.utf8.contains { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }
      || field.first == " " || field.last == " "
  }

  private static func appendQuoted(_ field: String, to output: inout [UInt8]) {
    output.append(UInt8(ascii: "\""))
    for byte in field.utf8 {
      if byte == UInt8(ascii: "\"") { output.append(byte) }
      output.append(byte)
    }
    output.append(UInt8(ascii: "\""))
  }
}
