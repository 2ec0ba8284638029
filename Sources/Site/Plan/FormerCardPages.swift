import Content

/// The pages `/reports/x/positions/` of earlier versions, which had a card for each cell of a report. They lead on to the cells: by
/// the rules of the host, otherwise by the script of the 404 page.
package enum FormerCardPages {
  /// The name of such a page below the address of its report.
  private static let name = "positions"

  /// Whether a path below the output folder is one of such a page.
  package static func isPath(_ path: String) -> Bool {
    let parts = path.split(separator: "/")
    guard parts.count > 2, parts[0] == ReportListPage.address else { return false }
    return parts.count == 4 && parts[2] == name && parts[3] == "index.html"
      || parts.count == 3 && parts[2] == name + ".html"
  }

  /// The address of the report whose page an address was below; nil for others.
  static func report(ofPageAt address: String) -> String? {
    let parts = address.split(separator: "/")
    guard parts.count == 3, parts[0] == ReportListPage.address, parts[2] == name else { return nil }
    return parts[0] + "/" + parts[1]
  }

  /// The rules of hosts that lead on from them, the old address and the new one: hosts put the report's slug in place of
  /// `:report`.
  static func rules(_ settings: SiteSettings) -> [(old: String, target: String)] {
    let report = ReportListPage.address + "/:report"
    let page = "/" + report + "/" + name
    let root = settings.baseURL.flatMap { $0.path == "/" ? nil : $0.text } ?? "/"
    let target = root + settings.addresses.way(to: report)
    // Netlify treats both forms of an address alike.
    let olds =
      settings.addresses == .plain
      ? [page + ".html"] : settings.host == .netlify ? [page + "/"] : [page, page + "/"]
    return olds.map { ($0, target) }
  }
}
