import Content

/// A report in an edition.
package struct FrozenReport: Sendable, Hashable {
  package let slug: String
  /// Path below the content folder, such as `reports/march-plan.md`.
  package let path: String
  package let title: String
  /// nil: undated.
  package let date: PartialDate?

  package init(slug: String, path: String, title: String, date: PartialDate?) {
    self.slug = slug
    self.path = path
    self.title = title
    self.date = date
  }
}

/// An issue in an edition.
package struct FrozenIssue: Sendable, Hashable {
  package let slug: String
  package let name: String
  /// Other names, sorted.
  package let aliases: [String]
  /// The yes/no sentence that stances answer; nil if there is none.
  package let proposition: String?

  package init(slug: String, name: String, aliases: [String], proposition: String?) {
    self.slug = slug
    self.name = name
    self.aliases = aliases
    self.proposition = proposition
  }
}

/// A party in an edition.
package struct FrozenParty: Sendable, Hashable {
  package let slug: String
  package let name: String
  /// Other names, sorted.
  package let aliases: [String]
  /// Slug of the party that it acts for; nil: it acts for itself.
  package let actsFor: String?

  package init(slug: String, name: String, aliases: [String], actsFor: String?) {
    self.slug = slug
    self.name = name
    self.aliases = aliases
    self.actsFor = actsFor
  }
}

/// A position in an edition.
package struct FrozenPosition: Sendable, Hashable {
  /// Slugs of the issue, the party and the report, all of which are in the edition.
  package let issue: String
  package let party: String
  package let report: String
  /// The number of the position among those of the same party, issue and report, 1-based.
  package let ordinal: Int
  /// The cell's plain text without its stance mark; empty if the cell is only a mark.
  package let quote: String
  /// nil: unrated.
  package let stance: Stance?
  /// nil: undated.
  package let date: PartialDate?
  /// The origin of `date`.
  package let origin: DateOrigin
  /// The cell's anchor on the report's page, without `#`.
  package let anchor: String

  package init(
    issue: String, party: String, report: String, ordinal: Int, quote: String, stance: Stance?,
    date: PartialDate?, origin: DateOrigin, anchor: String
  ) {
    self.issue = issue
    self.party = party
    self.report = report
    self.ordinal = ordinal
    self.quote = quote
    self.stance = stance
    self.date = date
    self.origin = origin
    self.anchor = anchor
  }

  /// The cell's address, relative to the site's root: `reports/march-plan/#sanctions--russia`.
  package var address: String { "reports/\(report)/#\(anchor)" }
}

extension FrozenPosition: Comparable {
  /// By issue, party, report and ordinal.
  package static func < (left: FrozenPosition, right: FrozenPosition) -> Bool {
    if left.issue != right.issue { return left.issue < right.issue }
    if left.party != right.party { return left.party < right.party }
    if left.report != right.report { return left.report < right.report }
    return left.ordinal < right.ordinal
  }
}
