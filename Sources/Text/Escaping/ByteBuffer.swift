/// UTF-8 that is written in very many small pieces.
///
/// Its memory is longer than what was written, so that a piece is copied into place after one comparison: an array takes several
/// times as long to append a few bytes.
@usableFromInline
struct ByteBuffer: Sendable {
  /// Initialised up to its end; from `count` on, it means nothing.
  @usableFromInline var memory: [UInt8]
  /// In bytes.
  @usableFromInline var count: Int

  /// Nothing yet.
  @inlinable init() {
    memory = []
    count = 0
  }

  init(_ bytes: [UInt8]) {
    memory = bytes
    count = bytes.count
  }

  /// What was written; a copy unless the memory was trimmed.
  var bytes: [UInt8] { count == memory.count ? memory : Array(written) }

  /// Gives up the room after what was written.
  mutating func trim() { memory.removeLast(memory.count - count) }

  /// What was written, in the memory of the buffer.
  var written: ArraySlice<UInt8> { memory[..<count] }

  @inlinable var last: UInt8? { count == 0 ? nil : memory[count - 1] }

  mutating func reserveCapacity(_ capacity: Int) { memory.reserveCapacity(capacity) }

  /// Forgets what was written, and keeps its memory.
  mutating func removeAll() { count = 0 }

  @inlinable @inline(__always)
  mutating func append(_ bytes: UnsafeRawBufferPointer) {
    let end = count + bytes.count
    if end > memory.count { grow(to: end) }
    memory.withUnsafeMutableBytes { memory in
      UnsafeMutableRawBufferPointer(rebasing: memory[count..<end]).copyMemory(from: bytes)
    }
    count = end
  }

  @inlinable @inline(__always)
  mutating func append(_ text: StaticString) {
    text.withUTF8Buffer { append(UnsafeRawBufferPointer($0)) }
  }

  /// Appends a number in decimal digits.
  mutating func append(decimal number: Int) {
    if number < 0 { append("-") }
    var rest = number.magnitude
    var length = 1
    var bound: UInt = 10
    while rest >= bound, length < 19 {
      length += 1
      bound *= 10
    }
    if rest >= bound { length = 20 }
    let end = count + length
    if end > memory.count { grow(to: end) }
    memory.withUnsafeMutableBytes { memory in
      for place in (count..<end).reversed() {
        memory[place] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
        rest /= 10
      }
    }
    count = end
  }

  /// Makes room a bit at a time: the array sees to it that its memory is moved only a few times, and room that is never used
  /// costs nothing.
  @usableFromInline @inline(never)
  mutating func grow(to end: Int) {
    while memory.count < end { memory.append(contentsOf: Self.room[..<min(max(memory.count, 64), 2_000)]) }
  }

  private static let room = [UInt8](repeating: 0, count: 2_000)
}
