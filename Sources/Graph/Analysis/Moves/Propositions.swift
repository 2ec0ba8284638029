import Content

/// The sentences that the stances on an issue answer: the present one, and those before it.
///
/// A position answers the earliest sentence that had not ended before the position’s first day. An undated position answers
/// the present one.
package struct Propositions: Sendable, Hashable {
  /// The earliest first.
  private let earlier: [EarlierProposition]
  /// nil: the issue has none now.
  private let present: String?

  /// - Parameter earlier: the earliest first.
  package init(earlier: [EarlierProposition], present: String?) {
    self.earlier = earlier
    self.present = present
  }

  /// Whether the issue had another sentence before.
  package var hasHistory: Bool { !earlier.isEmpty }

  /// The number of the meaning that stances of these days have: stances of different numbers cannot be compared. The present
  /// meaning has the highest number, and sentences with the same meaning share one.
  package func meaning(on days: DayInterval?) -> Int {
    var place = place(on: days)
    while place < earlier.count, earlier[place].hasSameMeaning { place += 1 }
    return place
  }

  /// Whether stances of these days answer the present sentence, or one with the same meaning.
  package func isPresent(on days: DayInterval?) -> Bool { meaning(on: days) == earlier.count }

  /// The sentence that positions of these days answer; nil: there is none.
  package func text(on days: DayInterval?) -> String? {
    let place = place(on: days)
    return place < earlier.count ? earlier[place].text : present
  }

  /// The earlier sentence that positions of these days answer; nil: they answer the present one.
  package func earlier(on days: DayInterval?) -> EarlierProposition? {
    let place = place(on: days)
    return place < earlier.count ? earlier[place] : nil
  }

  private func place(on days: DayInterval?) -> Int {
    guard let days else { return earlier.count }
    return earlier.firstIndex { Int($0.until.lastDayNumber) >= Int(days.first) } ?? earlier.count
  }
}

extension Issue {
  /// The sentences that its stances answer.
  package var propositions: Propositions {
    Propositions(earlier: file?.propositionHistory ?? [], present: file?.proposition)
  }
}

extension IssueGraph {
  /// The number of the meaning that the stance of a position has: see `Propositions.meaning`. Only stances on one issue can
  /// be compared by it.
  package func meaning(of id: ID<Position>) -> Int {
    let position = positions[id.index]
    return reworded[position.issue]?.meaning(on: position.interval) ?? 0
  }

  /// Whether a position answers the present question of its issue. Otherwise its stance cannot be compared with those that do.
  package func answersPresentQuestion(_ id: ID<Position>) -> Bool {
    let position = positions[id.index]
    return reworded[position.issue]?.isPresent(on: position.interval) ?? true
  }

  /// The sentence that a position answers; nil: its issue has none.
  package func proposition(of id: ID<Position>) -> String? {
    let position = positions[id.index]
    return reworded[position.issue]?.text(on: position.interval)
      ?? issues[position.issue.index].file?.header.matter.proposition
  }

  /// The earlier sentence that a position answers; nil: it answers the present one.
  package func earlierProposition(of id: ID<Position>) -> EarlierProposition? {
    let position = positions[id.index]
    return reworded[position.issue]?.earlier(on: position.interval)
  }
}
