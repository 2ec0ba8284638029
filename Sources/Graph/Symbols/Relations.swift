import Content
import Diagnostics

/// The relations of issues and parties that their files declare.
struct Relations: Sendable {
  /// The names in the files of issues and parties, by the index of the file.
  private(set) var references: [Int: [NameReference]] = [:]
  /// By issue.
  private(set) var broader: [[Int]]
  private(set) var related: [[Int]]
  /// By party; at most one for each.
  private(set) var actsFor: [[Int]]
  /// By party; at most one for each, which acts for the same party.
  private(set) var succeeds: [[Int]]
  /// By party, in the author's order.
  private(set) var memberships: [[Party.Membership]]
  private(set) var diagnostics: [Diagnostic] = []

  init(_ site: SymbolTable) {
    broader = Array(repeating: [], count: site.issues.members.count)
    related = broader
    actsFor = Array(repeating: [], count: site.parties.members.count)
    succeeds = actsFor
    memberships = Array(repeating: [], count: site.parties.members.count)
    var resolver = RelationResolver(site: site)
    for (issue, member) in site.issues.members.enumerated() {
      guard let index = member.file, case .issue(let file) = site.files[index] else { continue }
      broader[issue] = resolver.resolve(file.broader, in: index, key: .broader)
      related[issue] = resolver.resolve(file.related, in: index, key: .related).filter { $0 != issue }
    }
    for (party, member) in site.parties.members.enumerated() {
      guard let index = member.file, case .party(let file) = site.files[index] else { continue }
      actsFor[party] = resolver.resolve(file.actsFor.map { [$0] } ?? [], in: index, key: .actsFor)
      succeeds[party] = resolver.resolve(file.succeeds.map { [$0] } ?? [], in: index, key: .succeeds)
      memberships[party] = resolver.resolve(file.memberOf, in: index).filter { $0.bloc.index != party }
    }
    references = resolver.references
    diagnostics = resolver.diagnostics
    cutCycles(\.broader, .broader, of: site.issues, site: site, what: "is broader than itself")
    cutCycles(\.actsFor, .actsFor, of: site.parties, site: site, what: "acts for itself")
    cutCycles(\.succeeds, .succeeds, of: site.parties, site: site, what: "succeeds itself")
    reportLongChains(site)
    cutUnrelatedSuccessors(site)
  }

  /// The parties of which each party is or was a member, by party.
  var memberOf: [[Int]] { memberships.map { $0.map(\.bloc.index) } }

  /// What the file of each party declares, by party.
  var ofParties: [Party.Relations] {
    memberships.indices.map { party in
      Party.Relations(
        actsFor: actsFor[party].first.map { ID($0) }, predecessor: succeeds[party].first.map { ID($0) },
        memberships: memberships[party])
    }
  }

  /// Reports that some parties act for others through more parties than a page follows.
  private mutating func reportLongChains(_ site: SymbolTable) {
    let most = Limit.actingLevels.value
    let levels = levelsOfActing
    let deep = levels.indices.filter { levels[$0] > most }
    guard let first = deep.first else { return }
    var top = first
    while let next = actsFor[top].first { top = next }
    let (name, other) = (site.parties.members[first].name, site.parties.members[top].name)
    diagnostics.append(
      Diagnostic(
        .longActingChain, at: site.parties.members[first].place,
        "“\(name)” acts for “\(other)” through more than \(most - 1) others, so the page of “\(other)” does not show the positions of “\(name)”"
          + (deep.count > 1
            ? " (\(deep.count - 1) more \(deep.count == 2 ? "party has a chain" : "parties have chains") this long)"
            : ""),
        suggestion: Suggestion("set “acts-for:” to the party at the end of the chain")))
  }

  /// Through how many levels each party acts for another; 0: it acts for nobody.
  private var levelsOfActing: [Int] {
    var levels = [Int?](repeating: nil, count: actsFor.count)
    for start in actsFor.indices {
      var way = [start]
      while let last = way.last, levels[last] == nil, let next = actsFor[last].first { way.append(next) }
      let last = way[way.count - 1]
      var level = levels[last] ?? 0
      levels[last] = level
      for party in way.dropLast().reversed() {
        level += 1
        levels[party] = level
      }
    }
    return levels.map { $0 ?? 0 }
  }

  /// Reports and removes each succession between parties that do not act for the same one.
  private mutating func cutUnrelatedSuccessors(_ site: SymbolTable) {
    for (party, predecessors) in succeeds.enumerated() {
      guard let predecessor = predecessors.first else { continue }
      let (own, other) = (actsFor[party].first, actsFor[predecessor].first)
      if own != nil, own == other { continue }
      succeeds[party] = []
      diagnostics.append(
        unrelatedSuccessor(
          site.parties.members[party], predecessor, own.map { site.parties.members[$0].name },
          other.map { site.parties.members[$0].name }, site))
    }
  }

  private func unrelatedSuccessor(
    _ party: NameRegistry.Member, _ predecessor: Int, _ own: String?, _ other: String?, _ site: SymbolTable
  ) -> Diagnostic {
    let before = site.parties.members[predecessor]
    let message =
      switch (own, other) {
      case (let own?, let other?):
        "“\(party.name)” acts for “\(own)”, but “\(before.name)”, which it succeeds, acts for “\(other)”"
      case (let own?, nil):
        "“\(party.name)” acts for “\(own)”, but “\(before.name)”, which it succeeds, does not act for any party"
      case (nil, _): "“\(party.name)” succeeds “\(before.name)” but does not act for any party"
      }
    let advice =
      switch (own, other) {
      case (nil, let other?): "add “acts-for: \(other)”"
      case (let own?, nil): "add “acts-for: \(own)” to the file of “\(before.name)”"
      default: "set “acts-for:” in both files to the party they act for, or remove “succeeds:”"
      }
    let place = party.file.map {
      RelationResolver(site: site).place(of: predecessor, in: site.files[$0], key: .succeeds)
    }
    return Diagnostic(
      .unrelatedSuccessor, at: place, message,
      notes: before.place.map { [Note("the party that it succeeds", at: $0)] } ?? [],
      suggestion: Suggestion(advice))
  }

  /// Reports and removes each relation that closes a cycle, so that later steps terminate.
  private mutating func cutCycles(
    _ relation: WritableKeyPath<Self, [[Int]]>, _ key: NameReference.Key, of roster: NameRegistry,
    site: SymbolTable, what: String
  ) {
    let edges = self[keyPath: relation]
    /// 0: not visited, 1: in progress, 2: done.
    var states = [UInt8](repeating: 0, count: edges.count)
    for start in edges.indices where states[start] == 0 {
      var way: [(member: Int, next: Int)] = [(start, 0)]
      states[start] = 1
      while let (member, next) = way.last {
        guard next < edges[member].count else {
          states[member] = 2
          way.removeLast()
          continue
        }
        way[way.count - 1].next += 1
        let target = edges[member][next]
        if states[target] == 0 {
          states[target] = 1
          way.append((target, 0))
        } else if states[target] == 1 {
          self[keyPath: relation][member].removeAll { $0 == target }
          let circle = way.map(\.member).drop { $0 != target } + [target]
          report(Array(circle), key, of: roster, site: site, what: what)
        }
      }
    }
  }

  /// The number of names up to which a message names a whole cycle.
  private static let mostNames = 20

  private mutating func report(
    _ circle: [Int], _ key: NameReference.Key, of roster: NameRegistry, site: SymbolTable, what: String
  ) {
    let names = circle.map { "“\(roster.members[$0].name)”" }
    let way =
      names.count > Self.mostNames
      ? names.prefix(4) + ["… \(names.count - 7) more …"] + names.suffix(3) : names[...]
    let last = roster.members[circle.count > 1 ? circle[circle.count - 2] : circle[0]]
    let place = last.file.map {
      RelationResolver(site: site).place(of: circle[circle.count - 1], in: site.files[$0], key: key)
    }
    diagnostics.append(
      Diagnostic(
        .relationCycle, at: place,
        "\(names[names.count - 1]) \(what): \(way.joined(separator: " → "))"))
  }
}

/// Resolves the names of issues and parties in relations.
private struct RelationResolver {
  let site: SymbolTable
  /// The resolved names, by the index of the file.
  private(set) var references: [Int: [NameReference]] = [:]
  private var tally: DiagnosticTally
  /// The number of unknown names for which a similar one will still be searched.
  private var searchesLeft = 200

  init(site: SymbolTable) {
    self.site = site
    tally = DiagnosticTally(site.shared.settings.limits)
  }

  /// The diagnostics, in the order in which they were found.
  var diagnostics: [Diagnostic] { tally.diagnostics }

  private mutating func add(_ diagnostic: Diagnostic) { tally.add(diagnostic) }

  /// The members that `names` mean, without duplicates; reports names that no issue or party has.
  mutating func resolve(_ names: [AuthoredName], in file: Int, key: NameReference.Key) -> [Int] {
    let header = site.files[file].header
    let kind: WikilinkTarget.Kind = key == .broader || key == .related ? .issue : .party
    var result: [Int] = []
    for name in names {
      switch NameResolver(site: site).resolve(name.text, kind: kind) {
      case .page(.issue(let index)): add(index, .issue(ID(index)))
      case .page(.party(let index)): add(index, .party(ID(index)))
      case .withheld(let file): reportWithheld(name, site.shared.withheld[file].header, of: header)
      case .ambiguous(let found): reportAmbiguous(name, found, of: header)
      default: reportUnknown(name, of: header, kind: kind)
      }
      func add(_ index: Int, _ subject: MentionSubject) {
        if !result.contains(index) { result.append(index) }
        references[file, default: []].append(NameReference(subject, key, at: name.range))
      }
    }
    return result
  }

  /// The memberships that entries of `member-of:` mean, without duplicates; reports names that no party has.
  mutating func resolve(_ entries: [AuthoredMembership], in file: Int) -> [Party.Membership] {
    var result: [Party.Membership] = []
    for entry in entries {
      for bloc in resolve([entry.bloc], in: file, key: .memberOf) {
        let membership = Party.Membership(bloc: ID(bloc), period: entry.period)
        if !result.contains(membership) { result.append(membership) }
      }
    }
    return result
  }

  private mutating func reportWithheld(_ name: AuthoredName, _ other: FileHeader, of header: FileHeader) {
    add(
      Diagnostic(
        .linkToWithheld, at: Place(path: header.sourcePath, range: name.range),
        "“\(other.title)” is withheld, so this relation is left out",
        notes: [Note("the withheld file", at: Place(path: other.sourcePath, range: other.titleRange))]))
  }

  /// The place where a file's `broader:`, `acts-for:` or `succeeds:` names a member; the title of the file if
  /// the name cannot be found there.
  func place(of member: Int, in file: Authored, key: NameReference.Key) -> Place {
    let names: [AuthoredName]
    let kind: WikilinkTarget.Kind
    switch file {
    case .issue(let issue): (names, kind) = (issue.broader, .issue)
    case .party(let party):
      let name = key == .succeeds ? party.succeeds : party.actsFor
      (names, kind) = (name.map { [$0] } ?? [], .party)
    case .report, .page, .home: (names, kind) = ([], .page)
    }
    let name = names.first { name in
      switch NameResolver(site: site).resolve(name.text, kind: kind) {
      case .page(.issue(let index)), .page(.party(let index)): index == member
      default: false
      }
    }
    return Place(path: file.header.sourcePath, range: name?.range ?? file.header.titleRange)
  }

  private mutating func reportAmbiguous(
    _ name: AuthoredName, _ found: Homonyms, of header: FileHeader
  ) {
    add(
      Diagnostic(
        .ambiguousName, at: Place(path: header.sourcePath, range: name.range),
        "“\(name.text)” could mean any of \(found.count) pages", notes: found.notes(in: site),
        suggestion: Suggestion("use the full title of the page you mean")))
  }

  private mutating func reportUnknown(
    _ name: AuthoredName, of header: FileHeader, kind: WikilinkTarget.Kind
  ) {
    let names = kind == .issue ? site.shared.suggestions.issues : site.shared.suggestions.parties
    searchesLeft -= 1
    let near = searchesLeft >= 0 ? names.match(name.text) : nil
    add(
      Diagnostic(
        .unknownRelation, at: Place(path: header.sourcePath, range: name.range),
        "unknown \(kind.rawValue) “\(name.text)”",
        suggestion: .didYouMean(near, for: name.text)))
  }
}
