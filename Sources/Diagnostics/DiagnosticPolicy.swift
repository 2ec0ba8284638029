/// What becomes of complaints: which are shown, how much each weighs, in which order.
package struct DiagnosticPolicy: Sendable, Hashable {
  /// Warnings count as errors (`--strict`).
  package let isStrict: Bool
  /// Rules that are not shown (`quiet:` in site.yml); rules whose severity is error are shown all the same.
  package let quiet: Set<DiagnosticID>

  package init(isStrict: Bool = false, quiet: Set<DiagnosticID> = []) {
    self.isStrict = isStrict
    self.quiet = quiet
  }

  /// The complaints to show, each once, by file, place and rule; those without a file first.
  package func apply(to diagnostics: [Diagnostic]) -> DiagnosticList {
    let loud = diagnostics.filter { $0.severity == .error || !quiet.contains($0.id) }
    var seen: Set<Diagnostic> = []
    let unique = loud.sorted(by: Self.isBefore).filter { seen.insert($0).inserted }
    return DiagnosticList(entries: unique.map { .init(diagnostic: $0, severity: severity(of: $0)) })
  }

  private func severity(of diagnostic: Diagnostic) -> Severity {
    isStrict && diagnostic.severity == .warning ? .error : diagnostic.severity
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
