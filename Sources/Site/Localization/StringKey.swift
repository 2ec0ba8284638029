import Text

/// An interface text that code writes. Texts that only templates use are only in the language files.
///
/// Each kind of page declares its own texts in its folder and lists them in its definition; those that several kinds write are in
/// `SharedTexts.swift`.
struct StringKey: Sendable {
  private let name: StaticString
  private let names: StaticString
  /// Distinguishes keys without comparing their text, because pages look up texts thousands of times.
  let fingerprint: UInt64

  /// - Parameters:
  ///   - name: the key in language files. It never changes, because sites override texts by it; the constant may be renamed.
  ///   - placeholders: the placeholders that a page fills, with spaces between them, in the order in which it passes the values. The
  ///     number of a counted text, `{count}`, is not among them.
  init(_ name: StaticString, filling placeholders: StaticString = "") {
    self.name = name
    names = placeholders
    var hash = StableHash()
    name.withUTF8Buffer { for byte in $0 { hash.add(byte) } }
    fingerprint = hash.value
  }

  /// The key in language files.
  var rawValue: String { name.description }

  /// The placeholders that a page fills, in the order in which it passes the values, without `{count}`.
  var placeholders: [String] { names.description.split(separator: " ").map(String.init) }

  /// All texts that code writes: those of the kinds of page, and those that they share.
  static let all: [StringKey] = sharedTexts + PageRegistry.definitions.flatMap(\.texts)
}

extension StringKey: Hashable {
  static func == (left: StringKey, right: StringKey) -> Bool {
    left.fingerprint == right.fingerprint && left.rawValue == right.rawValue
  }

  func hash(into hasher: inout Hasher) { hasher.combine(fingerprint) }
}

/// The places of texts in a table, by key.
struct StringKeyPlaces: Sendable {
  private struct Slot: Sendable {
    var fingerprint: UInt64 = 0
    /// nil: the slot is empty.
    var place: Int32?
  }

  /// At most half of them are used. A key is in the slot that its fingerprint names, or in the first free one after it.
  private var slots: [Slot]
  private let mask: UInt64

  /// The number of keys, and the place of a key that is not among them.
  let count: Int

  init(_ keys: [StringKey]) {
    var size = 8
    while size < 2 * keys.count { size *= 2 }
    slots = Array(repeating: Slot(), count: size)
    mask = UInt64(size - 1)
    count = keys.count
    for (place, key) in keys.enumerated() {
      slots[slot(of: key)] = Slot(fingerprint: key.fingerprint, place: Int32(place))
    }
  }

  subscript(key: StringKey) -> Int {
    guard let place = slots[slot(of: key)].place else {
      assertionFailure("the text “\(key.rawValue)” is in no list of texts")
      return count
    }
    return Int(place)
  }

  private func slot(of key: StringKey) -> Int {
    var slot = key.fingerprint & mask
    while slots[Int(slot)].place != nil, slots[Int(slot)].fingerprint != key.fingerprint {
      slot = (slot + 1) & mask
    }
    return Int(slot)
  }
}
