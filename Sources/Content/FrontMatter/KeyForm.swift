import Diagnostics

/// The form of a key's value, as the checks read it and as schemas for editors tell it.
enum KeyForm: Sendable, Hashable {
  /// Text on one line.
  case text
  /// A list of texts; one text alone counts as a list of one.
  case texts
  /// `true` or `false`; `yes`, `no`, `on` and `off` too.
  case flag
  /// A whole number between the two.
  case number(Int, Int)
  /// A day, a month or a year.
  case date
  /// A part of an address.
  case slug
  /// A number and days, weeks, months or years.
  case period
  /// An address with its scheme.
  case address
  /// A list that takes the place of the built-in words, or `add:` and a list that joins them.
  case words
  /// A list of `Label: /address/`, or one map of them; in place of an address such a list again, one level deep.
  case menu
  /// A list of lists of two names.
  case pairs
  /// A list of ids of complaints that can be silenced.
  case complaints
  /// A map of these names to flags.
  case switches
  /// One of these words.
  case choice([String])
  /// Not told.
  case any
}

/// What a key is for, in a few words, and the form of its value.
struct KeyDescription: Sendable, Hashable {
  let form: KeyForm
  let text: String

  init(_ form: KeyForm, _ text: String) {
    self.form = form
    self.text = text
  }
}

extension KeyDescription {
  /// A key of front matter; `any` for one that nobody has described.
  static func frontMatter(_ key: String) -> KeyDescription {
    frontMatter[key] ?? KeyDescription(.any, key)
  }

  /// A key of `site.yml`; `any` for one that nobody has described.
  static func settings(_ key: String) -> KeyDescription { settings[key] ?? KeyDescription(.any, key) }

  private static let frontMatter: [String: KeyDescription] = [
    "title": KeyDescription(.text, "The title; without it the first heading, else the file's name."),
    "date": KeyDescription(.date, "The date: a day, a month or a year."),
    "updated": KeyDescription(.date, "When it was last changed in substance."),
    "expires": KeyDescription(.date, "The day from which it is no longer part of the site."),
    "draft": KeyDescription(.flag, "Keeps it out of the site, unless it is built with --drafts."),
    "summary": KeyDescription(.text, "One sentence for lists."),
    "authors": KeyDescription(.texts, "Who wrote it."),
    "tags": KeyDescription(.texts, "Words to file it under."),
    "slug": KeyDescription(.slug, "The last part of the address; without it, the file's name."),
    "weight": KeyDescription(
      .number(-1_000_000, 1_000_000), "Orders lists before the date does; lower first."),
    "core-issues": KeyDescription(.texts, "The issues it is about, with or without a row in a table."),
    "affects": KeyDescription(.texts, "Parties that it concerns, with or without a column."),
    "redirects": KeyDescription(.texts, "Old addresses of this page, such as /old/plan/."),
    "automatic-links": KeyDescription(.flag, "Whether names in its prose are linked by themselves."),
    "review-after": KeyDescription(.period, "How long its positions hold, such as “6 months”."),
    "reviewed": KeyDescription(.date, "When its positions were last looked at."),
    "aliases": KeyDescription(.texts, "Other names of it."),
    "proposition": KeyDescription(.text, "The yes/no sentence that stances answer."),
    "group": KeyDescription(.text, "The heading under which the matrix gathers the issue."),
    "broader": KeyDescription(.texts, "Wider issues."),
    "related": KeyDescription(.texts, "Related issues."),
    "kind": KeyDescription(.text, "What it is, such as state, government, bloc or organisation."),
    "short": KeyDescription(.text, "A short label for narrow places."),
    "acts-for": KeyDescription(.text, "The party for whom this one acts."),
    "member-of": KeyDescription(.texts, "Parties of which it is a member."),
    "from": KeyDescription(.date, "Since when it exists."),
    "to": KeyDescription(.date, "Until when it existed."),
  ]

  private static let settings: [String: KeyDescription] = [
    "title": KeyDescription(.text, "The site's title."),
    "description": KeyDescription(.text, "One sentence about the site."),
    "base-url": KeyDescription(.address, "Where the site will be, such as https://example.org/briefing/."),
    "addresses": KeyDescription(
      .choice(AddressStyle.allCases.map(\.rawValue)), "How addresses of pages end: /march/ or /march.html."),
    "host": KeyDescription(
      .choice(SiteHost.allCases.map(\.rawValue)), "Who serves the site, and so which rules are written."),
    "language": KeyDescription(.text, "The language of the texts, such as en."),
    "time-zone": KeyDescription(.text, "Decides which day it is, such as Europe/Kyiv."),
    "nav": KeyDescription(.menu, "The menu, in one level or two."),
    "documents": KeyDescription(
      .choice(DocumentKind.allCases.map(\.rawValue)),
      "What Markdown files outside of reports/, issues/, parties/ and pages/ are."),
    "smart-punctuation": KeyDescription(.flag, "Makes curly quotes and dashes of straight ones."),
    "automatic-links": KeyDescription(.flag, "Whether names in prose are linked by themselves."),
    "trust-html": KeyDescription(.flag, "Passes raw HTML through."),
    "trust-links": KeyDescription(.flag, "Passes links with any scheme through."),
    "quiet": KeyDescription(.complaints, "Complaints that are not shown; errors always are."),
    "ignore": KeyDescription(.texts, "Patterns of paths below Content that are not read."),
    "positions-per-page": KeyDescription(
      .number(1, 1_000_000), "Above it, earlier positions go to a page a year."),
    "review-after": KeyDescription(
      .period, "How long positions hold before they are due for review, such as “6 months”."),
    "page-kinds": KeyDescription(.switches, "Switches kinds of page off."),
    "pairs": KeyDescription(.pairs, "Parties that are compared, each pair as [Party, Party]."),
    "feeds": KeyDescription(.texts, "Issues and parties that have a feed of their own, by name."),
    "search": KeyDescription(.flag, "Whether the built site can be searched."),
    "axis-words": KeyDescription(.words, "First head cells that make a positions table."),
    "option-words": KeyDescription(.words, "First head cells that make a table of options."),
    "party-words": KeyDescription(.words, "First head cells that say that rows are parties."),
    "not-a-party": KeyDescription(.words, "Heads that are never a party."),
    "party-suffixes": KeyDescription(.words, "Last words that a party's head loses."),
    "matching-suffixes": KeyDescription(.words, "Last words that do not count when names are compared."),
  ]
}
