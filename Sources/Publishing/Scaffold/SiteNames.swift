import Content
import Graph

/// The names that a site uses, drafts and other withheld files included.
struct SiteNames: Sendable {
  let files: [Authored]
  let graph: IssueGraph
  let words: HeaderWords
  /// The build's day.
  let today: PartialDate

  /// Why a name is not free.
  struct Holder: Sendable, Hashable {
    let message: String
    let advice: String
  }

  /// Who has a name; nil: nobody, or only tables that mean just what the new file would be about.
  func holder(of name: String, for kind: NewFileKind) -> Holder? {
    let key = key(name, for: kind)
    for file in files {
      let header = file.header
      if self.key(header.title, of: file) == key || NameKey(header.title) == NameKey(name) {
        return Holder(
          message: "“\(header.sourcePath)” is called “\(header.title)” already",
          advice: "take another title, or change that file")
      }
      if let alias = aliases(of: file).first(where: { self.key($0, of: file) == key }) {
        return Holder(
          message: "“\(alias)” is another name of “\(header.title)”, says “\(header.sourcePath)”",
          advice: "take it out of the aliases there, or take another title")
      }
    }
    return inTables(name, for: kind)
  }

  /// Who has the address that a new file would have; nil: nobody.
  func neighbour(of slug: String, title: String, for kind: NewFileKind) -> Holder? {
    let key = key(title, for: kind)
    let owner: String? =
      switch kind {
      case .report: files.first { $0.kind == .report && $0.header.slug == slug }?.header.sourcePath
      case .issue: graph.issues.first { $0.slug == slug && !names($0.name, $0.aliases, .issue, key) }?.name
      case .party: graph.parties.first { $0.slug == slug && !names($0.name, $0.aliases, .party, key) }?.name
      }
    return owner.map {
      Holder(
        message: "“\($0)” has the address /\(kind.folder)/\(slug)/ already", advice: "take another title")
    }
  }

  /// A party of a table is no obstacle to its file, but to an issue of its name.
  private func inTables(_ name: String, for kind: NewFileKind) -> Holder? {
    let advice =
      "names of issues, parties and reports are one list, so that a link finds one thing: take another title"
    if kind != .issue,
      let issue = graph.issues.first(where: { names($0.name, $0.aliases, .issue, NameKey(name)) })
    {
      return Holder(message: "“\(issue.name)” is an issue of this site", advice: advice)
    }
    let partyKey = words.partyName(name).key
    if kind != .party,
      let party = graph.parties.first(where: { names($0.name, $0.aliases, .party, partyKey) })
    {
      return Holder(message: "“\(party.name)” is a party of this site", advice: advice)
    }
    return nil
  }

  private func names(_ name: String, _ aliases: [String], _ kind: NewFileKind, _ key: NameKey) -> Bool {
    ([name] + aliases).contains { self.key($0, for: kind) == key }
  }

  private func aliases(of file: Authored) -> [String] {
    switch file {
    case .issue(let issue): issue.aliases.map(\.text)
    case .party(let party): party.aliases.map(\.text)
    case .report, .page, .home: []
    }
  }

  private func key(_ name: String, of file: Authored) -> NameKey { key(name, for: file.kind ?? .report) }

  /// A name as names of that kind are compared: “Russian Position” and “Russian Government” are one party.
  private func key(_ name: String, for kind: NewFileKind) -> NameKey {
    kind == .party ? words.partyName(name).key : NameKey(name)
  }
}

extension Authored {
  /// Nil: a page, or the home page.
  var kind: NewFileKind? {
    switch self {
    case .report: .report
    case .issue: .issue
    case .party: .party
    case .page, .home: nil
    }
  }
}

extension SitePipeline {
  /// Reads the site for the names in it, whatever else is wrong with it. Throws only errors of the disk.
  func names() async throws -> SiteNames {
    let loaded = try load()
    let content = try await read(loaded)
    let workspace = try await link(content)
    return SiteNames(
      files: content.authored, graph: workspace.graph, words: HeaderWords(loaded.settings.words),
      today: loaded.today)
  }
}
