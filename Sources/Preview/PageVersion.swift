/// Tells versions of a page apart, also across runs of the preview.
enum PageVersion {
  /// 64 bits of FNV-1a over what the browser gets to see, as 16 hexadecimal digits.
  static func of(_ answer: PreviewAnswer) -> String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    func add(_ byte: UInt8) { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    for byte in answer.body { add(byte) }
    for byte in (answer.location ?? "").utf8 { add(byte) }
    add(answer.isDraft ? 1 : 0)
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
