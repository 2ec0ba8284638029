import Content

/// Candidates for suggestions, by what was looked for.
struct SpellingSuggestions: Sendable {
  let issues: NearestNames
  let parties: NearestNames
  /// Titles of reports and pages.
  let titles: NearestNames
  /// Paths below Content.
  let paths: NearestNames

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
