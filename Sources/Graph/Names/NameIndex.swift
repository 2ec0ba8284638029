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
    /// A withheld file, by its index among the withheld files, and its kind.
    case withheld(Int, WikilinkTarget.Kind)
  }

  /// The meanings of a name at one level.
  struct Meanings: Sendable {
    /// The first meanings of each kind, in the order in which they were added.
    var listed: [Found] = []
    /// The number of all meanings.
    var count = 0
    /// The most meanings of one kind in `listed`. A message shows as many, and thousands of reports may have one title.
    static let mostOfOneKind = 8
  }

  /// Meanings of one kind, in the order in which they were added; never empty.
  private typealias Group = [Found]

  /// For each name, the index in `single` of its only meaning or, inverted (`~`), the index in `several` of its meanings.
  private var levels = Array(repeating: [NameKey: Int32](), count: Level.allCases.count)
  private var single: [Found] = []
  private var several: [[Group]] = []

  mutating func add(_ name: String, _ found: Found, at level: Level) {
    add(NameKey(name), found, at: level)
  }

  mutating func add(_ key: NameKey, _ found: Found, at level: Level) {
    guard !key.isEmpty else { return }
    guard let known = levels[level.rawValue][key] else {
      levels[level.rawValue][key] = Int32(single.count)
      return single.append(found)
    }
    if known < 0 { return Self.add(found, to: &several[Int(~known)]) }
    if single[Int(known)] == found { return }
    levels[level.rawValue][key] = ~Int32(several.count)
    var groups = [[single[Int(known)]]]
    Self.add(found, to: &groups)
    several.append(groups)
  }

  private static func add(_ found: Found, to groups: inout [Group]) {
    guard let index = groups.firstIndex(where: { $0[0].isLike(found) }) else {
      return groups.append([found])
    }
    // All names of a file are added one after the other. Issues and parties have names from tables and from files.
    let known = groups[index].suffix(found.isAddedOnce ? 1 : Int.max)
    if !known.contains(found) { groups[index].append(found) }
  }

  /// The meanings of a name at the first level that has it; withheld files only if no page has the name at any level.
  ///
  /// - Parameter kind: nil: any kind.
  func find(_ key: NameKey, kind: WikilinkTarget.Kind?) -> Meanings {
    var withheld = Meanings()
    for level in levels {
      guard let known = level[key] else { continue }
      var meanings = Meanings()
      let groups = known < 0 ? several[Int(~known)] : [[single[Int(known)]]]
      for group in groups where kind == nil || group[0].kind == kind {
        if case .withheld = group[0] {
          if withheld.count == 0 { withheld = Meanings(listed: [group[0]], count: 1) }
        } else {
          meanings.listed += group.prefix(Meanings.mostOfOneKind)
          meanings.count += group.count
        }
      }
      if meanings.count > 0 { return meanings }
    }
    return withheld
  }
}

extension NameIndex.Found {
  /// nil: a list, which no name means.
  fileprivate var kind: WikilinkTarget.Kind? {
    switch self {
    case .page(.issue): .issue
    case .page(.party): .party
    case .page(.report): .report
    case .page(.page), .page(.home): .page
    case .page(.list): nil
    case .withheld(_, let kind): kind
    }
  }

  private var isWithheld: Bool {
    switch self {
    case .page: false
    case .withheld: true
    }
  }

  /// Whether both are in one group.
  fileprivate func isLike(_ other: Self) -> Bool { kind == other.kind && isWithheld == other.isWithheld }

  /// Whether all of its names are added one after the other.
  fileprivate var isAddedOnce: Bool { isWithheld || kind == .report || kind == .page }
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
      let found = Found.withheld(index, WikilinkTarget.Kind(file))
      add(file, found)
      for alias in file.header.matter.aliases { add(alias.text, found, at: .alias) }
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

extension WikilinkTarget.Kind {
  fileprivate init(_ file: Authored) {
    switch file {
    case .issue: self = .issue
    case .party: self = .party
    case .report: self = .report
    case .page, .home: self = .page
    }
  }
}
