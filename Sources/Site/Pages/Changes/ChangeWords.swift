import Content
import Editions
import Graph
import Text

/// The sentences that describe a difference between editions, as plain text.
struct ChangeWords {
  let words: LocalizedStrings

  /// Such as `3 new positions, 1 position hardened, 1 report added`.
  func summary(_ difference: RecordDifference) -> String {
    var counts: [StringKey: Int] = [:]
    for change in difference.told { counts[change.countedWord, default: 0] += 1 }
    var parts = RecordChange.countedWords.compactMap { word in
      counts[word].map { words.text(word, count: $0) }
    }
    for kind in SubjectChange.Kind.allCases {
      let changes = difference.subjects.filter { $0.kind == kind }
      for outcome in SubjectChange.Outcome.allCases {
        let count = changes.count { $0.outcome == outcome }
        if count > 0 { parts.append(words.text(kind.countedWord(outcome), count: count)) }
      }
    }
    return parts.isEmpty ? words.text(.nothingChanged) : parts.joined(separator: words.text(.comma))
  }

  /// The change to a report, issue or party, as a sentence without a full stop.
  func sentence(_ change: SubjectChange) -> String {
    let sentence = lowerSentence(change)
    return sentence.capitalizingFirst
  }

  private func lowerSentence(_ change: SubjectChange) -> String {
    let kinds = change.kind.namingWords
    let isOne = change.before.count + change.after.count <= 2
    func subject(_ names: [SubjectChange.Name]) -> String {
      words.text(isOne ? kinds.one : kinds.several, list(names.map(\.name), of: change.kind))
    }
    if change.isAdded { return words.text(.subjectAdded, subject(change.after)) }
    if change.isDropped { return words.text(.subjectDropped, subject(change.before)) }
    let after = list(change.after.map(\.name), of: change.kind)
    if change.before.count > 1 || change.after.count > 1 {
      return words.text(.subjectBecame, subject(change.before), after)
    }
    if change.before.map(\.name) != change.after.map(\.name) {
      return words.text(.subjectRenamed, subject(change.before), after)
    }
    if change.isRenamed {
      return words.text(
        .subjectMoved, subject(change.after), list(change.before.map(\.slug)), list(change.after.map(\.slug)))
    }
    return words.text(.subjectChanged, subject(change.after))
  }

  /// The change of a field, such as `date: 2025 → 2025-03`.
  func sentence(_ field: SubjectChange.Field) -> String {
    let none = words.text(.noValue)
    return words.text(
      .labelled, words.text(field.name.word),
      words.text(.valueChange, field.before ?? none, field.after ?? none))
  }

  /// A position's date and its origin.
  func date(_ position: FrozenPosition) -> String {
    guard let date = position.date else { return words.text(.undated) }
    let remark = position.origin.remark.map { " (\(words.text($0)))" } ?? ""
    return words.dates.text(date) + remark
  }

  /// Names in quotes; those of reports are titles.
  private func list(_ names: [String], of kind: SubjectChange.Kind? = nil) -> String {
    let quoted = names.map { words.text(kind == .report ? .quotedTitle : .quoted, $0) }
    guard let last = quoted.last, quoted.count > 1 else { return quoted.first ?? "" }
    return words.text(.twoNames, quoted.dropLast().joined(separator: words.text(.comma)), last)
  }
}

extension RecordChange {
  /// The label beside a position.
  var label: StringKey {
    switch kind {
    case .corrected: .changeCorrected
    case .addedToPast: .changeAddedToPast
    case .withdrawn: .changeWithdrawn
    case .withheld: .changeWithheld
    case .relocated: .changeRelocated
    case .moved: (direction ?? .changed).label
    case .confirmed: .changeConfirmed
    case .restated: .changeRestated
    case .ratingChanged: .changeRatingChanged
    case .new: .changeNew
    case .silent: .changeSilent
    }
  }

  fileprivate var countedWord: StringKey {
    switch kind {
    case .corrected: .positionsCorrected
    case .addedToPast: .positionsAddedToPast
    case .withdrawn: .positionsWithdrawn
    case .withheld: .positionsWithheld
    case .relocated: .positionsRelocated
    case .moved: (direction ?? .changed).countedWord
    case .confirmed: .positionsConfirmed
    case .restated: .positionsRestated
    case .ratingChanged: .positionsRatingChanged
    case .new: .positionsNew
    case .silent: .positionsSilent
    }
  }

  /// The words of summaries, in their order.
  fileprivate static let countedWords: [StringKey] = [
    .positionsCorrected, .positionsAddedToPast, .positionsWithdrawn, .positionsWithheld, .positionsRelocated,
    .positionsHardened, .positionsSoftened, .positionsReversed, .positionsChanged, .positionsReturned,
    .positionsConfirmed, .positionsRestated, .positionsRatingChanged, .positionsNew, .positionsSilent,
  ]
}

extension StanceDirection {
  /// The label beside a position.
  var label: StringKey {
    switch self {
    case .hardened: .changeHardened
    case .softened: .changeSoftened
    case .reversed: .changeReversed
    case .changed: .changeChanged
    case .returned: .changeReturned
    }
  }

  fileprivate var countedWord: StringKey {
    switch self {
    case .hardened: .positionsHardened
    case .softened: .positionsSoftened
    case .reversed: .positionsReversed
    case .changed: .positionsChanged
    case .returned: .positionsReturned
    }
  }
}

extension SubjectChange.Kind {
  fileprivate func countedWord(_ outcome: SubjectChange.Outcome) -> StringKey {
    switch (self, outcome) {
    case (.report, .added): .reportsAdded
    case (.report, .dropped): .reportsDropped
    case (.report, .renamed): .reportsRenamed
    case (.report, .changed): .reportsChanged
    case (.issue, .added): .issuesAdded
    case (.issue, .dropped): .issuesDropped
    case (.issue, .renamed): .issuesRenamed
    case (.issue, .changed): .issuesChanged
    case (.party, .added): .partiesAdded
    case (.party, .dropped): .partiesDropped
    case (.party, .renamed): .partiesRenamed
    case (.party, .changed): .partiesChanged
    }
  }

  fileprivate var namingWords: (one: StringKey, several: StringKey) {
    switch self {
    case .report: (.namedReport, .namedReports)
    case .issue: (.namedIssue, .namedIssues)
    case .party: (.namedParty, .namedParties)
    }
  }
}

extension SubjectChange.Field.Name {
  fileprivate var word: StringKey {
    switch self {
    case .date: .fieldDate
    case .path: .fieldPath
    case .proposition: .fieldProposition
    case .aliases: .fieldAliases
    case .actsFor: .fieldActsFor
    }
  }
}
