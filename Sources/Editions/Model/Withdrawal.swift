import Content
import Text

/// An entry of `withdrawn` in an edition's file: a position or a report that all editions leave out.
package struct Withdrawal: Sendable, Hashable {
  /// What is withdrawn.
  package enum Subject: Sendable, Hashable {
    /// The address of a position's cell, such as `reports/march-plan/#sanctions--russia`.
    case position(String)
    /// The slug of a report.
    case report(String)
  }

  package let subject: Subject
  package let date: PartialDate
  /// As plain text.
  package let reason: String

  package init(_ subject: Subject, date: PartialDate, reason: String) {
    self.subject = subject
    self.date = date
    self.reason = reason
  }
}

extension Withdrawal {
  /// Whether an edition has what is withdrawn.
  func matches(_ edition: Edition) -> Bool {
    switch subject {
    case .position(let address): edition.positions.contains { $0.address == address }
    case .report(let slug): edition.reports.contains { $0.slug == slug }
    }
  }
}

extension Withdrawal.Subject {
  /// A cell by its address, in any style of addresses, with or without the site's own.
  ///
  /// - Parameter address: such as `/reports/march-plan/#sanctions--russia`; nil: it is not the address of a cell.
  init?(address: String) {
    guard let start = address.firstRange(of: "reports/")?.upperBound else { return nil }
    let parts = address[start...].split(separator: "#", maxSplits: 1)
    guard parts.count == 2, let path = parts.first, let anchor = parts.last else { return nil }
    let slug = path.prefix { $0 != "/" && $0 != "." }
    if slug.isEmpty { return nil }
    self = .position("reports/\(slug)/#\(anchor)")
  }
}

/// The records that the published form of an edition leaves out.
package struct EditionOmissions: Sendable, Hashable {
  /// Slugs of reports.
  private(set) var reports: Set<String> = []
  /// Addresses of positions, such as `reports/march-plan/#sanctions--russia`.
  private(set) var positions: Set<String> = []

  package init() {}

  package init(_ withdrawals: [Withdrawal]) {
    for withdrawal in withdrawals {
      switch withdrawal.subject {
      case .position(let address): positions.insert(address)
      case .report(let slug): reports.insert(slug)
      }
    }
  }

  var isEmpty: Bool { reports.isEmpty && positions.isEmpty }

  /// Also leaves out the reports of an edition of version 1 that the site does not have now, because such an edition does not
  /// say whether they were drafts.
  package mutating func omitUncertainReports(of edition: Edition, known: Set<String>) {
    let isSurelyPublic = edition.origin != nil
    reports.formUnion(
      edition.reports.lazy.map(\.slug).filter {
        !Edition.mayTell(of: $0, isSurelyPublic: isSurelyPublic, among: known)
      })
  }

  func omits(_ position: FrozenPosition) -> Bool {
    reports.contains(position.report) || (!positions.isEmpty && positions.contains(position.address))
  }
}

extension Edition.Records {
  /// The records without what is left out, and without issues and parties of which nothing else is left.
  func without(_ omissions: EditionOmissions) -> Edition.Records {
    if omissions.isEmpty { return self }
    var next = self
    next.reports.removeAll { omissions.reports.contains($0.slug) }
    next.withheld.removeAll { omissions.reports.contains($0.slug) }
    next.positions.removeAll(where: omissions.omits)
    next.silentCells.removeAll { omissions.reports.contains($0.report) }
    next.tables.removeAll { omissions.reports.contains($0.report) }
    next.corrections.removeAll { omissions.reports.contains($0.report) }
    let (issues, parties) = emptied(by: omissions)
    next.issues.removeAll { issues.contains($0.slug) }
    next.parties.removeAll { parties.contains($0.slug) }
    return next
  }

  /// The issues and parties that lose all of their positions and silent cells.
  func emptied(by omissions: EditionOmissions) -> (issues: Set<String>, parties: Set<String>) {
    var (lost, kept) = (
      (issues: Set<String>(), parties: Set<String>()), (issues: Set<String>(), parties: Set<String>())
    )
    func note(_ issue: String, _ party: String, isLost: Bool) {
      if isLost {
        lost.issues.insert(issue)
        lost.parties.insert(party)
      } else {
        kept.issues.insert(issue)
        kept.parties.insert(party)
      }
    }
    for position in positions { note(position.issue, position.party, isLost: omissions.omits(position)) }
    for cell in silentCells {
      note(cell.issue, cell.party, isLost: omissions.reports.contains(cell.report))
    }
    kept.parties.formUnion(parties.flatMap(\.namedParties))
    return (lost.issues.subtracting(kept.issues), lost.parties.subtracting(kept.parties))
  }
}

extension Edition {
  /// The edition without what is left out.
  package func without(_ omissions: EditionOmissions) -> Edition {
    omissions.isEmpty
      ? self : Edition(name: name, date: date, origin: origin, records: records.without(omissions))
  }
}
