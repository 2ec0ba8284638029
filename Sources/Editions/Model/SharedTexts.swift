import Text

/// The longer texts that an edition's file would repeat. Each is written once and referred to by a key made from its words,
/// so that an edit to one line changes no other line of the file.
struct SharedTexts {
  /// Shorter texts are repeated, because a reference would hardly be shorter.
  private static let shortest = 32

  private let keys: [String: String]

  init(_ edition: Edition) {
    var counts: [String: Int] = [:]
    for position in edition.positions {
      for text in [position.text] + (position.sources ?? []) where text.utf8.count >= Self.shortest {
        counts[text, default: 0] += 1
      }
    }
    var keys: [String: String] = [:]
    var taken: Set<String> = []
    for text in counts.filter({ $0.value > 1 }).keys.sorted() {
      keys[text] = Self.key(text, &taken)
    }
    self.keys = keys
  }

  /// A key that no other text has: its hash in 16 hexadecimal digits, counted up where two texts have the same.
  private static func key(_ text: String, _ taken: inout Set<String>) -> String {
    var hash = StableHash()
    hash.add(text)
    var value = hash.value
    while true {
      let key = String(value, radix: 16)
      if taken.insert(key).inserted { return key }
      value &+= 1
    }
  }

  /// The texts with their keys, by key.
  var entries: [(key: String, text: String)] { keys.map { ($1, $0) }.sorted { $0.0 < $1.0 } }

  /// The key of a text; nil: it is written where it belongs.
  func key(of text: String) -> String? { keys[text] }
}
