import Markdown

/// Several texts that are separated only by soft breaks, read as one text with spaces between them.
struct JoinedText {
  private struct Piece {
    let node: Int
    /// Where the piece starts in `bytes`.
    let start: Int
    /// Where it starts in `Document.text`.
    let offset: Int
    let count: Int
  }

  private(set) var bytes: [UInt8] = []
  private var pieces: [Piece] = []

  /// Appends the texts of every second node of a range; those in between are soft breaks.
  mutating func join(_ range: ClosedRange<Int>, of document: Document) {
    bytes.removeAll(keepingCapacity: true)
    pieces.removeAll(keepingCapacity: true)
    for node in stride(from: range.lowerBound, through: range.upperBound, by: 2) {
      if !pieces.isEmpty { bytes.append(UInt8(ascii: " ")) }
      let text = document.nodes[node].text
      pieces.append(Piece(node: node, start: bytes.count, offset: Int(text.start), count: text.count))
      bytes += document.text[text.range]
    }
  }

  /// The start and end of a range of `bytes`, as nodes and offsets in `Document.text`.
  func places(of range: Range<Int>) -> (start: (node: Int, offset: Int), end: (node: Int, offset: Int)) {
    let first = piece(at: range.lowerBound)
    let last = piece(at: range.upperBound - 1)
    return (
      (first.node, first.offset + range.lowerBound - first.start),
      (last.node, last.offset + min(range.upperBound - last.start, last.count))
    )
  }

  /// The last piece that starts at or before a place.
  private func piece(at place: Int) -> Piece {
    var low = 0
    var high = pieces.count
    while low + 1 < high {
      let middle = (low + high) / 2
      if pieces[middle].start <= place { low = middle } else { high = middle }
    }
    return pieces[low]
  }
}
