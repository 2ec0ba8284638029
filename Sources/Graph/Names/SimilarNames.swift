import Content
import Diagnostics
import Text

/// Finds new issues and parties whose names are almost those of known ones.
///
/// Two names that differ in one letter, which was added, left out, replaced or swapped with its neighbour, become
/// equal if at most one letter is removed from each. So every name is stored under a few hashes, and the time
/// grows with the number of names.
struct SimilarNames {
  /// Names with fewer letters and digits are not compared.
  private static let shortestName = 6
  /// Words with fewer letters are different words, not misspelt ones.
  private static let shortestWord = 5
  private static let longestName = Limit.similarNameLength.value
  /// More names than this with one hash are a series, not misspellings.
  private static let largestGroup = 8
  private static let mostDiagnostics = Limit.similarNames.value

  private struct Name {
    let member: Int
    let text: String
    let letters: [UInt8]

    /// Names with different numbers never mean the same.
    var digits: some Sequence<UInt8> { letters.lazy.filter { $0 >= 0x30 && $0 <= 0x39 } }
  }

  /// The warnings of issues, then of parties, each by name.
  static func diagnostics(_ site: SymbolTable, _ relations: Relations) -> [Diagnostic] {
    let issues = SimilarNames(
      site, site.issues, kind: "issue", folder: "issues", relations: [relations.broader, relations.related])
    let parties = SimilarNames(
      site, site.parties, kind: "party", folder: "parties",
      relations: [relations.actsFor, relations.succeeds, relations.memberOf])
    return issues.diagnostics() + parties.diagnostics()
  }

  private let site: SymbolTable
  private let registry: NameRegistry
  private let kind: String
  private let folder: String
  private let relations: [[[Int]]]

  private init(
    _ site: SymbolTable, _ registry: NameRegistry, kind: String, folder: String, relations: [[[Int]]]
  ) {
    self.site = site
    self.registry = registry
    self.kind = kind
    self.folder = folder
    self.relations = relations
  }

  private func diagnostics() -> [Diagnostic] {
    let names = registry.members.enumerated().flatMap { index, member in
      ([member.name] + member.aliases).compactMap { Self.name($0, of: index) }
    }
    let pairs = Self.pairs(names)
    if pairs.isEmpty { return [] }
    let states = StateTable()
    var seen: Set<MemberPair> = []
    var found: [(Name, Name)] = []
    for (one, other) in pairs {
      guard one.digits.elementsEqual(other.digits), Self.isNear(one.text, other.text, states),
        !isAnswered(one.member, other.member),
        seen.insert(MemberPair(Int32(one.member), Int32(other.member))).inserted
      else { continue }
      found.append((one, other))
      if found.count == Self.mostDiagnostics { break }
    }
    if found.isEmpty { return [] }
    let uses = uses(of: Set(found.flatMap { [$0.0.member, $0.1.member] }))
    return found.map { one, other in
      isKnown(one.member, before: other.member, uses)
        ? diagnostic(new: other, known: one, uses) : diagnostic(new: one, known: other, uses)
    }
  }

  private static func name(_ text: String, of member: Int) -> Name? {
    let key = NameKey(text).text
    guard key.utf8.count <= longestName else { return nil }
    let letters = key.utf8.filter { $0 >= 0x80 || ($0 >= 0x61 && $0 <= 0x7A) || ($0 >= 0x30 && $0 <= 0x39) }
    return letters.count < shortestName ? nil : Name(member: member, text: text, letters: letters)
  }
}

extension SimilarNames {
  /// Pairs of names with a common hash, by the first name, then the second.
  private static func pairs(_ names: [Name]) -> [(Name, Name)] {
    var entries: [(hash: UInt64, name: Int32)] = []
    entries.reserveCapacity(names.reduce(0) { $0 + $1.letters.count + 1 })
    for (index, name) in names.enumerated() { add(name.letters, Int32(index), to: &entries) }
    entries.sort { ($0.hash, $0.name) < ($1.hash, $1.name) }
    var pairs: [MemberPair] = []
    var start = 0
    while start < entries.count {
      var end = start + 1
      while end < entries.count, entries[end].hash == entries[start].hash { end += 1 }
      if end - start > 1, end - start <= largestGroup {
        for one in start..<end {
          for other in (one + 1)..<max(one + 1, end) where entries[one].name != entries[other].name {
            pairs.append(MemberPair(entries[one].name, entries[other].name))
          }
        }
      }
      start = end
    }
    return MemberPair.unique(pairs).lazy.map { (names[$0.first], names[$0.second]) }
      .filter { $0.0.member != $0.1.member }
  }

  /// The hashes of the letters, and of the letters without each one of them, as polynomials, so that all take
  /// one pass.
  private static func add(
    _ letters: [UInt8], _ name: Int32, to entries: inout [(hash: UInt64, name: Int32)]
  ) {
    let base: UInt64 = 0x9E37_79B9_7F4A_7C15
    // ends[n] is the hash of the letters from n on; powers[n] is base to the power of their number.
    var ends = [UInt64](repeating: 0, count: letters.count + 1)
    var powers = [UInt64](repeating: 1, count: letters.count + 1)
    for place in letters.indices.reversed() {
      powers[place] = powers[place + 1] &* base
      ends[place] = (UInt64(letters[place]) &+ 1) &* powers[place + 1] &+ ends[place + 1]
    }
    entries.append((ends[0], name))
    var head: UInt64 = 0
    for place in letters.indices {
      if place == 0 || letters[place] != letters[place - 1] {
        entries.append((head &* powers[place + 1] &+ ends[place + 1], name))
      }
      head = head &* base &+ UInt64(letters[place]) &+ 1
    }
  }

  /// Whether the names differ in one letter of a long word, or in spaces and hyphens.
  private static func isNear(_ one: String, _ other: String, _ states: StateTable) -> Bool {
    let (left, right) = (NameWords.split(one), NameWords.split(other))
    if left.count != right.count { return left.joined() == right.joined() }
    let different = left.indices.filter { left[$0] != right[$0] }
    guard different.count == 1, let place = different.first else { return false }
    let (word, near) = (left[place], right[place])
    guard min(word.count, near.count) >= shortestWord,
      EditDistance.between(word, near, limit: 1) != nil, !NameComparer.isNegation(word, near)
    else { return false }
    // Two correct words, such as Gambia and Zambia, or Russia and Russian.
    return states.find([word]) == nil || states.find([near]) == nil
  }

  /// Whether an author has said that they are different: each has a file, or they are related.
  private func isAnswered(_ one: Int, _ other: Int) -> Bool {
    if registry.members[one].file != nil, registry.members[other].file != nil { return true }
    return relations.contains { $0[one].contains(other) || $0[other].contains(one) }
  }
}

extension SimilarNames {
  /// How often tables name a member, and where they do so first: a report, a table and its column or row.
  private struct Use {
    var count = 0
    var place: (report: Int, table: Int, heading: Int, isColumn: Bool)?
  }

  private func uses(of members: Set<Int>) -> [Int: Use] {
    var uses = Dictionary(uniqueKeysWithValues: members.map { ($0, Use()) })
    for (report, tables) in site.shared.classification.tables.enumerated() {
      for (place, table) in tables.enumerated() {
        guard case .positions(let transposed) = table.kind else { continue }
        let namesColumns = transposed == (kind == "issue")
        for (heading, form) in (namesColumns ? table.columns : table.rows).enumerated()
        where form >= 0 && !(namesColumns && heading == 0) {
          let member = Int(registry.byForm[Int(form)])
          guard var use = uses[member] else { continue }
          if use.place == nil { use.place = (report, place, heading, namesColumns) }
          use.count += 1
          uses[member] = use
        }
      }
    }
    return uses
  }

  /// Whether the first is the known one: it has a file, tables name it more often, or they named it first.
  private func isKnown(_ one: Int, before other: Int, _ uses: [Int: Use]) -> Bool {
    if (registry.members[one].file != nil) != (registry.members[other].file != nil) {
      return registry.members[one].file != nil
    }
    let (left, right) = (uses[one] ?? Use(), uses[other] ?? Use())
    if left.count != right.count { return left.count > right.count }
    guard let first = left.place, let second = right.place else { return left.place != nil }
    return (first.report, first.table, first.heading) <= (second.report, second.table, second.heading)
  }

  private func place(of member: Int, _ uses: [Int: Use]) -> Place? {
    let known = registry.members[member]
    guard known.file == nil, let use = uses[member]?.place, case .report(let report) = site.files[use.report]
    else { return known.place }
    let table = report.tables[use.table]
    let cells =
      use.isColumn ? table.header.map(\.range) : report.header.document.rowHeadings(of: table.node)
    guard cells.indices.contains(use.heading) else { return known.place }
    return Place(path: report.header.sourcePath, range: cells[use.heading])
  }

  /// The content folder as messages print it, with a final slash.
  private var contentFolder: Substring {
    site.files.first.map { $0.header.sourcePath.dropLast($0.header.path.count) } ?? ""
  }

  private func diagnostic(new: Name, known: Name, _ uses: [Int: Use]) -> Diagnostic {
    Diagnostic(
      .similarName, at: place(of: new.member, uses),
      "the new \(kind) “\(new.text)” has almost the same name as “\(known.text)”",
      notes: [Note("“\(known.text)” is here", at: place(of: known.member, uses))],
      suggestion: Suggestion(
        "if they are the same, \(addition(of: new.text, to: registry.members[known.member])); "
          + "otherwise create a file for each"))
  }

  /// How to make a name an alias of a member.
  private func addition(of name: String, to member: NameRegistry.Member) -> String {
    let needsQuotes = name.contains { ",:#[]{}&*!|>'\"%@`".contains($0) }
    let line = "“aliases: [\(needsQuotes ? JSONWriter.quoted(name) : name)]”"
    guard let file = member.file else {
      return "write \(line) in \(contentFolder)\(folder)/\(member.slug).md"
    }
    let path = site.files[file].header.sourcePath
    return member.aliases.isEmpty
      ? "write \(line) in \(path)" : "add “\(name)” to “aliases:” in \(path)"
  }
}
