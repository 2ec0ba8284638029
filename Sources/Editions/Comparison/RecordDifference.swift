import Graph

/// How the record of one state became that of another: what happened to the old record, and what is new.
///
/// Issues, parties and reports are the same in both states if they have the same slug; the remaining ones, if a name or alias
/// of one is a name or alias of the other (for a report: if one redirects from the other, or they have the same path, or the
/// same title and date). So several may become one, and one may become several.
package struct RecordDifference: Sendable, Hashable {
  /// The name of the earlier state.
  package let before: String
  /// The name of the later state.
  package let after: String
  /// Reports, then issues, then parties, each by slug.
  package let subjects: [SubjectChange]
  /// By issue and party; for each pair the old record first. Contains minor corrections.
  package let changes: [RecordChange]
  /// What editions remember in the later state: what they remembered before, and what newer cells replaced.
  package let memory: [RememberedPosition]

  /// Nothing has changed that a reader would see.
  package var isEmpty: Bool { subjects.isEmpty && told.isEmpty }

  /// The changes without minor ones.
  package var told: [RecordChange] { changes.filter { !$0.isMinor } }

  /// How many changes each word counts, in the order of summaries; words without any are left out.
  package var counts: [(word: String, count: Int)] {
    let words = RecordChange.Kind.allCases.flatMap { kind in
      kind == .moved ? StanceDirection.allCases.map(\.rawValue) : [kind.rawValue]
    }
    var counts: [String: Int] = [:]
    for change in told { counts[change.word, default: 0] += 1 }
    return words.compactMap { word in counts[word].map { (word, $0) } }
  }
}

extension RecordDifference {
  /// - Parameters:
  ///   - memory: what editions remember in the state `before`; see `EditionArchive.memory`.
  ///   - meanwhile: what editions between the two states remember, and `before` did not have.
  package init(
    from before: Edition, to after: Edition, remembering memory: [RememberedPosition] = [],
    meanwhile: [RememberedPosition] = []
  ) {
    let subjects = MatchedSubjects(before, after)
    let cells = CellComparison(before, after, subjects)
    let comparison = StandingComparison(cells, remembering: memory, meanwhile: meanwhile)
    self.init(
      before: before.name, after: after.name,
      subjects: subjects.reports.changes + subjects.issues.changes + subjects.parties.changes,
      changes: comparison.changes, memory: comparison.memory)
  }
}

/// Which reports, issues and parties of two editions are the same.
struct MatchedSubjects {
  let reports: SubjectMatching
  let issues: SubjectMatching
  let parties: SubjectMatching

  init(_ before: Edition, _ after: Edition) {
    reports = SubjectMatching(reportsOf: before, and: after)
    issues = SubjectMatching(issuesOf: before, and: after)
    parties = SubjectMatching(partiesOf: before, and: after)
  }
}

extension Edition {
  /// The same edition, whose reports are recognised under the paths that their files got later.
  ///
  /// - Parameters:
  ///   - renames: new paths below the content folder, by old ones.
  ///   - later: the state that has the new paths.
  package func following(_ renames: [String: String], to later: Edition) -> Edition {
    if renames.isEmpty { return self }
    let known = Set(reports.map(\.slug))
    let slugs = Dictionary(later.reports.map { ($0.path, $0.slug) }) { first, _ in first }
    var records = records
    records.reports = reports.map { report in
      guard let path = renames[report.path], let slug = slugs[path], !known.contains(slug) else {
        return report
      }
      return FrozenReport(
        slug: report.slug, path: report.path, title: report.title, date: report.date, updated: report.updated,
        redirects: report.redirects + ["reports/" + slug])
    }
    return Edition(name: name, date: date, origin: origin, records: records)
  }
}
