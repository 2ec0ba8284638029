/// Distinct byte strings, numbered from 0 in order of first appearance.
///
/// Thousands of tables have the same headings; each distinct form is folded, matched and stored only once.
struct StringInterner: Sendable {
  private var bytes: [UInt8] = []
  private var ends: [Int] = []
  private var hashes: [UInt32] = []
  /// Open addressing with linear probing; −1: free. The size is a power of two.
  private var slots = [Int32](repeating: -1, count: 64)

  /// The number of forms.
  var count: Int { ends.count }

  /// The number of `form`, which is added if it is new.
  mutating func insert(_ form: Slice<UnsafeBufferPointer<UInt8>>) -> Int32 {
    var hash: UInt32 = 2_166_136_261
    for byte in form { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
    var slot = Int(hash) & (slots.count - 1)
    while slots[slot] >= 0 {
      let known = Int(slots[slot])
      if hashes[known] == hash, bytes[range(known)].elementsEqual(form) { return Int32(known) }
      slot = (slot + 1) & (slots.count - 1)
    }
    slots[slot] = Int32(count)
    bytes += form
    ends.append(bytes.count)
    hashes.append(hash)
    if count * 2 > slots.count { grow() }
    return Int32(count - 1)
  }

  /// The form with a number.
  func string(_ number: Int) -> String { String(decoding: bytes[range(number)], as: UTF8.self) }

  private func range(_ number: Int) -> Range<Int> { (number == 0 ? 0 : ends[number - 1])..<ends[number] }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: slots.count * 2)
    for (number, hash) in hashes.enumerated() {
      var slot = Int(hash) & (slots.count - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(number)
    }
  }
}
