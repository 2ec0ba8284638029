import Content
import Graph
import Workspace

/// The next day on which a build of the same files would give another site, and why.
package struct NextChange: Sendable, Hashable {
  /// Why the site changes. Paths are those of messages.
  package enum Cause: Sendable, Hashable {
    /// A file whose date was in the future becomes part of the site.
    case published(String)
    case expires(String)
    /// So many positions become due for review.
    case due(Int)
    case begins(String)
    case ends(String)
    case joins(String, bloc: String)
    case leaves(String, bloc: String)
  }

  package let day: PartialDate
  /// At least one; files first, then reviews, then parties.
  package let causes: [Cause]

  /// Nil: the site never changes by itself. The record of a day does not.
  package init?(_ site: PlannedSite) {
    guard site.settings.recordDay == nil else { return nil }
    self.init(site.graph, withheld: site.withheld, today: site.today)
  }

  init?(_ graph: IssueGraph, withheld: [WithheldPage], today: PartialDate) {
    var events = Self.files(graph, withheld, today) + Self.parties(graph)
    if let review = StalePosition.next(in: graph, after: today) {
      events.append((review.day.dayNumber, .due(review.count)))
    }
    let coming = events.filter { $0.day > today.dayNumber }
    guard let first = coming.map(\.day).min() else { return nil }
    day = PartialDate(dayNumber: first)
    causes = coming.filter { $0.day == first }.map(\.cause)
  }

  private typealias Event = (day: Int, cause: Cause)

  private static func files(
    _ graph: IssueGraph, _ withheld: [WithheldPage], _ today: PartialDate
  ) -> [Event] {
    let published = withheld.compactMap { page -> Event? in
      guard case .future(let date) = page.reason else { return nil }
      return (firstDay(from: date) { !(date > $0) }, .published(page.sourcePath))
    }
    let headers = graph.reports.map(\.report.header) + graph.pages.map(\.page.header)
    let expiring = headers.compactMap { header -> Event? in
      guard let date = header.matter.expires else { return nil }
      return (firstDay(from: date) { date <= $0 }, .expires(header.sourcePath))
    }
    return published + expiring
  }

  /// The first day from the start of a date on which a condition holds; a month or a year may need more than its first day.
  private static func firstDay(from date: PartialDate, _ holds: (PartialDate) -> Bool) -> Int {
    let start = date.dayNumber
    return (start...start + 366).first { holds(PartialDate(dayNumber: $0)) } ?? start
  }

  private static func parties(_ graph: IssueGraph) -> [Event] {
    graph.parties.flatMap { party -> [Event] in
      let own = ends(of: graph.lifetimes[party.id], .begins(party.name), .ends(party.name))
      return own
        + party.memberships.flatMap { membership in
          let bloc = graph.parties[membership.bloc.index].name
          return ends(
            of: membership.period, .joins(party.name, bloc: bloc), .leaves(party.name, bloc: bloc))
        }
    }
  }

  private static func ends(of period: Period, _ begins: Cause, _ ends: Cause) -> [Event] {
    var events: [Event] = []
    if period.from != nil { events.append((Int(period.firstDay), begins)) }
    if period.to != nil { events.append((Int(period.lastDay) + 1, ends)) }
    return events
  }
}
