import Diagnostics

/// The typed front matter of any Markdown file; which keys a file may have, its role says.
struct FrontMatter {
  // All files
  var title: AuthoredName?
  var slug: AuthoredName?
  var summary: String?
  var isDraft = false
  var redirects: [AuthoredName] = []

  // Reports and pages
  var date: PartialDate?
  var expires: PartialDate?
  var weight = 0
  var automaticLinks: Bool?

  // Reports
  var updated: PartialDate?
  var authors: [String] = []
  var tags: [String] = []
  var coreIssues: [AuthoredName] = []
  var affects: [AuthoredName] = []
  var reviewed: PartialDate?

  // Reports and issues
  var reviewAfter: ReviewPeriod?

  // Issues and parties
  var aliases: [AuthoredName] = []

  // Issues
  var proposition: String?
  var group: String?
  var broader: [AuthoredName] = []
  var related: [AuthoredName] = []

  // Parties
  var kind: String?
  var short: String?
  var actsFor: AuthoredName?
  var memberOf: [AuthoredName] = []
  var from: PartialDate?
  var to: PartialDate?
}

extension FrontMatter {
  /// Reads the entries of a file's front matter.
  ///
  /// Diagnostics: `unknown-key`, `wrong-type`, `invalid-date`, `invalid-value`.
  static func read(
    _ entries: [YAMLEntry], role: InputFile.Role, path: String
  ) -> (frontMatter: FrontMatter, diagnostics: [Diagnostic]) {
    var matter = FrontMatter()
    var fields = FieldReader(path: path)
    let known = FrontMatterKeys.of(role)
    for entry in entries {
      if known.contains(entry.key) {
        matter.take(entry, &fields)
      } else {
        fields.unknown(entry, among: known, hint: FrontMatterKeys.hint(entry.key, role: role))
      }
    }
    matter.checkPeriod(entries, &fields)
    return (matter, fields.diagnostics)
  }

  private mutating func take(_ entry: YAMLEntry, _ fields: inout FieldReader) {
    switch entry.key {
    case "title": title = fields.name(entry)
    case "slug": slug = Self.slug(entry, &fields)
    case "summary": summary = fields.text(entry)
    case "draft": isDraft = fields.flag(entry) ?? false
    case "redirects": redirects = Self.redirects(entry, &fields)
    case "date": date = fields.date(entry)
    case "updated": updated = fields.date(entry)
    case "expires": expires = fields.date(entry)
    case "weight": weight = fields.number(entry, in: -1_000_000...1_000_000) ?? 0
    case "automatic-links": automaticLinks = fields.flag(entry)
    case "authors": authors = fields.names(entry).map(\.text)
    case "tags": tags = fields.names(entry).map(\.text)
    case "core-issues": coreIssues = fields.names(entry)
    case "affects": affects = fields.names(entry)
    case "reviewed": reviewed = fields.date(entry)
    case "review-after": reviewAfter = fields.reviewPeriod(entry)
    default: takeSubject(entry, &fields)
    }
  }

  /// The keys of issue and party files.
  private mutating func takeSubject(_ entry: YAMLEntry, _ fields: inout FieldReader) {
    switch entry.key {
    case "aliases": aliases = fields.names(entry)
    case "proposition": proposition = fields.text(entry)
    case "group": group = fields.text(entry)
    case "broader": broader = fields.names(entry)
    case "related": related = fields.names(entry)
    case "kind": kind = fields.text(entry)
    case "short": short = fields.text(entry)
    case "acts-for": actsFor = fields.name(entry)
    case "member-of": memberOf = fields.names(entry)
    case "from": from = fields.date(entry)
    case "to": to = fields.date(entry)
    default: preconditionFailure("a known key that nothing reads: \(entry.key)")
    }
  }

  /// `to:` lies on or after `from:`.
  private func checkPeriod(_ entries: [YAMLEntry], _ fields: inout FieldReader) {
    guard let from, let to, to < from, let entry = entries.first(where: { $0.key == "to" }) else { return }
    fields.report(.invalidValue, entry.value.range, "“to” (\(to)) lies before “from” (\(from))")
  }

  private static func slug(_ entry: YAMLEntry, _ fields: inout FieldReader) -> AuthoredName? {
    guard let slug = fields.name(entry) else { return nil }
    if Slug.isValid(slug.text) { return slug }
    let mended = Slug.of(slug.text)
    fields.report(
      .invalidValue, slug.range,
      "“\(slug.text.excerpt)” cannot be part of an address; a slug has lower-case letters, digits and single hyphens",
      suggestion: Suggestion("write \(mended)", replacement: mended))
    return nil
  }

  private static func redirects(_ entry: YAMLEntry, _ fields: inout FieldReader) -> [AuthoredName] {
    fields.names(entry).filter { redirect in
      if let fault = RedirectFault.of(redirect.text) {
        fields.report(.invalidValue, redirect.range, fault.message, suggestion: fault.suggestion)
        return false
      }
      return true
    }
  }
}

extension FrontMatter {
  func issueFile(_ header: FileHeader) -> IssueFile {
    IssueFile(
      header: header, aliases: aliases, proposition: proposition, group: group, broader: broader,
      related: related,
      summary: summary, reviewAfter: reviewAfter)
  }

  func partyFile(_ header: FileHeader) -> PartyFile {
    PartyFile(
      header: header, aliases: aliases, kind: kind, short: short, actsFor: actsFor, memberOf: memberOf,
      from: from,
      to: to, summary: summary)
  }

  func pageFile(_ header: FileHeader) -> PageFile {
    PageFile(header: header, summary: summary, date: date, weight: weight, automaticLinks: automaticLinks)
  }
}
