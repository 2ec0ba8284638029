import Content

/// What wikilinks find: names first, then aliases, then names of files, over issues, parties, reports and pages.
struct NameIndex: Sendable {
  /// Where a name is from; an earlier one wins.
  enum Level: Int, Sendable, CaseIterable {
    case name, alias, file
  }

  /// What stands under a name.
  enum Found: Sendable, Hashable {
    case page(Destination)
    /// A file that is left out of the site, by its index among those.
    case withheld(Int)
  }

  private struct Entry: Sendable {
    let found: Found
    /// The next entry of the same name; −1: none.
    let next: Int32
  }

  private var levels = Array(repeating: [NameKey: Int32](), count: Level.allCases.count)
  private var entries: [Entry] = []

  mutating func add(_ name: String, _ found: Found, at level: Level) {
    add(NameKey(name), found, at: level)
  }

  mutating func add(_ key: NameKey, _ found: Found, at level: Level) {
    guard !key.isEmpty else { return }
    let number = Int32(entries.count)
    let first = levels[level.rawValue].updateValue(number, forKey: key) ?? -1
    entries.append(Entry(found: found, next: first))
    var known = first
    while known >= 0 {
      if entries[Int(known)].found == found {
        entries.removeLast()
        levels[level.rawValue][key] = first
        return
      }
      known = entries[Int(known)].next
    }
  }

  /// What a name stands for at the first level that knows it, in the order it was added; withheld files only
  /// if no page has the name at any level.
  func find(_ key: NameKey, where fits: (Found) -> Bool) -> [Found] {
    var withheld: [Found] = []
    for level in levels {
      var found: [Found] = []
      var next = level[key] ?? -1
      while next >= 0 {
        let entry = entries[Int(next)]
        if fits(entry.found) {
          if case .withheld = entry.found { withheld.append(entry.found) } else { found.append(entry.found) }
        }
        next = entry.next
      }
      if !found.isEmpty { return found.reversed() }
    }
    return Array(withheld.prefix(1))
  }
}
