import Diagnostics

/// What `site.yml` says; every key is optional.
package struct SiteSettings: Sendable, Hashable {
  package var title = "Briefing"
  /// `description:`; nil without one.
  package var description: String?
  /// `base-url:`, with scheme and host and a slash at its end; nil without one.
  package var baseURL: String?
  /// `addresses:`, how the addresses of pages end.
  package var addresses = AddressStyle.pretty
  /// `host:`; nil: the build writes no rules for a server.
  package var host: SiteHost?
  /// `language:`, a BCP 47 tag.
  package var language = "en"
  /// `time-zone:`, an IANA name.
  package var timeZone = "UTC"
  /// The words that decide about tables and names.
  package var words = TableWords()
  /// `smart-punctuation:`.
  package var smartPunctuation = false
  /// `automatic-links:`.
  package var automaticLinks = true
  /// `trust-html:`: raw HTML in documents is passed through.
  package var trustHTML = false
  /// `trust-links:`: links with any scheme are passed through.
  package var trustLinks = false
  /// `quiet:`: rules that are not shown. Errors cannot be silenced.
  package var quiet: Set<DiagnosticID> = []
  /// `nav:`: addresses of the menu in order, each with its label; nil: the usual menu.
  package var navigation: [NavigationEntry]?
  /// `documents:`: what Markdown files outside of the folders with a meaning are.
  package var documents = DocumentKind.reports
  /// `ignore:`: patterns of paths below Content that are not read (`*` within a name, `**` across folders).
  package var ignore: [String] = []
  /// `positions-per-page:`: above it an issue's or party's page shows the latest positions and links to a page a year.
  package var positionsPerPage = 200
  /// `pairs:`: parties that are compared with each other; nil: the usual pairs.
  package var pairs: [AuthoredPair]?
  /// `review-after:`, how long positions hold before they should be looked at again; issues and reports may say
  /// otherwise. nil: they hold for good.
  package var reviewAfter: ReviewPeriod?
  /// `feeds:`: issues and parties that have a feed of their own.
  package var feeds: [FeedName] = []
  /// `search:`: a built site has a search box where Pagefind is there to make the index.
  package var search = true
  /// `page-kinds:` switches kinds of page on and off; all are on by default.
  package var pageKinds: PageSwitches

  /// - Parameter switches: what `page-kinds:` can switch off.
  package init(switches: [PageSwitch] = []) { pageKinds = PageSwitches(switches) }
}

/// One entry of the menu.
package struct NavigationEntry: Sendable, Hashable {
  package let label: String
  /// Site address such as `/matrix/`, or a full URL; that of the first of `entries` where there are any.
  package let address: String
  /// The entries of the second level; empty for an entry that is a page itself. They have none of their own.
  package let entries: [NavigationEntry]

  package init(label: String, address: String) {
    self.label = label
    self.address = address
    entries = []
  }

  /// A group of entries; nil when there are none.
  package init?(label: String, entries: [NavigationEntry]) {
    guard let first = entries.first else { return nil }
    self.label = label
    address = first.address
    self.entries = entries
  }
}

/// The words that tell what a table is and what a header names; all are matched as names are.
package struct TableWords: Sendable, Hashable {
  /// `axis-words:`: a corner that makes a positions table.
  package var axis: [String] = [
    "Aspect", "Issue", "Issues", "Key point", "Key points", "Question", "Topic", "Theme", "Subject", "Area",
  ]
  /// `option-words:`: a corner that makes an options table.
  package var option: [String] = [
    "Strategy", "Option", "Measure", "Recommendation", "Proposal", "Step", "Approach",
  ]
  /// `party-words:`: a corner that says that the rows are parties.
  package var party: [String] = ["Party", "Parties", "Country", "State", "Actor", "Government"]
  /// `not-a-party:`: headers that are never parties.
  package var notAParty: [String] = [
    "Status", "Owner", "Notes", "Note", "Source", "Sources", "Date", "Answer", "Comment", "Comments",
    "Description", "Details", "Purpose", "Expected outcome", "Outcome", "Deadline", "Priority",
  ]
  /// `party-suffixes:`: last words that a party's header loses.
  package var suffixes: [String] = ["Position", "Positions", "Stance", "View", "Views"]
  /// `matching-suffixes:`: last words that are dropped for matching alone.
  package var matchingSuffixes: [String] = ["Government"]

  package init() {}
}

/// An issue or a party that `feeds:` in site.yml asks a feed for.
package struct FeedName: Sendable, Hashable {
  /// As written; `issue:` or `party:` in front decides.
  package let text: String
  package let place: Place

  package init(_ text: String, at place: Place) {
    self.text = text
    self.place = place
  }
}

/// Who serves the site: `host:` in site.yml. It decides which rules a build writes for the server.
package enum SiteHost: String, Sendable, Hashable, CaseIterable {
  case githubPages = "github-pages"
  case netlify
  case cloudflarePages = "cloudflare-pages"

  /// It reads `_headers` and `_redirects` from the published folder.
  package var readsRules: Bool { self != .githubPages }
}

/// What Markdown files outside of `reports/`, `issues/`, `parties/` and `pages/` are: `documents:` in site.yml.
package enum DocumentKind: String, Sendable, Hashable, CaseIterable {
  case reports
  /// Pages at the address of their path, such as `/guide/settings/`; `README.md` and `index.md` are the page of their
  /// folder, as on code hosts.
  case pages
}
