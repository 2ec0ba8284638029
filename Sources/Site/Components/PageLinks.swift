import Content
import Graph

/// Writes the addresses of links on one page, relative to the page, so that the site works under any base
/// path.
struct PageLinks {
  let site: SiteIndex
  /// The page's address below the site's root, without leading and trailing slashes; empty for the home page.
  let address: String
  /// The path from the page to the site's root: empty, or with a trailing slash.
  let root: String
  /// The same, and the path to the home page, ready to be written.
  private let rootHTML: HTML
  private let homeHTML: HTML
  /// On a page for a frame of another site: the address of the page that it shows; nil on other pages.
  let framed: String?
  private let style: AddressStyle

  /// - Parameters:
  ///   - address: the page's address below the site's root, without leading and trailing slashes; empty for the home page.
  ///   - framed: on a page for a frame of another site: the address of the page that it shows.
  init(_ site: SiteIndex, at address: String, framed: String? = nil) {
    self.site = site
    self.address = address
    self.framed = framed
    style = site.settings.addresses
    root = style.root(from: address)
    rootHTML = "\(root)"
    homeHTML = "\(style.home(from: root))"
  }

  /// Whether other sites show the page in a frame. Its links open in the window around the frame, so none may lead to a
  /// place on the page itself.
  var isFramed: Bool { framed != nil }

  /// The path to the home page.
  var home: String { style.home(from: root) }

  /// The path to the page at an address.
  func path(to address: String) -> String { address.isEmpty ? home : root + style.way(to: address) }

  /// Writes the path to the site's root.
  func root(into output: inout HTML) { output.append(contentsOf: rootHTML) }

  /// Writes the path to the folder of the page's own files: empty if the page itself is that folder.
  func folder(into output: inout HTML) {
    if style == .pretty, framed == nil { return }
    output.append(contentsOf: rootHTML)
    output.escaped(framed ?? address)
    output.raw("/")
  }

  /// Writes the ending of the address of every page except the home page.
  func ending(into output: inout HTML) { output.raw(style == .pretty ? "/" : ".html") }

  /// Writes the path to the page at an address; `anchor` without `#`.
  func page(_ address: String, anchor: String? = nil, into output: inout HTML) {
    if address.isEmpty {
      output.append(contentsOf: homeHTML)
    } else {
      output.append(contentsOf: rootHTML)
      output.escaped(address)
      ending(into: &output)
    }
    guard let anchor else { return }
    output.raw("#")
    output.escaped(anchor)
  }

  /// Writes the path to a place that may be on the same page.
  func place(_ address: String, anchor: String?, into output: inout HTML) {
    if let anchor, address == self.address {
      output.raw("#")
      output.escaped(anchor)
    } else {
      page(address, anchor: anchor, into: &output)
    }
  }

  func issue(_ id: ID<Issue>, into output: inout HTML) {
    output.append(contentsOf: rootHTML)
    output.append(site.issuePaths, id.index)
  }

  func party(_ id: ID<Party>, into output: inout HTML) {
    output.append(contentsOf: rootHTML)
    output.append(site.partyPaths, id.index)
  }

  func report(_ id: ID<ReportEntry>, into output: inout HTML) {
    output.append(contentsOf: rootHTML)
    output.append(site.reportPaths, id.index)
  }

  /// Whether the page is the report's own.
  func isReport(_ id: ID<ReportEntry>) -> Bool { site.graph.reports[id.index].address == address }

  /// Writes the path to the cell of a position, in its report.
  func position(_ id: ID<Position>, into output: inout HTML) {
    let report = site.graph.positions[id.index].report
    if !isReport(report) { self.report(report, into: &output) }
    output.raw("#")
    cellAnchor(site.graph.positions[id.index], into: &output)
  }

  /// Writes the anchor of a position's cell, as `IssueGraph.anchor(of:)` gives it.
  func cellAnchor(_ position: Position, into output: inout HTML) {
    output.append(site.issueSlugs, position.issue.index)
    output.raw("--")
    output.append(site.partySlugs, position.party.index)
    ordinal(position, into: &output)
  }

  /// Writes `--2` for the second position of a pair in its report, and so on.
  func ordinal(_ position: Position, into output: inout HTML) {
    guard position.ordinal > 1 else { return }
    output.raw("--")
    output.number(position.ordinal)
  }

  /// Writes `<a href="…">name</a>` for an issue.
  func issueLink(_ id: ID<Issue>, into output: inout HTML) {
    output.raw("<a href=\"")
    issue(id, into: &output)
    output.raw("\">")
    output.append(site.issueNames, id.index)
    output.raw("</a>")
  }

  /// Writes `<a href="…">name</a>` for a party.
  func partyLink(_ id: ID<Party>, into output: inout HTML) {
    output.raw("<a href=\"")
    party(id, into: &output)
    output.raw("\">")
    output.append(site.partyNames, id.index)
    output.raw("</a>")
  }

  /// Writes the heading of a party's column in a table: a cell in the party's colour, with a link, and its end on the build's
  /// day.
  func columnHeading(_ party: ID<Party>, into output: inout HTML) {
    columnHeading(party, end: site.graph.lifetimes.end(of: party), into: &output)
  }

  /// - Parameters:
  ///   - end: when the party ended; nil: it has not.
  ///   - isNarrow: whether an abbreviation takes the place of the name.
  func columnHeading(
    _ party: ID<Party>, end: PartialDate?, isNarrow: Bool = false, into output: inout HTML
  ) {
    output.raw("<th scope=\"col\"")
    output.hueClass(party, of: site.hues)
    output.raw(">")
    if isNarrow, let short = site.graph.parties[party.index].file?.header.matter.abbreviation {
      abbreviated(party, short, into: &output)
    } else {
      partyLink(party, into: &output)
    }
    if let end {
      output.raw(" <small class=\"until\">")
      site.words.write(.untilDateWithin, into: &output) { site.words.dates.readable(end, into: &$0) }
      output.raw("</small>")
    }
    output.raw("</th>\n")
  }

  /// Writes a party's abbreviation as a link that is named in full.
  private func abbreviated(_ id: ID<Party>, _ short: String, into output: inout HTML) {
    output.raw("<a href=\"")
    party(id, into: &output)
    output.raw("\"><abbr title=\"")
    output.append(site.partyNames, id.index)
    output.raw("\">")
    output.escaped(short)
    output.raw("</abbr></a>")
  }

  /// Writes a party and an issue, each as a link.
  func positionNames(_ party: ID<Party>, on issue: ID<Issue>, into output: inout HTML) {
    site.words.write(.partyOnIssue, into: &output) {
      partyLink(party, into: &$0)
    } _: {
      issueLink(issue, into: &$0)
    }
  }

  /// Writes the party and the issue of a position, each as a link.
  func positionNames(_ position: Position, into output: inout HTML) {
    positionNames(position.party, on: position.issue, into: &output)
  }

  /// Writes a party and an issue without links.
  func plainPositionNames(_ party: ID<Party>, on issue: ID<Issue>, into output: inout HTML) {
    site.words.write(.partyOnIssue, into: &output) {
      $0.append(site.partyNames, party.index)
    } _: {
      $0.append(site.issueNames, issue.index)
    }
  }

  /// Writes `<a href="…">title</a>` for a report.
  func reportLink(_ id: ID<ReportEntry>, into output: inout HTML) {
    output.raw("<a href=\"")
    report(id, into: &output)
    output.raw("\">")
    output.append(site.reportTitles, id.index)
    output.raw("</a>")
  }
}

extension AddressStyle {
  /// The path to the home page from a page whose path to the site's root is `root`.
  func home(from root: String) -> String {
    self == .plain ? root + "index.html" : root.isEmpty ? "./" : root
  }
}
