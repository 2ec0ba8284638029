import Content
import Graph
import Text

/// An old address of a page, and its current one.
package struct Redirect: Sendable, Hashable {
  /// Below the site's root, without leading and trailing slashes and without `index.html`; percent-decoded.
  package let old: String
  /// The path from the site's root to the page; empty: the home page of a site with pretty addresses.
  package let new: String
  /// The address of the page.
  let address: String
  /// The page's title.
  let title: String
  /// Cells that were on the old page, and the addresses of the reports that they are in now.
  var cells: [(redirect: CellRedirect, address: String)] = []

  package static func == (left: Redirect, right: Redirect) -> Bool {
    left.old == right.old && left.new == right.new && left.title == right.title
      && left.cells.map(\.redirect) == right.cells.map(\.redirect)
  }

  package func hash(into hasher: inout Hasher) { hasher.combine(old) }

  /// The path of the file at the old address: `old/plan/index.html`, or `old/plan.html` if that is the address.
  package var file: String {
    old.hasSuffix(".html") || old.hasSuffix(".htm") ? old : old + "/index.html"
  }

  /// The page at the old address, which redirects readers. A script carries the part after `#` along, which a refresh would lose.
  ///
  /// - Parameter script: the path of the script below the site's root.
  func page(_ settings: SiteSettings, script: String) -> HTML {
    let root = String(repeating: "../", count: file.utf8.count { $0 == UInt8(ascii: "/") })
    var address = HTML()
    address.percentEncoded(new.isEmpty ? (root.isEmpty ? "./" : root) : root + new)
    var output = HTML()
    output.raw("<!doctype html>\n<html lang=\"")
    output.escaped(settings.language)
    output.raw("\">\n<head>\n<meta charset=\"utf-8\">\n<title>")
    output.escaped(title)
    output.raw("</title>\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
    output.raw("<meta name=\"robots\" content=\"noindex\">\n")
    if let whole = settings.fullAddress(new) {
      output.raw("<link rel=\"canonical\" href=\"")
      output.escaped(whole)
      output.raw("\">\n")
    }
    output.raw("<script src=\"")
    output.percentEncoded(root + script)
    output.raw("\" data-to=\"")
    output.append(contentsOf: address)
    if !cells.isEmpty {
      output.raw("\" data-cells=\"")
      output.escaped(dataOfCells(root, settings.addresses))
    }
    output.raw("\"></script>\n<noscript><meta http-equiv=\"refresh\" content=\"0; url=")
    output.append(contentsOf: address)
    output.raw("\"></noscript>\n</head>\n<body>\n<p><a href=\"")
    output.append(contentsOf: address)
    output.raw("\">")
    output.escaped(title)
    output.raw("</a></p>\n")
    for cell in cells {
      output.raw("<p id=\"")
      output.escaped(cell.redirect.old)
      output.raw("\"><a href=\"")
      output.escaped(target(of: cell, root, settings.addresses))
      output.raw("\">")
      output.escaped(cell.redirect.anchor)
      output.raw("</a></p>\n")
    }
    output.raw("</body>\n</html>\n")
    return output
  }

  /// The targets of the old anchors, as a JSON object.
  private func dataOfCells(_ root: String, _ style: AddressStyle) -> String {
    var writer = JSONWriter()
    writer.beginObject()
    for cell in cells { writer.member(cell.redirect.old, target(of: cell, root, style)) }
    writer.endObject()
    writer.finish()
    return String(String(decoding: writer.bytes, as: UTF8.self).trimmingTrailingWhitespace)
  }

  private func target(
    of cell: (redirect: CellRedirect, address: String), _ root: String, _ style: AddressStyle
  ) -> String {
    PercentEncoding.encoded(root + style.way(to: cell.address)) + "#" + cell.redirect.anchor
  }
}

extension IssueGraph {
  /// The redirects in `redirects:` of the site's files, in the order of their pages, and those of former slugs.
  ///
  /// - Parameter cells: the old addresses of single cells.
  func redirects(of cells: [CellRedirect]) -> [Redirect] {
    var redirects: [Redirect] = []
    func add(_ header: FileHeader?, _ address: String) {
      guard let header else { return }
      for redirect in header.matter.redirects.pages {
        redirects.append(
          Redirect(old: Self.oldAddress(redirect.text), to: address, settings.addresses, title: header.title))
      }
    }
    for report in reports { add(report.report.header, report.address) }
    for page in pages { add(page.page.header, page.address) }
    add(home?.page.header, "")
    for issue in issues { add(issue.file?.header, issue.address) }
    for party in parties { add(party.file?.header, party.address) }
    return adding(cells, to: redirects + redirectsOfFormerSlugs)
  }

  /// Adds the cells that were on pages at old addresses. A page that only cells were on redirects to the report of the first.
  private func adding(_ cells: [CellRedirect], to redirects: [Redirect]) -> [Redirect] {
    if cells.isEmpty { return redirects }
    var redirects = redirects
    let reportsByAddress = reportsByAddress
    var places = Dictionary(redirects.enumerated().map { ($1.file, $0) }) { first, _ in first }
    for cell in cells where reportsByAddress[cell.page] == nil {
      let old = settings.addresses.place(of: cell.page)
      let report = reports[cell.report.index]
      let entry = (redirect: cell, address: report.address)
      if let index = places[Self.file(at: old)] {
        redirects[index].cells.append(entry)
      } else {
        var redirect = Redirect(
          old: old, to: report.address, settings.addresses, title: report.report.header.title)
        redirect.cells = [entry]
        places[redirect.file] = redirects.count
        redirects.append(redirect)
      }
    }
    return redirects
  }

  private static func file(at old: String) -> String {
    Redirect(old: old, new: "", address: "", title: "").file
  }

  /// The addresses that pages had in published states, by kind and page.
  private var redirectsOfFormerSlugs: [Redirect] {
    var redirects: [Redirect] = []
    func add(
      _ former: [Int: [String]], in folder: String, _ page: (Int) -> (address: String, title: String),
      cells: (Int, String) -> [CellRedirect]
    ) {
      for (index, slugs) in former.sorted(by: { $0.key < $1.key }) {
        let (address, title) = page(index)
        for slug in slugs {
          let old = settings.addresses.place(of: folder + slug)
          var redirect = Redirect(old: old, to: address, settings.addresses, title: title)
          redirect.cells = cells(index, slug).map { ($0, address) }
          redirects.append(redirect)
        }
      }
    }
    add(formerSlugs.reports, in: "reports/") {
      (reports[$0].address, reports[$0].report.header.title)
    } cells: { _, _ in
      []
    }
    add(formerSlugs.issues, in: "issues/") {
      (issues[$0].address, issues[$0].name)
    } cells: { index, slug in
      otherAnchors(positionsOfIssue[ID(index)], on: .issue) { $0.issue == slug }
    }
    add(formerSlugs.parties, in: "parties/") {
      (parties[$0].address, parties[$0].name)
    } cells: { index, slug in
      otherAnchors(positionsOfParty[ID(index)], on: .party) { $0.party == slug }
    }
    return redirects
  }

  /// The positions whose anchor on the page of an issue or a party differs from the one that they had at an old address of the
  /// page: there, another position may have that anchor now.
  ///
  /// - Parameter isOld: whether a name was one at the old address.
  private func otherAnchors(
    _ positions: ArraySlice<ID<Position>>, on side: FormerAnchorWriter.Side, isOld: (PublishedNames) -> Bool
  ) -> [CellRedirect] {
    positions.flatMap { id in
      let now = side.anchor(names(of: id))
      return formerNames(of: id).filter(isOld).map(side.anchor).filter { $0 != now }.map {
        CellRedirect(page: "", old: $0, report: self.positions[id.index].report, anchor: now)
      }
    }
  }

  /// An authored address without leading and trailing slashes. It stays encoded where the decoded text would
  /// not be a path.
  static func oldAddress(_ text: String) -> String {
    let decoded = PercentEncoding.strictlyDecoded(text) ?? text
    let isPath =
      decoded.split(separator: "/").count == text.split(separator: "/").count
      && !decoded.split(separator: "/").contains { $0 == "." || $0 == ".." }
      && !decoded.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x7F }
    return AddressStyle.bare(isPath ? decoded : text)
  }
}

extension Redirect {
  /// A redirect from where a page of the site was.
  init(oldPage: String, to address: String, _ style: AddressStyle, title: String) {
    self.init(old: style.place(of: oldPage), to: address, style, title: title)
  }

  init(old: String, to address: String, _ style: AddressStyle, title: String) {
    self.init(
      old: old, new: address.isEmpty ? "" : style.way(to: address), address: address, title: title)
  }

  /// The redirect from where a page below the target was when the target was at the old address; nil: it is not below it.
  func following(_ page: String, _ style: AddressStyle) -> Redirect? {
    guard !address.isEmpty, page.hasPrefix(address + "/") else { return nil }
    let folder = file == old ? String(old.prefix(upTo: old.lastIndex(of: ".") ?? old.endIndex)) : old
    return Redirect(
      old: style.place(of: folder + page.dropFirst(address.count)), to: page, style, title: title)
  }
}

extension PartyPairs {
  /// The redirects from the addresses that the page of a pair had before its parties were renamed.
  func redirects(to pair: PartyPair, in graph: IssueGraph, title: String) -> [Redirect] {
    let former = graph.formerSlugs.parties
    if former[pair.first.index] == nil, former[pair.second.index] == nil { return [] }
    let slugs = { (party: ID<Party>) in [graph.parties[party.index].slug] + (former[party.index] ?? []) }
    let (style, address) = (graph.settings.addresses, PairPage(pair: pair).address(in: graph))
    return slugs(pair.first).flatMap { first in
      slugs(pair.second).compactMap { second in
        let old =
          PairListPage.address + "/"
          + [first, second].sortedByBytes()
          .joined(separator: "--")
        return old == address ? nil : Redirect(old: style.place(of: old), to: address, style, title: title)
      }
    }
  }
}

extension AddressStyle {
  /// The address as an entry of `redirects:` would give it.
  fileprivate func place(of address: String) -> String { self == .pretty ? address : way(to: address) }
}
