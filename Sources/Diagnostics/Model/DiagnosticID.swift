/// A kind of diagnostic: the identifier that messages print in square brackets, and the properties of all
/// diagnostics of the kind.
///
/// The files in `Catalog/` declare one constant for each. A published identifier keeps its meaning, because authors
/// silence diagnostics by it (`quiet:` in site.yml).
package struct DiagnosticID: Sendable {
  /// The identifier: lower-case words joined by hyphens, such as `unknown-name`.
  package let rawValue: String
  /// The severity before `--strict`.
  package let severity: Severity
  /// What is wrong, in one sentence of inline Markdown.
  package let summary: String
  /// Why it happens and what Standpoint does about it, in inline Markdown.
  let cause: String
  /// What the author should do, in the imperative and in inline Markdown.
  package let fix: String
  /// A link to the chapter of the guide that explains more, in Markdown; nil if there is none.
  let seeAlso: String?

  /// Declares a kind of diagnostic; list it in its group, too.
  init(
    _ rawValue: String, _ severity: Severity, _ summary: String, cause: String, fix: String,
    see seeAlso: String? = nil
  ) {
    self.rawValue = rawValue
    self.severity = severity
    self.summary = summary
    self.cause = cause
    self.fix = fix
    self.seeAlso = seeAlso
  }

  /// The kind with this identifier; nil if there is none.
  package init?(rawValue: String) {
    guard let known = Self.allCases.first(where: { $0.rawValue == rawValue }) else { return nil }
    self = known
  }
}

extension DiagnosticID: CaseIterable {
  /// All kinds, group by group, in the order of the guide.
  package static let allCases: [DiagnosticID] = DiagnosticGroup.all.flatMap(\.ids)
}

extension DiagnosticID: Hashable {
  package static func == (left: DiagnosticID, right: DiagnosticID) -> Bool { left.rawValue == right.rawValue }

  package func hash(into hasher: inout Hasher) { hasher.combine(rawValue) }
}

extension DiagnosticID: CustomStringConvertible {
  package var description: String { rawValue }
}

/// How serious a diagnostic is.
package enum Severity: String, Sendable, Hashable, Comparable, CaseIterable {
  /// Worth knowing; nothing has to change.
  case note
  /// The site is built, but something is probably not what the author meant.
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
