import Content
import Graph

/// The names that links can use, ready to be searched at each keystroke.
struct KnownNames: Sendable {
  /// What a name belongs to.
  enum Kind: Sendable, Hashable {
    case issue, party, report, page

    /// As completion shows it.
    var word: String {
      switch self {
      case .issue: "issue"
      case .party: "party"
      case .report: "report"
      case .page: "page"
      }
    }

    var item: CompletionItem.Kind {
      switch self {
      case .issue: .reference
      case .party: .class
      case .report, .page: .file
      }
    }
  }

  struct Entry: Sendable {
    let name: String
    let kind: Kind
    /// The name that it is another name of; nil: it is the name itself.
    let aliasOf: String?
    /// A date or a summary; nil if there is none.
    let detail: String?
    fileprivate let folded: [UInt8]

    fileprivate init(_ name: String, _ kind: Kind, aliasOf: String? = nil, detail: String? = nil) {
      self.name = name
      self.kind = kind
      self.aliasOf = aliasOf
      self.detail = detail
      folded = Array(name.lowercased().utf8)
    }
  }

  /// Issues and parties first, then reports and pages.
  private let entries: [Entry]

  init(_ graph: IssueGraph) {
    var entries: [Entry] = []
    for issue in graph.issues {
      entries.append(Entry(issue.name, .issue, detail: issue.file?.header.matter.proposition))
      entries += issue.aliases.map { Entry($0, .issue, aliasOf: issue.name) }
    }
    for party in graph.parties {
      entries.append(Entry(party.name, .party))
      entries += party.aliases.map { Entry($0, .party, aliasOf: party.name) }
    }
    for entry in graph.reports.reversed() {
      entries.append(Entry(entry.report.header.title, .report, detail: entry.report.date?.description))
    }
    for page in graph.authoredPages { entries.append(Entry(page.page.header.title, .page)) }
    self.entries = entries
  }

  /// The names in which a word starts with `typed`, those that start with it first; and whether these are all.
  func matching(
    _ typed: String, of kinds: Set<Kind>? = nil, limit: Int = 200
  ) -> (entries: [Entry], isWhole: Bool) {
    let wanted = Array(typed.lowercased().utf8)
    var first: [Entry] = []
    var others: [Entry] = []
    for entry in entries where kinds?.contains(entry.kind) ?? true {
      if first.count > limit { break }
      if entry.folded.starts(with: wanted) {
        first.append(entry)
      } else if others.count <= limit, Self.hasWord(entry.folded, wanted) {
        others.append(entry)
      }
    }
    let all = first + others
    return (Array(all.prefix(limit)), all.count <= limit)
  }

  /// Whether a word of a name, other than the first one, starts with `wanted`.
  private static func hasWord(_ name: [UInt8], _ wanted: [UInt8]) -> Bool {
    guard let head = wanted.first, name.count > wanted.count else { return false }
    for index in 1...(name.count - wanted.count) where name[index] == head {
      let before = name[index - 1]
      guard before == 0x20 || before == 0x2D || before == 0x2F else { continue }
      if name[index..<index + wanted.count].elementsEqual(wanted) { return true }
    }
    return false
  }
}
