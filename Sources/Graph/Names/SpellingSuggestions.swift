import Content
import Text

/// Candidates for suggestions, by kind.
struct SpellingSuggestions: Sendable {
  let issues: NearestNames
  let parties: NearestNames
  /// Titles of reports and pages.
  let titles: NearestNames
  /// Paths below Content.
  let paths: NearestNames

  /// What a search looks at.
  enum Candidates: Hashable {
    /// Names of a kind; nil: of issues, parties, reports and pages.
    case names(WikilinkTarget.Kind?)
    case paths
  }

  /// The lists of these candidates.
  func lists(of candidates: Candidates) -> [NearestNames] {
    switch candidates {
    case .names(.issue): [issues]
    case .names(.party): [parties]
    case .names(.report), .names(.page): [titles]
    case .names(nil): [issues, parties, titles]
    case .paths: [paths]
    }
  }

  init(files: [Authored], issues: NameRegistry, parties: NameRegistry, paths: PathIndex) {
    self.issues = NearestNames(issues.members.flatMap { [$0.name] + $0.aliases })
    self.parties = NearestNames(parties.members.flatMap { [$0.name] + $0.aliases })
    titles = NearestNames(
      files.compactMap { file in
        switch file {
        case .report, .page: file.header.title
        default: nil
        }
      })
    self.paths = NearestNames(paths.paths)
  }
}
