import Content

/// The files of a site, sorted.
struct SiteFiles: Sendable {
  /// Reports (by date, then path), pages (by weight, then path), the home page, issue files, party files (each by path).
  let authored: [Authored]
  /// Withheld files, by path.
  let withheld: [Authored]
  /// The paths below Content of the files that are copied unchanged.
  let assets: [String]
}

/// The part of a `SymbolTable` that does not change when only the text of files changes.
struct SharedSymbols: Sendable {
  let settings: SiteSettings
  /// The build's day; nil: unknown.
  let today: PartialDate?
  let silence: SilenceWords
  let words: HeaderWords
  let classification: TableClassification
  /// Withheld files, by path.
  let withheld: [Authored]
  /// The number of reports among the site's files; they come first.
  let reportCount: Int
  /// The time in which each party exists.
  let lifetimes: PartyLifetimes
  /// The page of each file, in the order of `SymbolTable.files`.
  let destinations: [Destination]
  let addresses: AddressBook
  let paths: PathIndex
  let names: NameIndex
  let trie: NameTrie
  let suggestions: SpellingSuggestions
  /// The cells of the reports that were published.
  let ledger: AnchorLedger

  init(
    _ files: SiteFiles, issues: NameRegistry, parties: NameRegistry, classification: TableClassification,
    words: HeaderWords, silence silenceWords: [String], settings: SiteSettings, today: PartialDate?,
    published: [PublishedState]
  ) {
    self.settings = settings
    self.today = today
    silence = SilenceWords(language: settings.language, others: silenceWords)
    self.words = words
    self.classification = classification
    withheld = files.withheld
    reportCount = classification.tables.count
    lifetimes = Self.lifetimes(of: parties, files: files.authored, today: today)
    destinations = Self.destinations(of: files.authored, issues: issues, parties: parties)
    paths = PathIndex(files)
    var addresses = AddressBook(
      files, destinations: destinations, issues: issues, parties: parties,
      reserved: settings.pageKinds.reservedAddresses, shared: settings.pageKinds.sharedAddresses,
      style: settings.addresses)
    names = NameIndex(files, destinations: destinations, issues: issues, parties: parties)
    trie = NameTrie(issues: issues, parties: parties)
    suggestions = SpellingSuggestions(
      files: files.authored, issues: issues, parties: parties, paths: paths)
    ledger = AnchorLedger(
      published,
      site: SubjectLookup(
        reports: files.authored.prefix(reportCount).map(\.header), issues: issues, parties: parties,
        addresses: addresses))
    addresses.add(ledger.former)
    for withdrawal in settings.withdrawn {
      addresses.add(former: withdrawal.page, of: .list(withdrawal.page))
    }
    for (file, destination) in zip(files.authored, destinations) {
      for cell in file.header.matter.redirects.cells { addresses.add(former: cell.page, of: destination) }
    }
    self.addresses = addresses
  }

  private static func lifetimes(
    of parties: NameRegistry, files: [Authored], today: PartialDate?
  ) -> PartyLifetimes {
    let periods = parties.members.map { member in
      guard let index = member.file, case .party(let file) = files[index] else { return Period.always }
      return Period(from: file.from, to: file.to)
    }
    return PartyLifetimes(periods, today: today.map { DayInterval($0).last })
  }

  private static func destinations(
    of files: [Authored], issues: NameRegistry, parties: NameRegistry
  ) -> [Destination] {
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
}
