import Text

/// Decides which diagnostics are shown, in which order, and how serious each one is in this run.
package struct DiagnosticPolicy: Sendable, Hashable {
  /// Warnings count as errors (`--strict`).
  package let isStrict: Bool
  /// Diagnostics that are not shown (`quiet:` in site.yml); errors are always shown.
  package let quiet: Set<DiagnosticID>
  /// Errors that are only warnings (`unresolved-links:` in site.yml), unless warnings count as errors.
  package let lenient: Set<DiagnosticID>
  /// How many diagnostics of a file are shown.
  package let limits: Limits

  package init(
    isStrict: Bool = false, quiet: Set<DiagnosticID> = [], lenient: Set<DiagnosticID> = [],
    limits: Limits = Limits()
  ) {
    self.isStrict = isStrict
    self.quiet = quiet
    self.lenient = lenient
    self.limits = limits
  }

  /// The diagnostics to show, without duplicates, ordered by file, place and identifier; those without a file
  /// come first. Where a file has more of a cause or a kind than the limits allow, the last one counts the rest.
  package func apply(to diagnostics: [Diagnostic]) -> DiagnosticList {
    let shown = diagnostics.filter { $0.severity == .error || !quiet.contains($0.id) }
    var seen: Set<Diagnostic> = []
    let unique = shown.sorted(by: Self.isBefore).filter { seen.insert($0).inserted }
    let listed = DiagnosticTally.limited(unique, limits)
    return DiagnosticList(entries: listed.map { .init(diagnostic: $0, severity: severity(of: $0)) })
  }

  private func severity(of diagnostic: Diagnostic) -> Severity {
    if isStrict { return diagnostic.severity == .warning ? .error : diagnostic.severity }
    return lenient.contains(diagnostic.id) ? min(.warning, diagnostic.severity) : diagnostic.severity
  }

  private static func isBefore(_ left: Diagnostic, _ right: Diagnostic) -> Bool {
    switch (left.place, right.place) {
    case (nil, .some): return true
    case (.some, nil): return false
    case (let leftPlace?, let rightPlace?) where leftPlace != rightPlace: return leftPlace < rightPlace
    default: break
    }
    if left.id != right.id { return left.id.rawValue < right.id.rawValue }
    return left.message < right.message
  }
}

/// Diagnostics ready to be shown: ordered, without duplicates, each with its severity in this run.
package struct DiagnosticList: Sendable, Hashable {
  /// One diagnostic and its severity.
  package struct Entry: Sendable, Hashable {
    package let diagnostic: Diagnostic
    /// The severity of the diagnostic's kind; error for a warning in a strict run.
    package let severity: Severity

    package init(diagnostic: Diagnostic, severity: Severity) {
      self.diagnostic = diagnostic
      self.severity = severity
    }
  }

  /// Ordered by file, place and identifier; those without a file come first.
  package let entries: [Entry]
  /// The number of errors in this run, with those that are not listed.
  let errorCount: Int
  /// The number of warnings in this run, with those that are not listed.
  let warningCount: Int
  /// The number of notes, with those that are not listed.
  let noteCount: Int

  package init(entries: [Entry]) {
    self.entries = entries
    let count = { (severity: Severity) in
      entries.reduce(0) { $0 + ($1.severity == severity ? $1.diagnostic.count : 0) }
    }
    errorCount = count(.error)
    warningCount = count(.warning)
    noteCount = count(.note)
  }

  /// The number of all diagnostics, with those that are not listed.
  package var count: Int { errorCount + warningCount + noteCount }

  /// The number of diagnostics of a kind, with those that are not listed.
  package func count(of id: DiagnosticID) -> Int {
    entries.reduce(0) { $0 + ($1.diagnostic.id == id ? $1.diagnostic.count : 0) }
  }

  /// Whether an entry is an error, so that the site must not be built.
  package var hasErrors: Bool { errorCount > 0 }

  /// The counts in words, such as `2 errors, 1 warning`, without those that are 0; `no problems found` if all are.
  package var summary: String {
    let counts = [(errorCount, "error"), (warningCount, "warning"), (noteCount, "note")]
    let words = counts.filter { $0.0 > 0 }.map { $0.0.counted($0.1) }
    return words.isEmpty ? "no problems found" : words.joined(separator: ", ")
  }
}
