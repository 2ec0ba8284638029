import Diagnostics

/// What an author says about one issue, in `issues/*.md`.
public struct IssueFile: Sendable {
  public let header: FileHeader
  public let aliases: [AuthoredName]
  /// The yes/no sentence that stances answer; nil without one.
  public let proposition: String?
  /// A heading under which the matrix gathers issues; nil without one.
  public let group: String?
  /// Names of wider issues.
  public let broader: [AuthoredName]
  /// Names of related issues.
  public let related: [AuthoredName]
  public let summary: String?
  /// `review-after:`, how long positions on it hold before they should be looked at again; nil without one.
  public let reviewAfter: ReviewPeriod?

  public init(
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
public struct PartyFile: Sendable {
  public let header: FileHeader
  public let aliases: [AuthoredName]
  /// `kind:`, such as `state`, `government`, `bloc`, `organisation`; nil without one.
  public let kind: String?
  /// `short:`, a short label for narrow places; nil without one.
  public let short: String?
  /// `acts-for:`, the party for whom this one acts (an administration for its state).
  public let actsFor: AuthoredName?
  /// `member-of:`, parties of which this one is a member.
  public let memberOf: [AuthoredName]
  /// `from:` and `to:`; nil: open.
  public let from: PartialDate?
  public let to: PartialDate?
  public let summary: String?

  public init(
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
