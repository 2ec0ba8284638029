import Diagnostics
import Text

/// A key of front matter or of `site.yml`, as an editor offers it.
package struct KeyCompletion: Sendable {
  package let name: String
  /// What it is for, as a sentence of plain text.
  package let meaning: String
  let form: KeyForm

  /// The words that its value can be, in the order of the documentation; empty if it can be any text.
  ///
  /// - Parameter switches: everything that `page-kinds` in site.yml can switch off.
  package func values(_ switches: [PageSwitch]) -> [String] {
    switch form {
    case .flag: ["true", "false"]
    case .choice(let words), .choices(let words): words
    case .diagnosticIDs: DiagnosticID.allCases.filter { $0.severity != .error }.map(\.rawValue)
    case .stanceNames: Stance.allCases.map(\.identifier)
    case .switches: switches.map(\.key)
    default: []
    }
  }
}

extension EditorSchema {
  /// The schema of a file's YAML; nil for a file that has none.
  ///
  /// - Parameters:
  ///   - path: below the content folder.
  ///   - role: what the file is; nil: a description of a source.
  package init?(path: String, role: InputFile.Role?) {
    switch role {
    case .settings: self = .site
    case .report: self = .report
    case .issue: self = .issue
    case .party: self = .party
    case .page, .home: self = .page
    case nil:
      guard path.hasPrefix("sources/") else { return nil }
      self = .source
    }
  }

  /// Its keys, in the order in which authors see them.
  package var completions: [KeyCompletion] {
    keys.map { KeyCompletion(name: $0.name, meaning: Self.sentence($0.meaning), form: $0.form) }
  }
}
