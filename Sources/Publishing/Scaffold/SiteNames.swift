import Content
import Graph

/// The names used in a site, including those of drafts and other withheld files.
struct SiteNames: Sendable {
  let files: [Authored]
  let graph: IssueGraph
  let words: HeaderWords
  /// Today's date, as the build sees it.
  let today: PartialDate

  /// Why a name is already taken.
  struct Holder: Sendable, Hashable {
    let message: String
    let advice: String
  }

  /// What already uses a name; nil if nothing does, or only tables that refer to the subject of the new file.
  func holder(of name: String, for kind: NewFileKind) -> Holder? {
    let key = key(name, for: kind)
    for file in files {
      let header = file.header
      if self.key(header.title, of: file) == key || NameKey(header.title) == NameKey(name) {
        return Holder(
          message: "“\(header.sourcePath)” already has the title “\(header.title)”",
          advice: "choose another title, or change that file")
      }
      if let alias = aliases(of: file).first(where: { self.key($0, of: file) == key }) {
        return Holder(
          message: "“\(alias)” is already an alias of “\(header.title)” in “\(header.sourcePath)”",
          advice: "remove the alias there, or choose another title")
      }
    }
    return inTables(name, for: kind)
  }

  /// What already has the address of the new file; nil if nothing does.
  func neighbour(of slug: String, title: String, for kind: NewFileKind) -> Holder? {
    let key = key(title, for: kind)
    let owner: String? =
      switch kind {
      case .report: files.first { $0.kind == .report && $0.header.slug == slug }?.header.sourcePath
      case .page: page(slug)
      case .issue: graph.issues.first { $0.slug == slug && !names($0.name, $0.aliases, .issue, key) }?.name
      case .party: graph.parties.first { $0.slug == slug && !names($0.name, $0.aliases, .party, key) }?.name
      }
    let switches = graph.settings.pageKinds
    if kind == .page, switches.reservedAddresses.contains(slug), !switches.sharedAddresses.contains(slug) {
      return Holder(
        message: "Standpoint itself writes a page with the address /\(slug)/", advice: "choose another title")
    }
    let address = kind == .page ? "/\(slug)/" : "/\(kind.folder)/\(slug)/"
    return owner.map {
      Holder(message: "“\($0)” already has the address \(address)", advice: "choose another title")
    }
  }

  /// The file of a page with this address.
  private func page(_ slug: String) -> String? {
    files.first { $0.kind == .page && $0.header.slug == slug }?.header.sourcePath
  }

  /// A party that occurs in a table may get a file, but an issue must not have its name.
  private func inTables(_ name: String, for kind: NewFileKind) -> Holder? {
    let advice =
      "choose another title: issues, parties and reports must have different names, so that links are unambiguous"
    if kind == .page { return nil }
    if kind != .issue,
      let issue = graph.issues.first(where: { names($0.name, $0.aliases, .issue, NameKey(name)) })
    {
      return Holder(message: "“\(issue.name)” is an issue on this site", advice: advice)
    }
    let partyKey = words.partyName(name).key
    if kind != .party,
      let party = graph.parties.first(where: { names($0.name, $0.aliases, .party, partyKey) })
    {
      return Holder(message: "“\(party.name)” is a party on this site", advice: advice)
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

  /// The key by which names of this kind are compared: “Russian Position” and “Russian Government” are the same party.
  private func key(_ name: String, for kind: NewFileKind) -> NameKey {
    kind == .party ? words.partyName(name).key : NameKey(name)
  }
}

extension Authored {
  /// Nil for the home page.
  var kind: NewFileKind? {
    switch self {
    case .report: .report
    case .issue: .issue
    case .party: .party
    case .page: .page
    case .home: nil
    }
  }
}

extension SitePipeline {
  /// Collects the names used in the site, even if the content has errors. Throws only file system errors.
  func names() async throws -> SiteNames {
    let loaded = try load()
    let content = try await read(loaded)
    let linked = try await link(content)
    return SiteNames(
      files: content.authored, graph: linked.graph, words: HeaderWords.of(loaded.settings.words),
      today: loaded.today)
  }
}
