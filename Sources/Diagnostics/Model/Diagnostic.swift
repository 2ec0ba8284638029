import Text

/// A finding about a place in the author's files: what is wrong, in the author's words, and how to fix it.
package struct Diagnostic: Sendable, Hashable {
  /// What kind of diagnostic this is; fixes the severity.
  package let id: DiagnosticID
  /// The place of the problem; nil if it is not in a single file.
  package let place: Place?
  /// One sentence that starts in lower case and has no full stop; names are in “quotes”.
  package let message: String
  /// Further facts, each with its own place if it has one, such as the other file that uses a name.
  package let notes: [Note]
  /// How to fix the problem; nil if Standpoint has nothing to suggest.
  package let suggestion: Suggestion?
  /// The number of further places in the file with the same problem, which are not listed; 0 unless a limit was reached.
  package internal(set) var furtherOfCause = 0
  /// The number of other problems of the same kind in the file that are not listed; 0 unless a limit was reached.
  package internal(set) var furtherOfKind = 0

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

  /// The same finding with its own place and those of its notes moved.
  package func movingPlaces(_ move: (Place) -> Place) -> Diagnostic {
    replacing(
      place: place.map(move), notes: notes.map { Note($0.message, at: $0.place.map(move)) },
      suggestion: suggestion)
  }

  /// The same finding with another place, other notes and another suggestion.
  package func replacing(place: Place?, notes: [Note], suggestion: Suggestion?) -> Diagnostic {
    var copy = Diagnostic(id, at: place, message, notes: notes, suggestion: suggestion)
    (copy.furtherOfCause, copy.furtherOfKind) = (furtherOfCause, furtherOfKind)
    return copy
  }

  /// The number of problems that this one stands for, besides its own; 0 unless a limit was reached.
  package var furtherCount: Int { furtherOfCause + furtherOfKind }
  /// The number of problems that this one stands for, with its own.
  package var count: Int { 1 + furtherCount }

  /// What to print about further problems that are not listed; nil: all are.
  package var further: String? {
    var parts: [String] = []
    if furtherOfCause > 0 {
      let verb = furtherOfCause == 1 ? "has" : "have"
      parts.append(
        "\(furtherOfCause.counted("more place")) in this file \(verb) the same problem; \(Limit.diagnosticsOfOneCause.toListMore)"
      )
    }
    if furtherOfKind > 0 {
      let verb = furtherOfKind == 1 ? "is" : "are"
      parts.append(
        "\(furtherOfKind.counted("more problem")) of this kind in this file \(verb) not listed; \(Limit.diagnosticsOfOneKind.toListMore)"
      )
    }
    return parts.isEmpty ? nil : parts.joined(separator: "; ")
  }

  /// The severity of the kind, before `--strict`.
  package var severity: Severity { id.severity }
}

/// A further fact about a diagnostic.
package struct Note: Sendable, Hashable {
  /// Worded like the message of a diagnostic.
  package let message: String
  /// The place that the fact is about; nil: the place of the diagnostic.
  package let place: Place?

  package init(_ message: String, at place: Place? = nil) {
    self.message = message
    self.place = place
  }
}

/// How to fix what a diagnostic reports.
package struct Suggestion: Sendable, Hashable {
  /// Such as `did you mean “NATO expansion”?`.
  package let message: String
  /// The text to put in place of the diagnostic's range; nil if the fix cannot be made by a program.
  package let replacement: String?
  /// What an author may choose to change, if only the author knows whether it is meant; nil: nothing in particular.
  package let choice: Choice?

  /// A part of the diagnostic's range, such as the name in a wikilink, and what could replace it.
  package struct Choice: Sendable, Hashable {
    /// As the author wrote it, or decoded.
    package let old: String
    package let new: String

    package init(_ old: String, _ new: String) {
      self.old = old
      self.new = new
    }
  }

  package init(_ message: String, replacement: String? = nil, choice: Choice? = nil) {
    self.message = message
    self.replacement = replacement
    self.choice = choice
  }
}

extension Limit {
  fileprivate var toListMore: String { "to list more, set “limits: {\(name): …}” in site.yml" }
}
