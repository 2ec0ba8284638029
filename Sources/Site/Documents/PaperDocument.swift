import Content
import Graph
import Text

/// A document that is printed or passed on: an HTML file that needs no other file.
package struct PaperDocument: Sendable {
  package let html: [UInt8]
  /// The tag of its language (BCP 47).
  package let language: String
  /// The day of its newest report; nil: all are undated.
  package let date: PartialDate?
}

extension SitePlan {
  /// A document of the site’s pages.
  ///
  /// - Parameters:
  ///   - picture: the bytes of a file of the site, by its path below the root; nil: there is none, or it is too large.
  /// - Returns: nil if the site has no such page.
  package func document(
    of subject: PaperSubject, as format: PaperFormat, picture: @escaping (_ path: String) -> [UInt8]?
  ) -> PaperDocument? {
    let groups = PaperContents(self).groups(of: subject)
    guard !groups.isEmpty else { return nil }
    let writer = PaperWriter(
      groups: groups, subject: subject, format: format, site: paperSite, picture: picture)
    return PaperDocument(html: writer.html().bytes, language: graph.settings.language, date: writer.date)
  }
}

/// Which pages a document has.
struct PaperContents {
  /// Pages under a heading of their own; without a title, the pages are on the first level.
  struct Group {
    var title: StringKey?
    var parts: [PaperPart]
  }

  private let plan: SitePlan

  init(_ plan: SitePlan) { self.plan = plan }

  /// Empty if there is no such page.
  func groups(of subject: PaperSubject) -> [Group] {
    switch subject {
    case .page(let address):
      let pages = plan.pages.filter { belongs($0, to: address) }
      return pages.isEmpty ? [] : [Group(parts: pages.compactMap { part($0, shift: 0) })]
    case .site:
      let groups = [
        Group(parts: parts(of: [MoveListPage.definition], shift: 0).prefix(1).map { $0 }),
        Group(parts: parts(of: [MatrixPage.definition], shift: 0)),
        Group(title: .issues, parts: parts(of: [IssuePage.definition, IssueYearPage.definition], shift: 1)),
        Group(title: .reports, parts: parts(of: [ReportPage.definition], shift: 1)),
        Group(parts: sources.map { [$0] } ?? []),
      ]
      return groups.filter { !$0.parts.isEmpty }
    }
  }

  /// Whether a page is that at an address, or one of those into which it is divided.
  private func belongs(_ page: SitePlan.Page, to address: String) -> Bool {
    guard let own = plan.address(of: page) else { return false }
    guard own != address else { return true }
    return own.hasPrefix(address + "/")
      && Self.isOne(page, of: [IssueYearPage.definition, PartyYearPage.definition, EditionPage.definition])
  }

  private static func isOne(_ page: SitePlan.Page, of kinds: [PageDefinition]) -> Bool {
    guard let key = page.source.page?.definition.key else { return false }
    return kinds.contains { $0.key == key }
  }

  private func parts(of kinds: [PageDefinition], shift: Int) -> [PaperPart] {
    plan.pages.filter { Self.isOne($0, of: kinds) }.compactMap { part($0, shift: shift) }
  }

  /// The list of all sources with their addresses; nil: there are none.
  private var sources: PaperPart? {
    let (items, words) = (plan.paperSite.sources, plan.paperSite.words)
    if items.isEmpty { return nil }
    var html = HTML()
    html.raw("<h1>")
    words.write(.sources, into: &html)
    html.raw("</h1>\n<ul>\n")
    for item in items { Self.write(item, words, into: &html) }
    html.raw("</ul>\n")
    return PaperPart(address: SourceListPage.address, shift: 0, nodes: MarkupReader.nodes(html.bytes))
  }

  private static func write(
    _ item: SourceShelf.Item, _ words: LocalizedStrings, into html: inout HTML
  ) {
    html.raw("<li>")
    if let entry = item.entry {
      let facts = [
        entry.authors.joined(separator: words.text(.comma)), entry.name, entry.publisher ?? "",
        entry.date.map(words.dates.text) ?? "", entry.evidence.map { words.text($0.word) } ?? "",
      ]
      html.escaped(facts.filter { !$0.isEmpty }.joined(separator: words.text(.comma)))
      html.raw(" ")
    }
    for address in [item.address, item.entry?.archive].compactMap(\.self) {
      html.raw("<a class=\"url\" href=\"")
      html.escaped(address)
      html.raw("\">")
      html.escaped(address)
      html.raw("</a> ")
    }
    html.raw("<span class=\"count\">")
    words.write(.positionCount, count: item.count, into: &html)
    html.raw("</span></li>\n")
  }

  private func part(_ page: SitePlan.Page, shift: Int) -> PaperPart? {
    guard let address = plan.address(of: page), let nodes = MarkupReader.main(of: plan.render(page).bytes)
    else { return nil }
    return PaperPart(address: address, shift: shift, nodes: nodes)
  }
}
