/// Complaints ready to be shown: sorted, each once, each with the weight it has in this run.
package struct DiagnosticList: Sendable, Hashable {
  /// One complaint and its weight.
  package struct Entry: Sendable, Hashable {
    package let diagnostic: Diagnostic
    /// The rule's own severity, or error for a warning in a strict run.
    package let severity: Severity

    package init(diagnostic: Diagnostic, severity: Severity) {
      self.diagnostic = diagnostic
      self.severity = severity
    }
  }

  /// By file, place and rule; those without a file first.
  package let entries: [Entry]
  package let errorCount: Int
  package let warningCount: Int
  package let noteCount: Int

  package init(entries: [Entry]) {
    self.entries = entries
    errorCount = entries.count { $0.severity == .error }
    warningCount = entries.count { $0.severity == .warning }
    noteCount = entries.count { $0.severity == .note }
  }

  /// The site must not be built.
  package var hasErrors: Bool { errorCount > 0 }

  /// The counts in words, such as `2 errors, 1 warning`; kinds without any are left out; `no complaints` for none.
  package var summary: String {
    let counts = [(errorCount, "error"), (warningCount, "warning"), (noteCount, "note")]
    let words = counts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)\($0.0 == 1 ? "" : "s")" }
    return words.isEmpty ? "no complaints" : words.joined(separator: ", ")
  }
}
