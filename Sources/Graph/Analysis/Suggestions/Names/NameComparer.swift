import Text

/// Compares two names without looking at where they are used.
struct NameComparer: Sendable {
  let isParty: Bool
  let states: StateTable

  /// The strongest likeness between any name of one member and any name of the other; nil: they have nothing
  /// in common.
  func strongest(_ first: [NameForm], _ second: [NameForm]) -> Likeness? {
    var best: Likeness?
    for left in first {
      for right in second {
        guard let likeness = compare(left, right) else { continue }
        if best.map({ likeness.score > $0.score }) ?? true { best = likeness }
      }
    }
    return best
  }

  func compare(_ left: NameForm, _ right: NameForm) -> Likeness? {
    guard left.numbers == right.numbers, !left.words.isEmpty, !right.words.isEmpty else { return nil }
    if isParty {
      if let acting = acting(left, right, .actsFor) ?? acting(right, left, .actedForBy) { return acting }
      if left.principal != nil || right.principal != nil { return spelling(left, right) }
      if let (one, other) = bothStates(left, right) {
        return one.state == other.state ? sameState(left, one, right, other) : nil
      }
    } else if left.states != right.states {
      return holding(left, right)
    }
    return sameWords(left, right) ?? spacing(left, right) ?? suffix(left, right) ?? initials(left, right)
      ?? initials(right, left) ?? spelling(left, right) ?? (isParty ? nil : holding(left, right))
  }

  private func bothStates(
    _ left: NameForm, _ right: NameForm
  ) -> (StateTable.Found, StateTable.Found)? {
    guard let one = left.state ?? left.rest?.state, let other = right.state ?? right.rest?.state else {
      return nil
    }
    return (one, other)
  }

  private func sameState(
    _ left: NameForm, _ one: StateTable.Found, _ right: NameForm, _ other: StateTable.Found
  ) -> Likeness {
    let name = states.names[one.state]
    var evidence: [SuggestionEvidence] = []
    var score = 0.96
    for (form, found) in [(left, one), (right, other)] {
      switch found.manner {
      case .name: break
      case .demonym:
        evidence.append(.demonym(form.text, of: name))
        score -= 0.04
      case .seat:
        evidence.append(.seat(form.text, of: name))
        score -= 0.12
      }
    }
    return Likeness(.same, score, evidence.isEmpty ? [.sameState(name)] : evidence)
  }

  private func acting(_ left: NameForm, _ right: NameForm, _ relation: Likeness.Relation) -> Likeness? {
    guard let principal = left.principal, right.principal == nil else { return nil }
    let evidence = SuggestionEvidence.acting(principal.dropped)
    if let state = principal.state, let other = right.state ?? right.rest?.state {
      guard state.state == other.state else { return nil }
      let name = states.names[state.state]
      let isDemonym = state.manner == .demonym
      let adjective = left.content.filter { !principal.dropped.contains($0) }.joined(separator: " ")
      return Likeness(
        relation, other.manner == .name ? 0.9 : 0.84,
        isDemonym ? [evidence, .demonym(adjective, of: name)] : [evidence, .sameState(name)])
    }
    let isSame = principal.sortedCore == right.sortedCore || principal.sortedCore == right.rest?.sortedCore
    return isSame ? Likeness(relation, 0.8, [evidence]) : nil
  }

  private func sameWords(_ left: NameForm, _ right: NameForm) -> Likeness? {
    guard left.sortedCore == right.sortedCore, agreeInDirection(left, right) else { return nil }
    var evidence: [SuggestionEvidence] = []
    let isOrdered = left.core == right.core
    let hasSameWords = left.content.sorted() == right.content.sorted()
    if !isOrdered { evidence.append(.otherOrder) }
    if !hasSameWords { evidence.append(.endings) }
    if isOrdered, hasSameWords {
      let words = Set(left.words).symmetricDifference(right.words).sorted()
      evidence.append(words.isEmpty ? .spacing : .suffix(words))
    }
    return Likeness(.same, 0.94 - (isOrdered ? 0 : 0.04) - (hasSameWords ? 0 : 0.03), evidence)
  }

  /// Whether both names have the same words of direction in the same order.
  private func agreeInDirection(_ left: NameForm, _ right: NameForm) -> Bool {
    if left.directions.isEmpty || right.directions.isEmpty { return true }
    return left.directions == right.directions && left.core == right.core
  }

  private func spacing(_ left: NameForm, _ right: NameForm) -> Likeness? {
    left.squeezed == right.squeezed ? Likeness(.same, 0.92, [.spacing]) : nil
  }

  private func suffix(_ left: NameForm, _ right: NameForm) -> Likeness? {
    let lefts = [left.rest?.sortedCore ?? left.sortedCore, left.sortedCore]
    let rights = [right.rest?.sortedCore ?? right.sortedCore, right.sortedCore]
    guard left.rest != nil || right.rest != nil, agreeInDirection(left, right) else { return nil }
    guard lefts.contains(where: rights.contains) else { return nil }
    let dropped = (left.rest?.dropped ?? []) + (right.rest?.dropped ?? [])
    let isOneSided = left.rest == nil || right.rest == nil
    return Likeness(.same, isOneSided ? 0.9 : 0.8, [.suffix(dropped)])
  }

  private func initials(_ short: NameForm, _ long: NameForm) -> Likeness? {
    guard short.isAcronym, let word = short.words.first, word.count >= (isParty ? 2 : 3) else { return nil }
    guard word == long.initials || word == long.allInitials else { return nil }
    return Likeness(.same, 0.84, [.initials(short.text, of: long.text)])
  }

  private func holding(_ left: NameForm, _ right: NameForm) -> Likeness? {
    let (one, other) = (Set(left.core), Set(right.core))
    let isHolding = other.isStrictSubset(of: one)
    guard isHolding || one.isStrictSubset(of: other) else { return nil }
    let (inner, outer) = isHolding ? (right, left) : (left, right)
    guard inner.core.count > 1 || inner.core[0].count > 3 else { return nil }
    let extra = outer.core.count - inner.core.count
    let score = (inner.core.count > 1 ? 0.74 : 0.56) - 0.04 * Double(max(0, extra - 1))
    return Likeness(isHolding ? .holds : .heldBy, max(0.3, score), [.contains(inner.text)])
  }
}

extension NameComparer {
  /// Shorter words are never treated as misspelt.
  static let shortestWord = 4
  /// From this length on, two letters may differ.
  static let longWord = 8

  /// Two names that differ in a single word, and there only in a few letters.
  func spelling(_ left: NameForm, _ right: NameForm) -> Likeness? {
    guard left.content.count == right.content.count else { return nil }
    let different = left.content.indices.filter { left.content[$0] != right.content[$0] }
    guard different.count == 1, let place = different.first else { return nil }
    let (one, other) = (left.content[place], right.content[place])
    if let cut = cut(left, one, other) ?? cut(right, other, one) { return cut }
    let shorter = min(one.count, other.count)
    guard shorter >= Self.shortestWord, !Self.isNegation(one, other), !isPairOfStates(one, other) else {
      return nil
    }
    guard one.first == other.first || shorter > 6 else { return nil }
    let limit = shorter >= Self.longWord ? 2 : 1
    guard let changes = EditDistance.between(one, other, limit: limit), changes > 0 else { return nil }
    return Likeness(
      .same, changes == 1 ? 0.8 : 0.76, [.nearSpelling(one, other, changes: changes)],
      spelling: Likeness.Spelling(first: one, second: other))
  }

  private func cut(_ form: NameForm, _ short: String, _ long: String) -> Likeness? {
    guard short.count >= 3, short.count < long.count, long.hasPrefix(short), form.isCut(short) else {
      return nil
    }
    return Likeness(.same, 0.88, [.abbreviation(short + ".", of: long)])
  }

  /// “Legal” and “illegal”, or “aligned” and “nonaligned”, are different words.
  static func isNegation(_ one: String, _ other: String) -> Bool {
    let (short, long) = one.count < other.count ? (one, other) : (other, one)
    guard long.hasSuffix(short) else { return false }
    let start = long.dropLast(short.count)
    return ["a", "de", "dis", "il", "im", "in", "ir", "non", "pre", "re", "un"].contains(String(start))
  }

  /// Such as Niger and Nigeria, or Iran and Iraq.
  private func isPairOfStates(_ one: String, _ other: String) -> Bool {
    guard let first = states.find([one]), let second = states.find([other]) else { return false }
    return first.state != second.state
  }
}
