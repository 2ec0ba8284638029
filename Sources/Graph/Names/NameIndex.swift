import Content

/// The names that wikilinks can use, of issues, parties, reports and pages: names first, then aliases, then
/// file names.
struct NameIndex: Sendable {
  /// The source of a name; earlier cases take precedence.
  enum Level: Int, Sendable, CaseIterable {
    case name, alias, file
  }

  /// What a name means.
  enum Found: Sendable, Hashable {
    case page(Destination)
    /// A withheld file, by its index among the withheld files.
    case withheld(Int)
  }

  private struct Entry: Sendable {
    let found: Found
    /// The next entry with the same name; −1: none.
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
      // The names of a file are added in a row, so it is the last one; thousands of reports may have one title.
      if found.isAddedOnce { return }
      known = entries[Int(known)].next
    }
  }

  /// The meanings of a name at the first level that has it, in the order in which they were added; withheld
  /// files only if no page has the name at any level.
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

extension NameIndex.Found {
  /// Whether all of its names are added one after the other. Issues and parties have names from tables and from files.
  fileprivate var isAddedOnce: Bool {
    switch self {
    case .page(.issue), .page(.party): false
    case .page, .withheld: true
    }
  }
}

extension NameIndex {
  init(
    _ files: SiteFiles, destinations: [Destination], issues: NameRegistry, parties: NameRegistry
  ) {
    self.init()
    for (index, member) in issues.members.enumerated() { add(member, .page(.issue(index))) }
    for (index, member) in parties.members.enumerated() { add(member, .page(.party(index))) }
    for (key, member) in issues.byKey { add(key, .page(.issue(Int(member))), at: .alias) }
    for (key, member) in parties.byKey { add(key, .page(.party(Int(member))), at: .alias) }
    for (file, destination) in zip(files.authored, destinations) {
      add(file, .page(destination))
      // Those of issues and parties are among their names.
      switch file {
      case .report, .page, .home:
        for alias in file.header.matter.aliases { add(alias.text, .page(destination), at: .alias) }
      case .issue, .party: break
      }
    }
    for (index, file) in files.withheld.enumerated() {
      add(file, .withheld(index))
      for alias in file.header.matter.aliases { add(alias.text, .withheld(index), at: .alias) }
    }
  }

  private mutating func add(_ member: NameRegistry.Member, _ found: Found) {
    add(member.name, found, at: .name)
    add(member.slug, found, at: .file)
  }

  /// Adds the title, the slug and the file name, with and without its folders, and without its extension.
  private mutating func add(_ file: Authored, _ found: Found) {
    let path = file.header.path
    let stem = path.hasSuffix(".md") ? String(path.dropLast(3)) : path
    add(file.header.title, found, at: .name)
    add(PathIndex.name(of: stem), found, at: .file)
    add(file.header.slug, found, at: .file)
    add(stem, found, at: .file)
  }
}
