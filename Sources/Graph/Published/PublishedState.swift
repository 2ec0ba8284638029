/// The cells that readers could see in one published state of the site, and the addresses that they had.
package struct PublishedState: Sendable {
  /// A report that had a page.
  package struct Report: Sendable {
    package let slug: String
    /// The path of its file below the content folder.
    package let path: String

    package init(slug: String, path: String) {
      self.slug = slug
      self.path = path
    }
  }

  /// An issue or a party that had a page.
  package struct Subject: Sendable {
    package let slug: String
    /// Its name, then its aliases.
    package let names: [String]

    package init(slug: String, names: [String]) {
      self.slug = slug
      self.names = names
    }
  }

  /// A cell with a position.
  package struct Cell: Sendable {
    /// Indices into the lists of the state.
    let report: Int
    let issue: Int
    let party: Int
    /// See `Position.ordinal`.
    let ordinal: Int
    let state: CellState

    package init(report: Int, issue: Int, party: Int, ordinal: Int, state: CellState) {
      self.report = report
      self.issue = issue
      self.party = party
      self.ordinal = ordinal
      self.state = state
    }
  }

  package let reports: [Report]
  package let issues: [Subject]
  package let parties: [Subject]
  package let cells: [Cell]

  package init(reports: [Report], issues: [Subject], parties: [Subject], cells: [Cell]) {
    self.reports = reports
    self.issues = issues
    self.parties = parties
    self.cells = cells
  }
}

/// The names by which a published cell can be cited. Its anchors follow from them.
package struct PublishedNames: Sendable, Hashable {
  /// Slugs.
  package let report: String
  package let issue: String
  package let party: String
  /// See `Position.ordinal`.
  package let ordinal: Int

  package init(report: String, issue: String, party: String, ordinal: Int) {
    self.report = report
    self.issue = issue
    self.party = party
    self.ordinal = ordinal
  }

  /// The names that an anchor on the page of a report is made of; nil: it is not the anchor of a cell.
  package init?(anchor: some StringProtocol, report: String) {
    // No slug contains two hyphens in a row.
    let parts = String(anchor).replacing("--", with: "\n").split(separator: "\n").map(String.init)
    guard parts.count == 2 || parts.count == 3, let ordinal = parts.count == 2 ? 1 : Int(parts[2]) else {
      return nil
    }
    self.init(report: report, issue: parts[0], party: parts[1], ordinal: ordinal)
  }

  /// Its anchor on the page of its report.
  package var anchor: String { joined(issue, party) }
  /// Its anchor on the page of its issue.
  package var anchorOnIssuePage: String { joined(party, report) }
  /// Its anchor on the page of its party.
  package var anchorOnPartyPage: String { joined(issue, report) }

  private func joined(_ first: String, _ second: String) -> String {
    var anchor = first
    anchor.reserveCapacity(first.utf8.count + second.utf8.count + 8)
    anchor += "--"
    anchor += second
    if ordinal != 1 { anchor += "--\(ordinal)" }
    return anchor
  }
}

/// The slugs that pages had in published states and no longer have.
package struct FormerSlugs: Sendable, Hashable {
  /// By the index of the report, issue or party; sorted.
  package internal(set) var reports: [Int: [String]] = [:]
  package internal(set) var issues: [Int: [String]] = [:]
  package internal(set) var parties: [Int: [String]] = [:]
}

extension AddressBook {
  /// Assigns the addresses that pages had in published states.
  mutating func add(_ former: FormerSlugs) {
    for (folder, slugs, destination) in [
      ("reports/", former.reports, Destination.report), ("issues/", former.issues, Destination.issue),
      ("parties/", former.parties, Destination.party),
    ] {
      for (index, slugs) in slugs.sorted(by: { $0.key < $1.key }) {
        for slug in slugs { add(former: folder + slug, of: destination(index)) }
      }
    }
  }
}
