import Content
import Diagnostics
import Graph
import Markdown

/// What a place in a text means.
enum SymbolTarget: Sendable, Hashable {
  case issue(ID<Issue>)
  case party(ID<Party>)
  case report(ID<ReportEntry>)
  /// A page of `pages/` or the home page, by its address.
  case page(String)
  case position(ID<Position>)
  case positions([ID<Position>])
  /// What a party holds on an issue, without a position in any report.
  case pair(PartyOnIssue)
  /// A place of a page: its file below the content folder, and the node of the heading or block.
  case block(path: String, node: Int)
  /// A footnote of a file, by the node of its definition.
  case footnote(path: String, node: Int)
  /// A described source, by its key.
  case source(String)
  case stance(Stance)
  /// A copied file, by its path below the content folder.
  case asset(String)

  init(_ subject: MentionSubject) {
    switch subject {
    case .issue(let id): self = .issue(id)
    case .party(let id): self = .party(id)
    }
  }

  /// Nil for a link that leads to no authored file.
  init?(_ target: LinkTarget, in file: SiteFile, _ graph: IssueGraph) {
    switch target {
    case .issue(let id): self = .issue(id)
    case .party(let id): self = .party(id)
    case .position(let id): self = .position(id)
    case .positions(let ids): self = .positions(ids)
    case .asset(let path, _): self = .asset(path)
    case .withheld: return nil
    case .anchor(let anchor):
      guard let block = Self.block(anchor, file.header, file.links) else { return nil }
      self = block
    case .report(let id, let anchor):
      let entry = graph.reports[id.index]
      self = anchor.flatMap { Self.block($0, entry.report.header, entry.links) } ?? .report(id)
    case .page(let address, let anchor):
      guard let page = Self.page(address, anchor, graph) else { return nil }
      self = page
    }
  }

  private static func block(_ anchor: String, _ header: FileHeader, _ links: DocumentLinks) -> SymbolTarget? {
    let plain =
      anchor.hasPrefix(DocumentLinks.textPrefix)
      ? String(anchor.dropFirst(DocumentLinks.textPrefix.count)) : anchor
    return (links.anchors.first { $0.anchor == anchor } ?? links.anchors.first { $0.anchor == plain })
      .map { .block(path: header.path, node: Int($0.node)) }
  }

  /// The page with an address: one of `pages/`, or the page of an issue or party.
  private static func page(_ address: String, _ anchor: String?, _ graph: IssueGraph) -> SymbolTarget? {
    if let issue = graph.issues.first(where: { $0.address == address }) {
      let block = anchor.flatMap { anchor in
        issue.file.flatMap { Self.block(anchor, $0.header, issue.links ?? .none) }
      }
      return block ?? .issue(issue.id)
    }
    if let party = graph.parties.first(where: { $0.address == address }) {
      let block = anchor.flatMap { anchor in
        party.file.flatMap { Self.block(anchor, $0.header, party.links ?? .none) }
      }
      return block ?? .party(party.id)
    }
    guard let entry = graph.authoredPages.first(where: { $0.address == address })
    else { return nil }
    return anchor.flatMap { Self.block($0, entry.page.header, entry.links) } ?? .page(address)
  }

  /// The issue or party that it is; nil for others.
  var mentionSubject: MentionSubject? {
    switch self {
    case .issue(let id): .issue(id)
    case .party(let id): .party(id)
    default: nil
    }
  }
}
