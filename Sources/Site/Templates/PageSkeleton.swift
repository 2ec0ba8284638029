/// A page without its values: the bytes of the template, and which value stands between which of them.
struct PageSkeleton: Sendable {
  /// All literal bytes, one after the other.
  private let bytes: [UInt8]
  /// Where each piece of literal bytes ends, and the number of the value that follows it; -1 after the last piece.
  private let pieces: [(end: Int, leaf: Int)]

  /// Splits what the template engine wrote for placeholders.
  init(_ rendered: String) {
    var bytes: [UInt8] = []
    var pieces: [(end: Int, leaf: Int)] = []
    var number: Int?
    for byte in rendered.utf8 {
      switch (byte, number) {
      case (Placeholder.delimiter, nil): number = 0
      case (Placeholder.delimiter, let leaf?):
        pieces.append((bytes.count, leaf))
        number = nil
      case (_, let leaf?): number = leaf * 10 + Int(byte &- UInt8(ascii: "0"))
      case (_, nil): bytes.append(byte)
      }
    }
    pieces.append((bytes.count, -1))
    self.bytes = bytes
    self.pieces = pieces
  }

  /// The page with its values.
  func filled(with values: TemplateValues, reserving capacity: Int = 16_384) -> [UInt8] {
    let leaves = values.leaves
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count + capacity)
    var start = 0
    for (end, leaf) in pieces {
      output.append(contentsOf: bytes[start..<end])
      start = end
      guard leaves.indices.contains(leaf) else { continue }
      switch leaves[leaf] {
      case .text(let text): output.escaped(text)
      case .html(let write): write(&output)
      case .absent, .flag, .list: break
      }
    }
    return output
  }
}
