import Content
import Diagnostics
import Text

/// What depends on all files together: the names and addresses of the site, and the kind of each table.
///
/// Immutable. A class so that tasks share it by reference.
final class SymbolTable: Sendable {
  /// The files of the site: reports (by date, then path), pages (by weight, then path), the home page, issue files,
  /// party files (each by path).
  let files: [Authored]
  let issues: NameRegistry
  let parties: NameRegistry
  let shared: SharedSymbols

  /// - Parameters:
  ///   - today: the build's day; nil: unknown.
  ///   - published: what readers may have cited, the oldest state first.
  init(
    _ authored: [Authored], assets: [String], settings: SiteSettings, today: PartialDate?,
    published: [PublishedState]
  ) {
    let sorted = Self.sorted(authored, assets: assets)
    files = sorted.authored
    let languages = Set(files.compactMap(\.header.matter.language)).subtracting([settings.language])
    let tableWords = languages.isEmpty ? settings.words : settings.words.adding(languages)
    let words = HeaderWords.of(tableWords)
    let reports = files.compactMap { if case .report(let report) = $0 { report } else { nil } }
    let partyNames = NameRegistryBuilder.names(in: files) {
      if case .party(let file) = $0 { file.aliases } else { nil }
    }
    let issueNames = NameRegistryBuilder.names(in: files) {
      if case .issue(let file) = $0 { file.aliases } else { nil }
    }
    let known = partyNames.flatMap { [$0.header.title] + $0.aliases.map(\.text) }
    let knownIssues = issueNames.flatMap { [$0.header.title] + $0.aliases.map(\.text) }
    let classification = TableClassification(
      reports, known: Set(known.map { words.partyName($0).key }),
      knownIssues: Set(knownIssues.map { NameKey($0) }), words: words)
    let formCount = classification.forms.count
    var issues = NameRegistryBuilder(issueNames, formCount: formCount, words: nil)
    var parties = NameRegistryBuilder(partyNames, formCount: formCount, words: words)
    classification.addHeadings(of: reports, issues: &issues, parties: &parties)

    let order = NameOrder(language: settings.language)
    self.issues = issues.registry(in: order, listed: settings.order)
    self.parties = parties.registry(in: order, listed: settings.order)
    shared = SharedSymbols(
      sorted, issues: self.issues, parties: self.parties, classification: classification, words: words,
      silence: tableWords.silence, settings: settings, today: today, published: published)
  }

  /// A copy of `other` with one changed file, and with the new places of names in the tables of that file.
  init(_ other: SymbolTable, file: Authored, at index: Int, issues: NameRegistry, parties: NameRegistry) {
    var files = other.files
    files[index] = file
    self.files = files
    self.issues = issues
    self.parties = parties
    shared = other.shared
  }

  /// Diagnostics of names and addresses.
  var diagnostics: [Diagnostic] {
    issues.diagnostics + parties.diagnostics + shared.addresses.diagnostics
  }

  private static func sorted(_ authored: [Authored], assets: [String]) -> SiteFiles {
    let keyed = authored.map {
      (rank: rank(of: $0), weight: weight(of: $0), date: date(of: $0), path: $0.header.path, file: $0)
    }
    let sorted = keyed.sorted { left, right in
      if left.rank != right.rank { return left.rank < right.rank }
      if left.weight != right.weight { return left.weight < right.weight }
      if left.date != right.date { return left.date < right.date }
      return left.path.precedesByBytes(right.path)
    }
    return SiteFiles(
      authored: sorted.filter { $0.file.header.withheld == nil }.map(\.file),
      withheld: sorted.filter { $0.file.header.withheld != nil }.map(\.file), assets: assets)
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

  /// Only pages are ordered by weight; reports are ordered by date.
  private static func weight(of file: Authored) -> Int {
    if case .page(let page) = file { page.weight } else { 0 }
  }

  private static func date(of file: Authored) -> PackedDate {
    if case .report(let report) = file { PackedDate(report.date) } else { .none }
  }

  /// The build's day as a day number; nil: unknown.
  var today: Int32? { shared.today.map { Int32(clamping: $0.lastDayNumber) } }

  /// The days of the reports' dates, by report.
  var reportIntervals: [DayInterval?] {
    files.prefix(shared.reportCount).map { file in
      if case .report(let report) = file { report.interval } else { nil }
    }
  }

  /// The address of a page, without slashes around it; empty for the home page.
  func address(of destination: Destination) -> String {
    switch destination {
    case .report(let index): "reports/" + files[index].header.slug
    case .page(let index): files[shared.reportCount + index].header.slug
    case .home: ""
    case .issue(let index): "issues/" + issues.members[index].slug
    case .party(let index): "parties/" + parties.members[index].slug
    case .list(let address): address
    }
  }

  /// The file from which a page is created; nil: it has none.
  func file(of destination: Destination) -> Int? {
    switch destination {
    case .report(let index): index
    case .page(let index): shared.reportCount + index
    case .home: shared.destinations.firstIndex(of: .home)
    case .issue(let index): issues.members[index].file
    case .party(let index): parties.members[index].file
    case .list: nil
    }
  }

  /// The name of a page in messages.
  func name(of destination: Destination) -> String {
    switch destination {
    case .issue(let index): issues.members[index].name
    case .party(let index): parties.members[index].name
    case .list(let address): "/\(address)/"
    case .home, .report, .page: file(of: destination).map { files[$0].header.title } ?? "/"
    }
  }
}
