import Content
import Diagnostics
import Graph

extension IssueGraph {
  /// `duplicate-address` for entries of `redirects:` whose old address cannot lead to their cell, because another cell has it or
  /// another entry leads elsewhere from it.
  var conflictingCellRedirects: [Diagnostic] {
    let entries = reports.flatMap { report in
      report.report.header.matter.redirects.cells.map { (report: report, redirect: $0) }
    }
    if entries.isEmpty { return [] }
    let holders = Dictionary(positions.map { (recordedAddress(of: $0.id), $0.report) }) { first, _ in
      first
    }
    var known: [String: (target: String, file: String)] = [:]
    return entries.compactMap { report, redirect in
      let (old, file) = ("\(redirect.page)/#\(redirect.old)", report.report.header.sourcePath)
      let target = "\(report.address)/#\(redirect.anchor)"
      let place = Place(path: file, range: redirect.range)
      if let holder = holders[old], old != target {
        return Diagnostic(
          .duplicateAddress, at: place,
          "“/\(old)” is the address of a cell in \(reports[holder.index].report.header.sourcePath), so it cannot redirect",
          suggestion: Suggestion("remove this entry, or the cell"))
      }
      if let first = known[old], first.target != target {
        return Diagnostic(
          .duplicateAddress, at: place,
          "“/\(old)” already redirects to “/\(first.target)”, as set in \(first.file)",
          suggestion: Suggestion("remove one of the two entries"))
      }
      known[old] = (target, file)
      return nil
    }
  }
}
