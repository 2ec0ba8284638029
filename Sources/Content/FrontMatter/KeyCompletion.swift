import Diagnostics
import Text

/// A key of front matter or of `site.yml`, as an editor offers it.
package struct KeyCompletion: Sendable {
  package let name: String
  /// What it is for, as a sentence of plain text.
  package let meaning: String
  let form: KeyForm
  /// What its values name; nil: nothing on the site.
  package let naming: NamedValues?

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

/// What the values of a key name on the site.
package enum NamedValues: Sendable, Hashable {
  case issues, parties, issuesAndParties
  /// Words that the same key of other files has, too.
  case tags, authors, groups
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
    keys.map { key in
      let naming: NamedValues? =
        switch self {
        case .site: SettingsKey.named(key.name)?.naming
        case .source: nil
        case .report, .issue, .party, .page: FrontMatterKey.named(key.name)?.naming
        }
      return KeyCompletion(
        name: key.name, meaning: Self.sentence(key.meaning), form: key.form, naming: naming)
    }
  }
}
