import Content
import Diagnostics
import Editions
import Graph

/// What readers find at the address of a page that was withdrawn: when, and why.
struct WithdrawnPage: SitePage {
  static let definition = PageDefinition(
    "withdrawn", "the pages of withdrawn addresses",
    fields: [.html(.withdrawals, "When the page or its positions were withdrawn, and why.")],
    isInSitemap: false)

  private let address: String

  static func pages(of site: SiteLayout) -> [any SitePage] {
    var seen: Set<String> = []
    return site.graph.settings.withdrawn.filter { seen.insert($0.page).inserted }
      .map { WithdrawnPage(address: $0.page) }
  }

  func address(in site: SiteLayout) -> String { address }

  func lastChange(in site: SiteLayout) -> PartialDate? { nil }

  private func withdrawals(_ settings: SiteSettings) -> [AuthoredWithdrawal] {
    settings.withdrawn.filter { $0.page == address }
  }

  func anchors(_ site: PageRenderer) -> Set<String> {
    Set(withdrawals(site.settings).compactMap(\.anchor))
  }

  func values(_ site: PageRenderer) -> TemplateValues {
    var draft = site.draft(Self.definition, address: address, title: site.words.text(.withdrawn))
    let words = site.words
    draft.html(.withdrawals) { output in
      for withdrawal in withdrawals(site.settings) {
        output.raw("<p")
        if let anchor = withdrawal.anchor {
          output.raw(" id=\"")
          output.escaped(anchor)
          output.raw("\"")
        }
        output.raw(">")
        words.write(.labelled, into: &output) {
          $0.escaped(withdrawal.shown)
        } _: {
          words.write(.withdrawnOn, into: &$0) {
            words.dates.time(withdrawal.date, into: &$0)
          } _: {
            $0.escaped(withdrawal.reason)
          }
        }
        output.raw("</p>\n")
      }
    }
    return draft.values
  }
}

extension TemplateName {
  static let withdrawals = TemplateName("withdrawals")
}

/// The addresses under which cells were published, and what they lead to now.
struct PublishedCitations {
  /// Those that lead to something else, or to nothing.
  let broken: [BrokenCitation]
  /// Those of cells that are elsewhere now, on pages that are still there: they lead to the cells.
  let relocated: [CellRedirect]

  /// - Parameter memory: what editions remember.
  init(_ archive: EditionArchive, graph: IssueGraph, memory: [RememberedPosition]) {
    let published = archive.publicEditions + archive.published
    // What the record of a day leaves out is not missing.
    guard let last = published.last, graph.settings.recordDay == nil else {
      (broken, relocated) = ([], [])
      return
    }
    let now = Edition(
      freezing: graph, name: EditionHistory.now, date: last.date, withheld: archive.withheld)
    let found = PublishedAnchors(of: now, kept: graph.answeredAddresses(remembering: memory))
      .broken(from: published)
    let reports = Dictionary(graph.reports.map { ($0.slug, $0.id) }) { first, _ in first }
    broken = found.filter { $0.moved == nil }
    relocated = found.compactMap { citation in
      // A page that is gone is reported as a whole.
      guard let cell = citation.moved?.position, let report = reports[cell.report],
        reports[citation.cited.position.report] != nil
      else { return nil }
      return CellRedirect(
        page: "reports/" + citation.cited.position.report, old: citation.cited.position.anchor,
        report: report, anchor: cell.anchor)
    }
  }
}

extension IssueGraph {
  /// Published addresses that no position has and that still lead to what they led to, or say what became of it. The address of
  /// a report stands for all of its cells.
  ///
  /// - Parameter memory: what editions remember.
  func answeredAddresses(remembering memory: [RememberedPosition]) -> Set<String> {
    var answered = keptAddresses(remembering: memory)
    answered.formUnion(settings.withdrawn.map { $0.page + "/" + ($0.anchor.map { "#" + $0 } ?? "") })
    answered.formUnion(cellRedirects.map { $0.page + "/#" + $0.old })
    for report in reports where !report.corrections.isEmpty {
      answered.formUnion(emptiedCells(of: report).map { report.address + "/#" + $0.anchor })
    }
    return answered
  }

  /// `unknown-withdrawal` for the entries of `withdrawn:` whose cell is still there.
  var unknownWithdrawals: [Diagnostic] {
    settings.withdrawn.compactMap { withdrawal in
      guard let anchor = withdrawal.anchor, let report = report(at: withdrawal.page),
        comparisonsOfReport[report].contains(where: { comparison in
          positionsOfComparison[comparison].contains { self.anchor(of: $0) == anchor }
        })
      else { return nil }
      let file = reports[report.index].report.header.sourcePath
      return Diagnostic(
        .unknownWithdrawal, at: withdrawal.place,
        "“\(withdrawal.shown)” is not withdrawn: the cell is still in \(file)",
        suggestion: Suggestion("remove the position from the report, or this entry from “withdrawn:”"))
    }
  }
}
