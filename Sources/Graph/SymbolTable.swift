import Content
import Diagnostics

/// Everything that can only be known over all files: who is who, what stands where, and what each table is.
///
/// A class only so that tasks share it by one reference; nothing in it changes.
final class SymbolTable: Sendable {
  let settings: SiteSettings
  /// The files of the site: reports (by date, then path), pages (by weight, then path), the home page, issue files,
  /// party files (each by path).
  let files: [Authored]
  /// Files that are left out, by path.
  let withheld: [Authored]
  /// How many of `files` are reports; they are the first.
  let reportCount: Int
  let words: HeaderWords
  let survey: TableClassification
  let issues: NameRegistry
  let parties: NameRegistry
  /// When each party exists; empty when no file says so.
  let tenures: [PartyLifetime]
  /// Where each file is shown, as `files`.
  let destinations: [Destination]
  let addresses: AddressBook
  let paths: PathIndex
  let names: NameIndex
  let trie: NameTrie
  let near: SpellingSuggestions
  /// Faults of names and addresses.
  let diagnostics: [Diagnostic]

  init(_ authored: [Authored], assets: [String], settings: SiteSettings) {
    let (files, withheld) = Self.sorted(authored)
    let words = HeaderWords(settings.words)
    let reports = files.compactMap { if case .report(let report) = $0 { report } else { nil } }
    let partyNames = NameRegistryBuilder.names(in: files) {
      if case .party(let file) = $0 { file.aliases } else { nil }
    }
    let issueNames = NameRegistryBuilder.names(in: files) {
      if case .issue(let file) = $0 { file.aliases } else { nil }
    }
    let known = partyNames.flatMap { [$0.header.title] + $0.aliases.map(\.text) }
    let survey = TableClassification(reports, known: Set(known.map { words.partyName($0).key }), words: words)
    var issues = NameRegistryBuilder(issueNames, formCount: survey.forms.count, words: nil)
    var parties = NameRegistryBuilder(partyNames, formCount: survey.forms.count, words: words)
    survey.addHeadings(of: reports, issues: &issues, parties: &parties)

    self.settings = settings
    self.files = files
    self.withheld = withheld
    self.words = words
    self.survey = survey
    reportCount = reports.count
    let order = NameOrder(language: settings.language)
    self.issues = issues.roster(in: order)
    self.parties = parties.roster(in: order)
    tenures = PartyLifetime.all(of: self.parties, files: files)
    destinations = Self.destinations(of: files, issues: self.issues, parties: self.parties)
    paths = PathIndex(files: files, withheld: withheld, assets: assets)
    addresses = AddressBook(
      files: files, destinations: destinations, issues: self.issues, parties: self.parties, assets: assets,
      reserved: settings.pageKinds.reservedAddresses, style: settings.addresses)
    names = NameIndex(
      files: files, destinations: destinations, withheld: withheld, issues: self.issues, parties: self.parties
    )
    trie = NameTrie(issues: self.issues, parties: self.parties)
    near = SpellingSuggestions(
      files: files, issues: self.issues, parties: self.parties, paths: paths)
    diagnostics = issues.diagnostics + parties.diagnostics + addresses.diagnostics
  }

  /// `other` with another text of one file, and with the places that its tables have moved to.
  init(_ other: SymbolTable, file: Authored, at index: Int, issues: NameRegistry, parties: NameRegistry) {
    var files = other.files
    files[index] = file
    self.files = files
    self.issues = issues
    self.parties = parties
    settings = other.settings
    withheld = other.withheld
    reportCount = other.reportCount
    words = other.words
    survey = other.survey
    tenures = other.tenures
    destinations = other.destinations
    addresses = other.addresses
    paths = other.paths
    names = other.names
    trie = other.trie
    near = other.near
    diagnostics = other.diagnostics
  }

  /// Files of the site in their order, and those that are left out.
  private static func sorted(_ authored: [Authored]) -> (files: [Authored], withheld: [Authored]) {
    let keyed = authored.map {
      (rank: rank(of: $0), weight: weight(of: $0), date: date(of: $0), path: $0.header.path, file: $0)
    }
    let sorted = keyed.sorted { left, right in
      if left.rank != right.rank { return left.rank < right.rank }
      if left.weight != right.weight { return left.weight < right.weight }
      if left.date != right.date { return left.date < right.date }
      return left.path.utf8.lexicographicallyPrecedes(right.path.utf8)
    }
    return (
      sorted.filter { $0.file.header.withheld == nil }.map(\.file),
      sorted.filter { $0.file.header.withheld != nil }.map(\.file)
    )
  }

  private static func rank(of file: Authored) -> Int {
    switch file {
    case .report: 0
    case .page: 1
    case .home: 2
    case .issue: 3
    case .party: 4
    }
  }

  /// Pages alone are ordered by their weight; the order of reports is that of time.
  private static func weight(of file: Authored) -> Int {
    if case .page(let page) = file { page.weight } else { 0 }
  }

  private static func date(of file: Authored) -> PackedDate {
    if case .report(let report) = file { PackedDate(report.date) } else { .none }
  }

  private static func destinations(of files: [Authored], issues: NameRegistry, parties: NameRegistry)
    -> [Destination]
  {
    var result: [Destination] = []
    result.reserveCapacity(files.count)
    var pages = 0
    for (index, file) in files.enumerated() {
      switch file {
      case .report: result.append(.report(index))
      case .page:
        result.append(.page(pages))
        pages += 1
      case .home, .issue, .party: result.append(.home)
      }
    }
    for (index, member) in issues.members.enumerated() {
      if let file = member.file { result[file] = .issue(index) }
    }
    for (index, member) in parties.members.enumerated() {
      if let file = member.file { result[file] = .party(index) }
    }
    return result
  }

  /// The address of a page, without slashes around it; empty for the home page.
  func address(of destination: Destination) -> String {
    switch destination {
    case .report(let index): "reports/" + files[index].header.slug
    case .page(let index): files[reportCount + index].header.slug
    case .home: ""
    case .issue(let index): "issues/" + issues.members[index].slug
    case .party(let index): "parties/" + parties.members[index].slug
    case .list(let address): address
    }
  }

  /// The file that a page is made from; nil: it has none.
  func file(of destination: Destination) -> Int? {
    switch destination {
    case .report(let index): index
    case .page(let index): reportCount + index
    case .home: destinations.firstIndex(of: .home)
    case .issue(let index): issues.members[index].file
    case .party(let index): parties.members[index].file
    case .list: nil
    }
  }

  /// What messages call a page.
  func name(of destination: Destination) -> String {
    switch destination {
    case .issue(let index): issues.members[index].name
    case .party(let index): parties.members[index].name
    case .list(let address): "/\(address)/"
    case .home, .report, .page: file(of: destination).map { files[$0].header.title } ?? "/"
    }
  }
}
