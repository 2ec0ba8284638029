/// A complaint about a place in the author's files: what is wrong, in the author's words, and how to mend it.
package struct Diagnostic: Sendable, Hashable {
  /// Which rule speaks; fixes the severity.
  package let id: DiagnosticID
  /// Where; nil when no single file is at fault.
  package let place: Place?
  /// One sentence, lower-case start, no full stop, names in “quotes”.
  package let message: String
  /// Further facts, each with its own place where it has one (the other file that claims a name …).
  package let notes: [Note]
  /// How to mend it; nil when nothing near is known.
  package let suggestion: Suggestion?

  package init(
    _ id: DiagnosticID, at place: Place?, _ message: String, notes: [Note] = [],
    suggestion: Suggestion? = nil
  ) {
    self.id = id
    self.place = place
    self.message = message
    self.notes = notes
    self.suggestion = suggestion
  }

  /// The fixed severity of the rule that speaks.
  package var severity: Severity { id.severity }
}

/// A further fact below a diagnostic.
package struct Note: Sendable, Hashable {
  package let message: String
  /// Where the fact stands; nil: it is about the diagnostic's own place.
  package let place: Place?

  package init(_ message: String, at place: Place? = nil) {
    self.message = message
    self.place = place
  }
}

/// How to mend what a diagnostic complains about.
package struct Suggestion: Sendable, Hashable {
  /// Such as `did you mean “NATO expansion”?`.
  package let message: String
  /// What to write in place of the diagnostic's range; nil when words are all that can be said.
  package let replacement: String?

  package init(_ message: String, replacement: String? = nil) {
    self.message = message
    self.replacement = replacement
  }
}

/// How much a diagnostic weighs.
package enum Severity: String, Sendable, Hashable, Comparable, CaseIterable {
  /// Worth knowing; changes nothing.
  case note
  /// The site is built, and something in it is probably not what the author meant.
  case warning
  /// The site is not built; `Public/` stays as it was.
  case error

  package static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }

  private var rank: Int {
    switch self {
    case .note: 0
    case .warning: 1
    case .error: 2
    }
  }
}
