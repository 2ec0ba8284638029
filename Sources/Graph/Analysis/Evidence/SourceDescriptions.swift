import Content
import Diagnostics
import Markdown
import Text

/// What the footnotes, source columns and cells of reports say about addresses that no entry describes, and where two reports disagree.
package struct SourceDescriptions: Sendable {
  /// What one report says about one address.
  private struct Description: Sendable {
    let report: ID<ReportEntry>
    /// The address as the report writes it, and where.
    let address: String
    let place: Place
    /// The node of a footnote or of a cell in a source column, or only of the link if it has several, and that of the link; nil:
    /// the cell of a position.
    var words: (node: Int, link: Int)?
    var title: SourceTitle?
    var date: PartialDate?
    var evidence: Set<Evidence> = []
  }

  private let graph: IssueGraph
  /// By address, in the order of the reports.
  private var descriptions: [String: [Description]] = [:]

  package init(_ graph: IssueGraph) {
    self.graph = graph
    for entry in graph.reports { addFootnotes(of: entry) }
    addSourceColumns(graph.positions[...])
    addEvidence(graph.positions[...])
  }

  /// What one report says.
  private init(of report: ID<ReportEntry>, in graph: IssueGraph) {
    self.graph = graph
    addFootnotes(of: graph.reports[report.index])
    addSourceColumns(graph.positions(of: report))
    addEvidence(graph.positions(of: report))
  }

  /// Whether a report says the same about the same addresses in two graphs, wherever in its text.
  static func areSame(of report: ID<ReportEntry>, in old: IssueGraph, and new: IssueGraph) -> Bool {
    SourceDescriptions(of: report, in: old).said == SourceDescriptions(of: report, in: new).said
  }

  /// What is said about each address, in order.
  private var said: [String: [[String]]] {
    descriptions.mapValues { list in
      list.map { [$0.address] + (said($0) ?? Self.words($0.evidence)) }
    }
  }

  private mutating func addFootnotes(of entry: ReportEntry) {
    let nodes = entry.report.header.document.nodes
    var node = entry.report.header.document.firstFootnoteDefinition
    while node < nodes.count {
      if nodes[node].kind == .footnoteDefinition { addLinks(below: node, of: entry) }
      node = Int(nodes[node].end)
    }
  }

  private mutating func addSourceColumns(_ positions: ArraySlice<Position>) {
    guard let first = positions.first?.comparison.index, let end = positions.last?.comparison.index else {
      return
    }
    // Most sites have none, and very many positions.
    let haveColumn = graph.comparisons[first...end].map { !$0.sourceColumns.isEmpty }
    guard haveColumn.contains(true) else { return }
    var last: (report: ID<ReportEntry>, cells: Set<Int>)?
    for position in positions where haveColumn[position.comparison.index - first] {
      guard let cell = graph.sourceCell(of: position) else { continue }
      if last?.report != position.report { last = (position.report, []) }
      // Positions of a row share the cell.
      guard last?.cells.insert(cell).inserted == true else { continue }
      addLinks(below: cell, of: graph.reports[position.report.index])
    }
  }

  /// Adds the addresses of a footnote or a cell. What is said about them is read only where it is compared; of several, each
  /// is described by its own link alone.
  private mutating func addLinks(below node: Int, of entry: ReportEntry) {
    let header = entry.report.header
    let document = header.document
    let links = (node..<Int(document.nodes[node].end)).filter { document.nodes[$0].kind == .link }
    for link in links {
      let address = document.string(document.nodes[link].text)
      guard address.contains("://") else { continue }
      let place = Place(path: header.sourcePath, range: document.nodes[link].source.range)
      add(
        Description(
          report: entry.id, address: address, place: place, words: (links.count == 1 ? node : link, link)))
    }
  }

  /// The kinds of evidence of cells with a single source.
  private mutating func addEvidence(_ positions: ArraySlice<Position>) {
    var reader = PositionSources()
    for position in positions {
      guard let evidence = position.evidence.only, evidence != .unknown else { continue }
      var links: [String] = []
      var hasOthers = false
      reader.forEachSource(of: position, in: graph) { source in
        if case .link(let address, _) = source { links.append(address) } else { hasOthers = true }
      }
      guard !hasOthers, links.count == 1, links[0].contains("://") else { continue }
      let header = graph.reports[position.report.index].report.header
      let range = header.document.nodes[position.cell].source.range
      var description = Description(
        report: position.report, address: links[0], place: Place(path: header.sourcePath, range: range))
      description.evidence = [evidence]
      add(description)
    }
  }

  private mutating func add(_ description: Description) {
    guard graph.settings.sources.entry(at: description.address) == nil else { return }
    descriptions[SourceAddress.compared(description.address), default: []].append(description)
  }

  /// The words of a description, their language, and the place in the source; nil: it is the cell of a position.
  private func said(_ description: Description) -> [String]? {
    guard let (node, link) = description.words else { return nil }
    let report = graph.reports[description.report.index].report
    let document = report.header.document
    return [
      document.plainText(of: node), document.plainText(of: link), report.language ?? "",
      String(Self.fragment(description.address)),
    ]
  }

  /// The description with the title and the date that its words give.
  private func described(_ description: Description) -> Description {
    guard let (node, link) = description.words else { return description }
    let report = graph.reports[description.report.index].report
    var next = description
    let text = SourceWords(node, link: link, in: report.header.document)
    next.title = text.title.map { SourceTitle($0, language: report.language ?? graph.settings.language) }
    next.date = text.date
    return next
  }
}

extension SourceDescriptions {
  /// The title and the date that reports give an address as `SourceAddress` compares it; nil where none gives one, or where
  /// they do not agree.
  func agreed(on address: String) -> (title: String?, date: PartialDate?) {
    let list = (descriptions[address] ?? []).map(described)
    let titles = list.compactMap(\.title)
    let dates = list.compactMap(\.date)
    let isOneTitle = titles.allSatisfy { title in titles.allSatisfy { !title.differs(from: $0) } }
    let isOneDate = dates.allSatisfy { date in dates.allSatisfy { !date.differs(from: $0) } }
    return (
      isOneTitle ? titles.map(\.text).max { ($0.count, $1) < ($1.count, $0) } : nil,
      // A day says more than its month.
      isOneDate ? dates.max { $0.description.count < $1.description.count } : nil
    )
  }

  /// `source-differs` for each report that gives an address another title, date or kind of evidence than an earlier report.
  /// Titles that share their words, dates of which one includes the other, and titles in different languages or of different
  /// places in a source do not differ.
  package var differences: [Diagnostic] {
    descriptions.keys.sorted().flatMap { address -> [Diagnostic] in
      let list = descriptions[address] ?? []
      guard list.contains(where: { $0.report != list[0].report }) else { return [] }
      let kinds = list.reduce(into: [:]) { $0[$1.report, default: Set<Evidence>()].formUnion($1.evidence) }
      let different = different(list, kinds)
      return different.count < 2 ? [] : differences(among: different.map(described), kinds)
    }
  }

  /// The descriptions that say something that none before them says, by report. Most words about a source are equal, and only
  /// those that are not need to be read.
  private func different(
    _ list: [Description], _ kinds: [ID<ReportEntry>: Set<Evidence>]
  ) -> [Description] {
    var seen: Set<[String]> = []
    let kept = list.filter { description in
      seen.insert(said(description) ?? Self.words(kinds[description.report] ?? [])).inserted
    }
    return kept.enumerated().sorted { ($0.element.report, $0.offset) < ($1.element.report, $1.offset) }
      .map(\.element)
  }

  /// With how many descriptions of earlier reports each one is compared.
  private static let mostCompared = 20

  private func differences(
    among list: [Description], _ kinds: [ID<ReportEntry>: Set<Evidence>]
  ) -> [Diagnostic] {
    var found: [ID<ReportEntry>: Diagnostic] = [:]
    for (place, description) in list.enumerated() where found[description.report] == nil {
      let earlier = list[..<place].prefix(Self.mostCompared).filter { $0.report != description.report }
      found[description.report] = difference(of: description, from: earlier, kinds)
    }
    return found.sorted { $0.key < $1.key }.map(\.value)
  }

  private func difference(
    of description: Description, from earlier: [Description], _ kinds: [ID<ReportEntry>: Set<Evidence>]
  ) -> Diagnostic? {
    var parts: [String] = []
    var other: Description?
    func compare(_ values: (here: String, there: String)?, _ name: String, _ with: Description) {
      guard let values, other == nil || other?.report == with.report else { return }
      other = other ?? with
      let part = "the \(name) is “\(values.here)” here and “\(values.there)” there"
      if !parts.contains(part) { parts.append(part) }
    }
    for one in earlier {
      compare(titles(description, one), "title", one)
      compare(dates(description, one), "date", one)
    }
    // Where only the evidence differs, the place is that of the cell.
    if !parts.isEmpty || !description.evidence.isEmpty, let here = kinds[description.report], !here.isEmpty {
      for one in earlier where !one.evidence.isEmpty {
        let there = kinds[one.report] ?? []
        guard here.isDisjoint(with: there) else { continue }
        let words = (Self.words(here).joined(separator: ", "), Self.words(there).joined(separator: ", "))
        compare(words, "kind of evidence", one)
      }
    }
    guard let other else { return nil }
    return Diagnostic(
      .sourceDiffers, at: description.place,
      "two reports describe “\(description.address)” differently: \(parts.joined(separator: "; "))",
      notes: [Note("the other report describes it here", at: other.place)],
      suggestion: Suggestion(
        "correct one of them, or describe the source once in sources/\(Slug.of(SourceAddress.compared(description.address))).md"
      ))
  }

  private func titles(_ here: Description, _ there: Description) -> (here: String, there: String)? {
    guard let title = here.title, let other = there.title, title.differs(from: other),
      Self.fragment(here.address) == Self.fragment(there.address)
    else { return nil }
    return (title.text, other.text)
  }

  private static func fragment(_ address: String) -> Substring { address.drop { $0 != "#" } }

  private func dates(_ here: Description, _ there: Description) -> (here: String, there: String)? {
    guard let date = here.date, let other = there.date, date.differs(from: other) else { return nil }
    return (date.description, other.description)
  }

  /// The words of kinds, in the usual order.
  private static func words(_ kinds: Set<Evidence>) -> [String] {
    Evidence.allCases.filter(kinds.contains).map(\.rawValue)
  }
}

extension PartialDate {
  /// Whether no day belongs to both dates.
  fileprivate func differs(from other: PartialDate) -> Bool {
    let (left, right) = (DayInterval(self), DayInterval(other))
    return left.isBefore(right) || right.isBefore(left)
  }
}

/// What a footnote or a cell with one link, or a link alone, says about its source.
private struct SourceWords {
  /// The text of the link, or the words before an address; nil if they say nothing.
  let title: String?
  /// The first date that is not that of a visit; nil if there is none.
  let date: PartialDate?

  init(_ node: Int, link: Int, in document: Document) {
    let address = document.string(document.nodes[link].text)
    let text = document.plainText(of: node).singleSpaced
    let shown = document.plainText(of: link).singleSpaced
    let isAddress = shown.isEmpty || shown.contains("://") || address.contains(shown)
    let parts = text.components(separatedBy: shown.isEmpty ? address : shown)
    let before = parts.count == 2 ? Self.trimmed(parts[0]) : ""
    title = isAddress ? (Self.isTitle(before) ? before : nil) : shown
    let published = parts.map { Self.withoutVisit($0) }.joined(separator: " ")
    date =
      WrittenDate.first(in: String(published.map { Self.separators.contains($0) ? " " : $0 }))
      ?? (isAddress ? nil : WrittenDate.first(in: shown))
  }

  /// What may be next to a date without a space.
  private static let separators: Set<Character> = [":", ";", "(", ")", "<", ">", "："]

  private static func trimmed(_ text: String) -> String {
    let start = text.drop(while: marks.contains)
    let end = start.lastIndex { !marks.contains($0) }
    return end.map { String(start[...$0]) } ?? ""
  }

  private static let marks: Set<Character> = [
    " ", ".", ",", ":", ";", "(", "<", "–", "—", "-", "。", "，", "：",
  ]

  /// Whether words before an address name it, and do not only lead to it, as “See also” does.
  private static func isTitle(_ text: String) -> Bool {
    guard let first = text.split(whereSeparator: { !$0.isLetter }).first else { return false }
    return text.count <= 200 && !leadingWords.contains(first.lowercased())
  }

  /// The text up to the day of a visit, such as “accessed 3 May 2025”.
  private static func withoutVisit(_ text: String) -> String {
    let words = text.split(separator: " ")
    let kept = words.prefix { word in
      let plain = word.lowercased().filter(\.isLetter)
      return !visitWords.contains { plain.hasPrefix($0) }
    }
    return kept.joined(separator: " ")
  }

  private static let leadingWords = Set(LanguageWords.all(.sourceLeads).map { $0.lowercased() })
  private static let visitWords = LanguageWords.all(.sourceVisits).map { $0.lowercased() }
}

/// A title, and the words by which it is compared.
private struct SourceTitle: Sendable {
  let text: String
  private let language: Substring
  private let words: [String]

  init(_ text: String, language: String) {
    self.text = text
    self.language = language.prefix { $0 != "-" }
    words = Self.words(text)
  }

  /// The words of a text in lower case, without numbers, short words and, if it has a date, words of time.
  static func words(_ text: String) -> [String] {
    let isDated = WrittenDate.first(in: text) != nil
    return text.split { !$0.isLetter && !$0.isNumber }
      .filter { $0.contains(where: \.isLetter) && !isShort($0) }.map { $0.lowercased() }
      .filter { !isDated || !timeWords.contains($0) }
  }

  /// Whether it is a word such as “the”, and no abbreviation, in a script with capital letters.
  private static func isShort(_ word: Substring) -> Bool {
    word.count <= 3 && word.allSatisfy(\.isCased) && word.count(where: \.isUppercase) < 2
  }

  private static let timeWords = Set(LanguageWords.all(.time).map { $0.lowercased() })
  private static let namelessWords = Set(
    (LanguageWords.all(.sourceColumns) + LanguageWords.all(.sourceHere)).map { $0.lowercased() })

  /// Whether the titles are in one language and neither has all the words of the other, spelling and word forms aside.
  func differs(from other: SourceTitle) -> Bool {
    guard language == other.language, !isNameless, !other.isNameless else { return false }
    let (left, right) = (ComparableText.of(text), ComparableText.of(other.text))
    if left.contains(right) || right.contains(left) { return false }
    return !isWithin(other) && !other.isWithin(self)
  }

  /// Whether it says no more than “source” or “here”.
  private var isNameless: Bool {
    words.allSatisfy(Self.namelessWords.contains)
  }

  private func isWithin(_ other: SourceTitle) -> Bool {
    words.allSatisfy { word in other.words.contains { Self.isSame(word, $0) } }
  }

  /// Whether two words are forms or spellings of one.
  private static func isSame(_ word: String, _ other: String) -> Bool {
    if word == other { return true }
    let (short, long) = word.count < other.count ? (word, other) : (other, word)
    guard short.count >= 4 else { return false }
    if long.hasPrefix(short) { return true }
    return short.count >= 6 && EditDistance.between(short, long, limit: 1) != nil
  }
}
