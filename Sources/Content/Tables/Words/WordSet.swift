/// Words with which names are compared. Most names are none of them, which their lengths and their first and last letters tell.
package struct WordSet: Sendable {
  let keys: Set<NameKey>
  /// By length: a bit for each first and each last byte of a word, of which only the last five bits count.
  private let ends: [UInt64]

  init(_ keys: Set<NameKey>) {
    self.keys = keys
    var ends = [UInt64](repeating: 0, count: (keys.map { $0.text.utf8.count }.max() ?? 0) + 1)
    for key in keys { ends[key.text.utf8.count] |= Self.ends(of: key) }
    self.ends = ends
  }

  /// The bits of a word’s first and last byte.
  private static func ends(of key: NameKey) -> UInt64 {
    let (first, last) = (key.text.utf8.first ?? 0, key.text.utf8.last ?? 0)
    return 1 << UInt64(first & 31) | 1 << UInt64(32 + last & 31)
  }

  package func contains(_ key: NameKey) -> Bool {
    let length = key.text.utf8.count
    guard length < ends.count else { return false }
    let own = Self.ends(of: key)
    return ends[length] & own == own && keys.contains(key)
  }
}
