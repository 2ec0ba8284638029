import Diagnostics
import Text

/// The typed front matter of any Markdown file. Its kind decides which keys a file may have: see
/// `FrontMatterKey`.
package struct FrontMatter: Sendable, Equatable {
  /// `title:`; nil if absent.
  package var title: AuthoredName?
  /// `slug:`; nil if absent.
  package var slug: AuthoredName?
  /// `summary:`, one sentence; nil if absent.
  package var summary: String?
  /// `draft: true`.
  package var isDraft = false
  /// `redirects:`, old addresses.
  package var redirects = AuthoredRedirects()
  /// `date:`; nil if absent. A report can also get a date from its file name or from git.
  package var date: PartialDate?
  /// `language:`, the language of the text as a BCP 47 tag; nil: that of the site.
  package var language: String?
  /// `updated:`; nil if absent.
  package var updated: PartialDate?
  /// `expires:`; nil if absent.
  package var expires: PartialDate?
  /// `weight:`, which sorts before the date in lists; lower values first; 0 if absent.
  package var weight = 0
  /// `automatic-links:`; nil: the site's setting applies.
  package var automaticLinks: Bool?
  /// `authors:`
  package var authors: [String] = []
  /// `tags:`
  package var tags: [String] = []
  /// `core-issues:`, names of issues.
  package var coreIssues: [AuthoredName] = []
  /// `affects:`, names of parties.
  package var affects: [AuthoredName] = []
  /// `review-after:`, the time after which positions should be reviewed; nil if absent.
  package var reviewAfter: ReviewPeriod?
  /// `reviewed:`, the day of the last review; nil if absent.
  package var reviewed: PartialDate?
  /// `corrections:`, public notes on what was wrong in the report, in the author's order.
  package var corrections: [AuthoredCorrection] = []
  /// `aliases:`, other names.
  package var aliases: [AuthoredName] = []
  /// Keys of other programs, as written, with their places.
  package var foreignKeys: [AuthoredName] = []
  /// `proposition:` with its place; nil if absent.
  package var authoredProposition: AuthoredName?
  /// `proposition:`, the yes/no sentence that stances answer; nil if absent.
  package var proposition: String? { authoredProposition?.text }
  /// `proposition-history:`, the sentences that stances answered before, the earliest first.
  package var propositionHistory: [EarlierProposition] = []
  /// `group:`, the heading under which the matrix shows the issue; nil if absent.
  package var group: String?
  /// `order:`, the place among the issues or parties, lower values first; nil: after those that have one, by name.
  package var order: Int?
  /// `broader:`, names of broader issues.
  package var broader: [AuthoredName] = []
  /// `related:`, names of related issues.
  package var related: [AuthoredName] = []
  /// `kind:`, such as `state`, `government`, `bloc`, `organisation`; nil if absent.
  package var kind: String?
  /// `abbreviation:`, a short label for narrow columns; nil if absent.
  package var abbreviation: String?
  /// `colour:`; nil: the site chooses a hue.
  package var colour: PartyColour?
  /// `acts-for:`, the party for whom this one acts (an administration for its state).
  package var actsFor: AuthoredName?
  /// `succeeds:`, the party that this one follows and that acted for the same party; nil if absent.
  package var succeeds: AuthoredName?
  /// `member-of:`, parties of which this one is or was a member.
  package var memberOf: [AuthoredMembership] = []
  /// `from:`, when the party began to exist; nil: not limited.
  package var from: PartialDate?
  /// `to:`, when the party ceased to exist; nil: not limited.
  package var to: PartialDate?

  /// The valid values of `weight:`.
  fileprivate static let weights = -1_000_000...1_000_000
  /// The valid values of `order:`.
  fileprivate static let places = -1_000_000...1_000_000
}

extension FrontMatterKey {
  /// Every key of front matter, in the order in which authors see them.
  ///
  /// To add a key, add a property above and an entry here. Everything else about keys derives from this list: which
  /// keys a file may have, the diagnostics about others, the schemas for editors, the tables in `Guide/front-matter.md`,
  /// and whether a change in the preview reaches other files.
  static let all: [FrontMatterKey] = [
    FrontMatterKey(
      "title", .text, \.title, of: [.report, .issue, .party, .page],
      "the title, or the name of the issue or party",
      without: "the first `#` heading, or the file name; on the home page, the title of the site",
      reach: .site
    ) { $0.name($1) },
    FrontMatterKey(
      "date", .date, \.date, of: [.report, .page],
      "the date: a day, a month or a year; a page is published from that day",
      without:
        "the date at the start of the file name, or [the date from git](history.md#where-a-date-comes-from), "
        + "or no date; a page is then published at once"
    ) { $0.date($1) },
    FrontMatterKey(
      "updated", .date, \.updated, of: [.report], "when it last changed in substance", without: "not shown"
    ) { $0.date($1) },
    FrontMatterKey(
      "expires", .date, \.expires, of: [.report, .page],
      "the first day on which the site leaves it out",
      without: "never"
    ) { $0.date($1) },
    FrontMatterKey(
      "draft", .flag, \.isDraft, of: [.report, .issue, .party, .page],
      "`true` leaves the file out, unless you build with `--drafts`", without: "`false`"
    ) { $0.flag($1) ?? false },
    FrontMatterKey(
      "summary", .text, \.summary, of: [.report, .issue, .party, .page],
      "one sentence, for its page, lists, feeds and search engines", without: "none"
    ) { $0.text($1) },
    FrontMatterKey(
      "authors", .texts, \.authors, of: [.report], naming: .authors, "who wrote it", without: "none"
    ) { $0.names($1).map(\.text) },
    FrontMatterKey(
      "tags", .texts, \.tags, of: [.report], naming: .tags, "keywords: a list, or text separated by commas",
      without: "none"
    ) { $0.tags($1) },
    FrontMatterKey(
      "language", .text, \.language, of: [.report, .page],
      "the [language of the text](languages.md#texts-in-another-language) if it is not that of the site, such as `ar`",
      without: "the language of the site", reach: .site
    ) { $0.language($1) },
    FrontMatterKey(
      "slug", .slug, \.slug, of: [.report, .issue, .party, .page],
      "the last part of the address; the home page has none", without: "the file name", reach: .site
    ) { $0.slug($1) },
    FrontMatterKey(
      "weight", .number(FrontMatter.weights), \.weight, of: [.report, .page],
      "sort order, lower values first; takes precedence over the date in lists of reports, and over the path in a menu without `nav:`",
      without: "`0`"
    ) { $0.number($1, in: FrontMatter.weights) ?? 0 },
    FrontMatterKey(
      "core-issues", .texts, \.coreIssues, of: [.report], naming: .issues,
      "the issues it is about, with or without a row in a table; those without are [gaps](coverage.md)",
      without: "none"
    ) { $0.names($1) },
    FrontMatterKey(
      "affects", .texts, \.affects, of: [.report], naming: .parties,
      "the parties it concerns, with or without a column",
      without: "none"
    ) { $0.names($1) },
    FrontMatterKey(
      "aliases", .texts, \.aliases, of: [.report, .issue, .party, .page],
      "other names that wikilinks can use and, for issues and parties, tables too; a value that starts with `/` is an old address, as in "
        + "`redirects`",
      without: "none", reach: .site
    ) { $0.names($1) },
    FrontMatterKey(
      "proposition", .text, \.authoredProposition, of: [.issue],
      "the yes/no sentence that stances answer; [distances between parties](comparing.md) need it",
      without: "none"
    ) { $0.name($1) },
    FrontMatterKey(
      "proposition-history", .propositions, \.propositionHistory, of: [.issue],
      "the sentences that stances answered before: a list of entries with `until`, `text` and optionally "
        + "`same-meaning: true`; see [When the question changes](history.md#when-the-question-changes)",
      without: "all stances answer the current sentence"
    ) { $0.propositions($1) },
    FrontMatterKey(
      "group", .text, \.group, of: [.issue], naming: .groups,
      "the heading under which the matrix shows the issue",
      without: "none"
    ) { $0.text($1) },
    FrontMatterKey(
      "order", .number(FrontMatter.places), \.order, of: [.issue, .party],
      "its [place](comparing.md#the-order-of-issues-and-parties) among the issues or parties, lower values first",
      without: "after those that have one, by name", reach: .site
    ) { $0.number($1, in: FrontMatter.places) },
    FrontMatterKey(
      "broader", .texts, \.broader, of: [.issue], naming: .issues, "broader issues", without: "none",
      reach: .site
    ) { $0.names($1) },
    FrontMatterKey(
      "related", .texts, \.related, of: [.issue], naming: .issues, "related issues", without: "none",
      reach: .site
    ) { $0.names($1) },
    FrontMatterKey(
      "kind", .text, \.kind, of: [.party], "what it is, such as state, government, bloc or organisation",
      without: "not shown"
    ) { $0.text($1) },
    FrontMatterKey(
      "abbreviation", .text, \.abbreviation, of: [.party],
      "a short label for the columns of matrices with many parties, such as `US`", without: "the name"
    ) { $0.text($1) },
    FrontMatterKey(
      "colour", .partyColour, \.colour, of: [.party],
      "its [colour](theme.md#colours-of-parties): "
        + PartyColour.hues.map { "`\($0)`" }.joined(separator: ", ")
        + ", or a hex colour such as `\"#e3000f\"`",
      without: "one of these hues, chosen so that neighbouring parties differ", reach: .site
    ) { $0.partyColour($1) },
    FrontMatterKey(
      "acts-for", .text, \.actsFor, of: [.party], naming: .parties, "the party that this one acts for",
      without: "none",
      reach: .site
    ) { $0.name($1) },
    FrontMatterKey(
      "succeeds", .text, \.succeeds, of: [.party], naming: .parties,
      "the party that it follows and that acted for the same party: see "
        + "[Parties and blocs](parties-and-blocs.md#who-acts-for-whom)",
      without: "none", reach: .site
    ) { $0.name($1) },
    FrontMatterKey(
      "member-of", .memberships, \.memberOf, of: [.party], naming: .parties,
      "the parties it is a member of: names, or maps with `party`, `from` and `to`", without: "none",
      reach: .site
    ) { $0.memberships($1) },
    FrontMatterKey(
      "from", .date, \.from, of: [.party], "the first day, month or year in which it exists or acts",
      without: "no beginning",
      reach: .site
    ) { $0.date($1) },
    FrontMatterKey(
      "to", .date, \.to, of: [.party],
      "the last day, month or year in which it exists or acts; its positions are held until then",
      without: "no end",
      reach: .site
    ) { $0.date($1) },
    FrontMatterKey(
      "redirects", .redirects, \.redirects, of: [.report, .issue, .party, .page],
      "old addresses of the page, such as `/old/plan/`; in a report, also of single cells, such as `/old/plan/#fish--north: fish--north`",
      without: "none", reach: .site
    ) { $0.redirects($1) },
    FrontMatterKey(
      "automatic-links", .flag, \.automaticLinks, of: [.report, .page],
      "`false` stops names in the text from becoming links", without: "the setting of the site"
    ) { $0.flag($1) },
    FrontMatterKey(
      "review-after", .period, \.reviewAfter, of: [.report, .issue],
      "how long its positions can go without a review, such as `6 months`: see [Coverage](coverage.md)",
      without: "the period of the issue, or of the site"
    ) { $0.reviewPeriod($1) },
    FrontMatterKey(
      "reviewed", .date, \.reviewed, of: [.report], "when its positions were last reviewed",
      without: "each position’s review period starts on its own date"
    ) { $0.date($1) },
    FrontMatterKey(
      "corrections", .corrections, \.corrections, of: [.report],
      "public notes on what was wrong in it: a list of entries with `date`, `note` and optionally `position`; see "
        + "[Corrections](history.md#corrections)",
      without: "none"
    ) { $0.corrections($1) },
  ]
}

extension FrontMatter {
  /// Reads the entries of a file's front matter.
  ///
  /// Diagnostics: `unknown-key`, `wrong-type`, `invalid-date`, `invalid-value`.
  ///
  /// - Parameter limits: how many diagnostics are listed.
  static func read(
    _ entries: [YAMLEntry], role: InputFile.Role, path: String, limits: Limits
  ) -> (frontMatter: FrontMatter, diagnostics: [Diagnostic]) {
    var matter = FrontMatter()
    var fields = FieldReader(path: path, limits: limits)
    let kind = FrontMatterKey.Kind(role)
    for entry in entries {
      if let key = FrontMatterKey.named(entry.key), key.kinds.contains(kind) {
        key.read(entry, &fields, &matter)
      } else if FrontMatterKey.named(entry.key) == nil, ForeignKeys.isKnown(entry.key) {
        matter.foreignKeys.append(AuthoredName(entry.key, range: entry.keyRange))
        if case .text(let text) = entry.value.content, ForeignKeys.isWithholding(entry.key, text) {
          matter.isDraft = true
        }
      } else {
        let names = FrontMatterKey.of(kind).map(\.name)
        fields.unknown(entry, among: names, hint: FrontMatterKey.hint(entry.key))
      }
    }
    matter.takeAddressesFromAliases(&fields)
    fields.checkOrder(of: Period(from: matter.from, to: matter.to), entries)
    return (matter, fields.diagnostics)
  }
}

extension FrontMatter {
  /// Moves the aliases that are addresses, as Hugo and Jekyll write them, to the old addresses of the page.
  fileprivate mutating func takeAddressesFromAliases(_ fields: inout FieldReader) {
    let addresses = aliases.filter { $0.text.hasPrefix("/") }
    if addresses.isEmpty { return }
    aliases.removeAll { $0.text.hasPrefix("/") }
    let known = Set(redirects.pages.map(\.text))
    redirects.pages += fields.valid(addresses).filter { !known.contains($0.text) }
  }
}

extension FieldReader {
  /// Keywords: a list, or one text in which commas separate them; without a leading `#`.
  fileprivate mutating func tags(_ entry: YAMLEntry) -> [String] {
    let names = names(entry).map(\.text)
    var tags = names
    if case .text(let text) = entry.value.content, text.contains(",") {
      tags = text.split(separator: ",").map { String($0.trimmingWhitespace) }
    }
    return tags.map { $0.hasPrefix("#") ? String($0.dropFirst()) : $0 }.filter { !$0.isEmpty }
  }

  /// A language tag.
  fileprivate mutating func language(_ entry: YAMLEntry) -> String? {
    guard let tag = name(entry) else { return nil }
    do throws(InvalidValue) {
      return try LanguageTag.read(tag.text)
    } catch {
      report(.invalidValue, tag.range, error.message, suggestion: error.suggestion)
      return nil
    }
  }

  /// A part of an address.
  fileprivate mutating func slug(_ entry: YAMLEntry) -> AuthoredName? {
    guard let slug = name(entry) else { return nil }
    if Slug.isValid(slug.text) { return slug }
    let fixed = Slug.of(slug.text)
    report(
      .invalidValue, slug.range,
      "“\(slug.text.excerpt)” cannot be part of an address; a slug can contain only lower-case letters, digits and single hyphens",
      suggestion: Suggestion("write \(fixed)", replacement: fixed))
    return nil
  }

}
