import Testing

@testable import Text

/// Texts that are passed on in pieces while they are written.
@Suite struct PassingOnTests {
  @Test("the pieces of JSON together are what would be written at once", arguments: [1, 7, 40, 10_000])
  func json(length: Int) {
    func write(_ pass: (inout JSONWriter) -> Void) -> JSONWriter {
      var writer = JSONWriter()
      writer.beginObject()
      writer.key("numbers")
      writer.beginArray()
      for number in 0..<50 {
        writer.lineBreak()
        writer.beginObject()
        writer.member("name", "number “\(number)”")
        writer.endObject()
        pass(&writer)
      }
      writer.lineBreak()
      writer.endArray()
      writer.endObject()
      writer.finish()
      return writer
    }
    var pieces: [[UInt8]] = []
    var writer = write { $0.pass(to: { pieces.append(Array($0)) }, from: length) }
    #expect(pieces.allSatisfy { $0.count >= length })
    writer.pass(to: { pieces.append(Array($0)) }, from: 1)
    #expect(pieces.flatMap(\.self) == write { _ in }.bytes)
    #expect(writer.bytes.isEmpty)
  }

  @Test("the pieces of a table together are what would be written at once", arguments: [1, 7, 40, 10_000])
  func csv(length: Int) {
    var (whole, table) = (CSV(), CSV())
    var pieces: [[UInt8]] = []
    for number in 0..<50 {
      let record = ["\(number)", "a, “b” or \"c\"", String(repeating: "x", count: number)]
      whole.append(record)
      table.append(record)
      table.pass(to: { pieces.append(Array($0)) }, from: length)
    }
    #expect(pieces.allSatisfy { $0.count >= length })
    table.pass(to: { pieces.append(Array($0)) }, from: 1)
    #expect(pieces.flatMap(\.self) == whole.bytes)
    #expect(table.bytes.isEmpty)
  }
}
