import Content
import FileSystem
import Text

/// The requests of one check of sources: each address once, and archived copies of those that cannot be read.
struct SourceVisits: Sendable {
  private let cited: CitedSources
  private var memory: SourceRecords
  private let keeps: Bool
  private let probe = LinkProbe()
  /// What was found at each address.
  private(set) var records: [String: SourceRecord] = [:]

  init(_ cited: CitedSources, _ memory: SourceRecords, keeps: Bool) {
    self.cited = cited
    self.memory = memory
    self.keeps = keeps
  }

  /// Asks for all sources, then for the archived copies of those whose text is not there.
  ///
  /// - Parameter advanced: called with the number of checked addresses and of all.
  /// - Returns: how many addresses an interrupted check had asked.
  mutating func run(advanced: (Int, Int) -> Void) async throws -> Int {
    var passages: [String: [String]] = [:]
    var copies: [String: [String]] = [:]
    for passage in cited.passages {
      for source in passage.sources.map({ cited.sources[$0] }) {
        passages[source.link.address, default: []].append(passage.text)
        if let archive = source.archive { copies[archive.address, default: []].append(passage.text) }
      }
    }
    var resumed = try await ask(cited.sources.map(\.link), passages, advanced: advanced)
    let unread = cited.sources.filter { records[$0.link.address]?.hash == nil }
    let archives = unread.compactMap(\.archive).filter { copies[$0.address] != nil }
    resumed += try await ask(archives, copies, advanced: advanced)
    try memory.finish()
    return resumed
  }

  private mutating func ask(
    _ links: [ExternalLink], _ passages: [String: [String]], advanced: (Int, Int) -> Void
  ) async throws -> Int {
    var hosts: [String: [String]] = [:]
    var resumed = 0
    for link in links where records[link.address] == nil && hosts[link.host]?.contains(link.address) != true {
      let asked = passages[link.address] ?? []
      if let record = memory.resumed[link.address], record.answers(asked), !keeps || memory.keeps(record) {
        records[link.address] = record
        resumed += 1
      } else {
        hosts[link.host, default: []].append(link.address)
      }
    }
    let lists = hosts.keys.sorted().map { (host: $0, addresses: hosts[$0] ?? []) }
    let total = records.count + lists.reduce(0) { $0 + $1.addresses.count }
    try await LinkProbe.forEach(lists) { [probe, memory] address in
      try await Self.visit(address, probe, memory, passages: passages[address] ?? [])
    } done: { address, visit in
      if keeps, let text = visit.text { try memory.keep(text, of: visit.record) }
      try memory.add(visit.record)
      records[address] = visit.record
      advanced(records.count, total)
    }
    return resumed
  }

  /// Requests one address, reads its text and looks for passages in it.
  private static func visit(
    _ address: String, _ probe: LinkProbe, _ memory: SourceRecords, passages: [String]
  ) async throws -> (record: SourceRecord, text: String?) {
    let visit = try await probe.visit(address, fetching: true)
    var record = SourceRecord(address: address, time: memory.now)
    switch visit.answer {
    case .broken(let reason): (record.state, record.detail) = (.gone, reason)
    case .unclear(let reason): (record.state, record.detail) = (.unchecked, reason)
    case .there:
      if isStartPage(visit.end, of: address) {
        (record.state, record.detail) = (.gone, "it redirects to the home page “\(visit.end)”")
      } else if let target = visit.movedTo,
        SourceAddress.compared(target) != SourceAddress.compared(address)
      {
        (record.state, record.detail) = (.moved, target)
      }
    }
    guard visit.answer == .there, record.state != .gone else {
      record.unread = record.detail
      return (record, nil)
    }
    switch await visit.page?.text() ?? .unreadable(visit.unread ?? "nothing was sent") {
    case .unreadable(let reason):
      record.unread = reason
      return (record, nil)
    case .text(let text):
      let text = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      record.read(text, passages, against: memory.baseline(of: address))
      return (record, text)
    }
  }

  /// Whether a page that is gone leads to the home page of its site.
  private static func isStartPage(_ end: String, of address: String) -> Bool {
    func path(_ address: String) -> Substring {
      SourceAddress.compared(address).drop { $0 != "/" && $0 != "?" }
    }
    return path(end).isEmpty && !path(address).isEmpty
  }

  /// What was found at the address of a source; nil if it was not asked.
  func record(of source: CitedSource) -> SourceRecord? { records[source.link.address] }

  /// Whether a passage is in one of its sources or their archived copies, and why not if that cannot be told.
  func result(of passage: CitedPassage) -> (SourceCheck.Passage.Result, reason: String?) {
    let sources = passage.sources.map { cited.sources[$0] }
    guard !sources.isEmpty else { return (.unreadable, "its cell cites no address on another site") }
    var reasons: [String] = []
    for source in sources {
      let found = [source.link.address, source.archive?.address].compactMap(\.self).compactMap { records[$0] }
      if found.contains(where: { $0.found.contains(passage.text) }) { return (.found, nil) }
      if !found.contains(where: { $0.missing.contains(passage.text) }) {
        reasons.append("“\(source.name)”: \(found.compactMap(\.unread).first ?? "it was not requested")")
      }
    }
    return reasons.isEmpty ? (.notFound, nil) : (.unreadable, reasons.joined(separator: "; "))
  }
}

extension SourceRecord {
  /// Notes what a text says.
  fileprivate mutating func read(
    _ text: String, _ passages: [String], against baseline: (day: String, hash: String)?
  ) {
    let digits = StableHash(Array(text.utf8)).digits
    hash = digits
    if let baseline, baseline.hash != digits { changedSince = baseline.day }
    if passages.isEmpty { return }
    let search = PassageSearch(text)
    for passage in Set(passages).sorted() {
      if search.contains(passage) { found.append(passage) } else { missing.append(passage) }
    }
  }
}
