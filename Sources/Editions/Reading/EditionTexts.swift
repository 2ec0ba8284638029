import Content

/// The texts and dates of editions, each stored once: editions repeat most of what the ones before them hold.
final class EditionTexts {
  private var texts: [String] = []
  private var hashes: [UInt64] = []
  /// Open addressing with linear probing; −1: free. The size is a power of two.
  private var slots = [Int32](repeating: -1, count: 1024)
  private var dates: [String: PartialDate?] = [:]
  /// The positions of the file that was read last.
  var positions = KnownRecords<PositionRecord>()

  /// The text of a string.
  func text(of token: Int, in document: JSONDocument) -> String {
    let found = document.tokens[token]
    if found.kind != .string { return document.text(of: token) }
    return document.bytes.withUnsafeBufferPointer { bytes in
      text(UnsafeBufferPointer(rebasing: bytes[Int(found.start) + 1..<Int(found.end) - 1]))
    }
  }

  /// See `PartialDate.init(_:)`.
  func date(_ text: String) -> PartialDate? {
    if let known = dates[text] { return known }
    let date = PartialDate(text)
    dates[text] = .some(date)
    return date
  }

  private func text(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    let hash = Self.hash(bytes)
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] >= 0 {
      let number = Int(slots[slot])
      if hashes[number] == hash, isText(number, bytes) { return texts[number] }
      slot = (slot + 1) & (slots.count - 1)
    }
    slots[slot] = Int32(texts.count)
    let text = String(decoding: bytes, as: UTF8.self)
    texts.append(text)
    hashes.append(hash)
    if texts.count * 2 > slots.count { grow() }
    return text
  }

  private func isText(_ number: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    texts[number].withUTF8 { $0.count == bytes.count && $0.elementsEqual(bytes) }
  }

  private func grow() {
    slots = [Int32](repeating: -1, count: slots.count * 2)
    for (number, hash) in hashes.enumerated() {
      var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(number)
    }
  }

  /// Eight bytes at a time, because most of an edition's bytes are texts.
  private static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    let raw = UnsafeRawBufferPointer(bytes)
    var hash = UInt64(truncatingIfNeeded: raw.count) &* 0x9E37_79B9_7F4A_7C15
    var offset = 0
    while offset + 8 <= raw.count {
      hash = (hash ^ raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self)) &* 0xFF51_AFD7_ED55_8CCD
      hash ^= hash >> 32
      offset += 8
    }
    while offset < raw.count {
      hash = (hash ^ UInt64(raw[offset])) &* 0x100_0000_01B3
      offset += 1
    }
    return hash ^ hash >> 29
  }
}
