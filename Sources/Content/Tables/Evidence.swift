import Diagnostics
import Text

/// The kind of evidence on which a position rests, only ever as an author gave it.
package enum Evidence: String, Sendable, Hashable, CaseIterable {
  /// The party's own words: a speech, a statement, an interview.
  case ownStatement = "own-statement"
  /// A law, a programme, a treaty.
  case document
  /// How it voted.
  case vote
  /// What it did.
  case act
  /// What others report, such as newspapers.
  case reported
  /// What experts conclude.
  case assessment
  /// The author does not know on what it rests.
  case unknown

  /// A kind as authors write it, with a hyphen or a space and in any case; nil for anything else.
  package init?(written text: some StringProtocol) {
    self.init(rawValue: text.lowercased().replacing(" ", with: "-"))
  }

  /// `unread-evidence`: a cell of a column of evidence says something else.
  package static func unread(_ text: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .unreadEvidence, at: place,
      "“\(text.excerpt)” is not a kind of evidence, so this position has the kinds of its sources",
      suggestion: Suggestion("the kinds are \(allCases.map(\.rawValue).joined(separator: ", "))"))
  }
}

/// The kinds of evidence on which a position rests, each once and in the usual order; empty: not given.
package struct EvidenceKinds: Sendable, Hashable, ExpressibleByArrayLiteral {
  /// A bit for each kind, in the order of `Evidence.allCases`, and the highest one for sources whose kind is not given.
  private var bits: UInt8 = 0
  private static let others: UInt8 = 0x80

  /// No kind.
  package init() {}

  package init(_ kinds: some Sequence<Evidence>) {
    for kind in kinds { bits |= Self.bit(of: kind) }
  }

  package init(arrayLiteral kinds: Evidence...) { self.init(kinds) }

  /// The kinds in a text such as `vote | own-statement`; nil if one of them is unknown, or it has none.
  package init?(text: some StringProtocol) {
    let parts = text.split(separator: "|").map { Evidence(rawValue: String($0.trimmingWhitespace)) }
    guard !parts.isEmpty, !parts.contains(nil) else { return nil }
    self.init(parts.compactMap(\.self))
  }

  /// The kinds in a text of an author, with commas, semicolons, vertical bars or slashes between them; nil if one of them is
  /// unknown, or it has none.
  ///
  /// - Parameter kind: the kind that a word means; nil: none.
  package init?(written text: some StringProtocol, _ kind: (Substring) -> Evidence?) {
    let parts = Substring(text).split(whereSeparator: { ",;|/，、；،؛".contains($0) })
      .map { $0.trimmingWhitespace }.filter { !$0.isEmpty }
    let kinds = parts.compactMap(kind)
    guard !parts.isEmpty, kinds.count == parts.count else { return nil }
    self.init(kinds)
  }

  package var all: [Evidence] { isEmpty ? [] : Evidence.allCases.filter(contains) }
  package var isEmpty: Bool { bits & ~Self.others == 0 }

  /// The only kind; nil if there are none or several, or sources whose kind is not given.
  package var only: Evidence? {
    let all = all
    return all.count == 1 && !hasOthers ? all[0] : nil
  }

  /// As data files have them: `document | vote`; nil if there are none.
  package var text: String? { isEmpty ? nil : all.map(\.rawValue).joined(separator: " | ") }

  /// Whether the position also rests on sources whose kind is not given.
  package var hasOthers: Bool { bits & Self.others != 0 }

  /// The kinds that are given, whatever else the position rests on.
  package var given: EvidenceKinds { EvidenceKinds(all) }

  /// Whether it rests on some of these kinds, and on nothing else.
  package func isWithin(_ kinds: EvidenceKinds) -> Bool { !isEmpty && bits & ~kinds.bits == 0 }

  package func contains(_ kind: Evidence) -> Bool { bits & Self.bit(of: kind) != 0 }

  package mutating func insert(_ kind: Evidence) { bits |= Self.bit(of: kind) }

  /// Adds sources whose kind is not given.
  package mutating func insertOthers() { bits |= Self.others }

  package mutating func formUnion(_ other: EvidenceKinds) { bits |= other.bits }

  private static func bit(of kind: Evidence) -> UInt8 {
    1 << UInt8(Evidence.allCases.firstIndex(of: kind) ?? 7)
  }
}
