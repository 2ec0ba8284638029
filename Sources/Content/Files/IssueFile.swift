import Diagnostics

/// What an author says about one issue, in `issues/*.md`.
package struct IssueFile: Sendable {
  package let header: FileHeader
  package let aliases: [AuthoredName]
  /// The yes/no sentence that stances answer; nil without one.
  package let proposition: String?
  /// A heading under which the matrix gathers issues; nil without one.
  package let group: String?
  /// Names of wider issues.
  package let broader: [AuthoredName]
  /// Names of related issues.
  package let related: [AuthoredName]
  package let summary: String?
  /// `review-after:`, how long positions on it hold before they should be looked at again; nil without one.
  package let reviewAfter: ReviewPeriod?

  package init(
    header: FileHeader, aliases: [AuthoredName], proposition: String?, group: String?,
    broader: [AuthoredName],
    related: [AuthoredName], summary: String?, reviewAfter: ReviewPeriod? = nil
  ) {
    self.header = header
    self.aliases = aliases
    self.proposition = proposition
    self.group = group
    self.broader = broader
    self.related = related
    self.summary = summary
    self.reviewAfter = reviewAfter
  }
}

/// What an author says about one party, in `parties/*.md`.
package struct PartyFile: Sendable {
  package let header: FileHeader
  package let aliases: [AuthoredName]
  /// `kind:`, such as `state`, `government`, `bloc`, `organisation`; nil without one.
  package let kind: String?
  /// `short:`, a short label for narrow places; nil without one.
  package let short: String?
  /// `acts-for:`, the party for whom this one acts (an administration for its state).
  package let actsFor: AuthoredName?
  /// `member-of:`, parties of which this one is a member.
  package let memberOf: [AuthoredName]
  /// `from:` and `to:`; nil: open.
  package let from: PartialDate?
  package let to: PartialDate?
  package let summary: String?

  package init(
    header: FileHeader, aliases: [AuthoredName], kind: String?, short: String?, actsFor: AuthoredName?,
    memberOf: [AuthoredName], from: PartialDate?, to: PartialDate?, summary: String?
  ) {
    self.header = header
    self.aliases = aliases
    self.kind = kind
    self.short = short
    self.actsFor = actsFor
    self.memberOf = memberOf
    self.from = from
    self.to = to
    self.summary = summary
  }
}
