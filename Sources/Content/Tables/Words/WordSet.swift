/// Words with which names are compared. Most names are none of them, which their lengths and first letters tell.
package struct WordSet: Sendable {
  let keys: Set<NameKey>
  /// By length: a bit for each first byte of a word, of which only the last six bits count.
  private let starts: [UInt64]

  init(_ keys: Set<NameKey>) {
    self.keys = keys
    var starts = [UInt64](repeating: 0, count: (keys.map { $0.text.utf8.count }.max() ?? 0) + 1)
    for key in keys { starts[key.text.utf8.count] |= Self.start(of: key.text) }
    self.starts = starts
  }

  /// The bit of a word’s first byte.
  static func start(of word: String) -> UInt64 { 1 << UInt64((word.utf8.first ?? 0) & 63) }

  package func contains(_ key: NameKey) -> Bool {
    let length = key.text.utf8.count
    return length < starts.count && starts[length] & Self.start(of: key.text) != 0 && keys.contains(key)
  }
}
