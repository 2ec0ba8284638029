import Content
import Graph
import Markdown
import Text

extension Completion {
  /// `[[` and `![[`: names, and after `#` parties or headings.
  var link: CompletionList? {
    guard let start = start(after: "[[", notClosedBy: "]]") else { return nil }
    let typed = typed(from: start)
    if typed.contains("|") { return nil }
    if let hash = typed.firstIndex(of: "#") {
      let from = start + typed[...hash].utf8.count
      return fragments(of: String(typed[..<hash]), from: from)
    }
    var from = start
    var kinds: Set<KnownNames.Kind>?
    for kind in [KnownNames.Kind.issue, .party, .report, .page] where typed.hasPrefix(kind.word + ":") {
      from += kind.word.utf8.count + 1
      kinds = [kind]
    }
    return names(from: from, kinds: kinds, closing: closing("]]"))
  }

  /// `mark`, unless it follows already.
  func closing(_ mark: String) -> String {
    lines.bytes[offset...].starts(with: Array(mark.utf8)) ? "" : mark
  }

  func names(from start: Int, kinds: Set<KnownNames.Kind>?, closing: String) -> CompletionList {
    let found = snapshot.names.matching(typed(from: start), of: kinds)
    let items = found.entries.enumerated().map { order, entry in
      item(
        entry.name, entry.kind.item,
        detail: entry.aliasOf.map { "\(entry.kind.word): \($0)" } ?? entry.kind.word,
        documentation: entry.detail, from: start, inserting: entry.name + closing, order: order)
    }
    return CompletionList(isIncomplete: !found.isWhole, items: items)
  }

  /// The parties with a position on an issue, or the headings of a page.
  private func fragments(of name: String, from start: Int) -> CompletionList {
    let graph = snapshot.graph
    let key = NameKey(name.split(separator: ":", maxSplits: 1).last.map(String.init) ?? name)
    if name.isEmpty {
      return CompletionList(
        isIncomplete: false, items: headings(of: snapshot.file(path)?.header, from: start))
    }
    if let issue = graph.issues.first(where: { ([$0.name] + $0.aliases).contains { NameKey($0) == key } }) {
      return CompletionList(
        isIncomplete: false,
        items: parties(on: issue.id, from: start) + headings(of: issue.file?.header, from: start))
    }
    if let party = graph.parties.first(where: { ([$0.name] + $0.aliases).contains { NameKey($0) == key } }) {
      return CompletionList(isIncomplete: false, items: headings(of: party.file?.header, from: start))
    }
    let headers = graph.reports.map(\.report.header) + graph.authoredPages.map(\.page.header)
    let header = headers.first { NameKey($0.title) == key || NameKey($0.slug) == key }
    return CompletionList(isIncomplete: false, items: headings(of: header, from: start))
  }

  private func parties(on issue: ID<Issue>, from start: Int) -> [CompletionItem] {
    let text = PositionText(snapshot.record)
    return snapshot.graph.heldStances(on: issue).enumerated().map { order, held in
      let name = snapshot.graph.parties[held.party.index].name
      return item(
        name, .class, detail: text.summary(held.party, on: issue), from: start,
        inserting: name + closing("]]"), order: order)
    }
  }

  /// Headings are offered after the parties.
  private static let mostParties = 10_000

  private func headings(of header: FileHeader?, from start: Int) -> [CompletionItem] {
    guard let header else { return [] }
    let document = header.document
    var slugs = HeadingSlug()
    return document.nodes.indices.filter {
      document.nodes[$0].kind == .heading && $0 != header.titleNode
    }
    .enumerated().map { order, node in
      let text = document.plainText(of: node)
      let fragment = HeadingSlug.inWikilink(text, anchor: slugs.anchor(for: text))
      return item(
        text, .text, detail: "heading", from: start, inserting: fragment + closing("]]"),
        order: Self.mostParties + order)
    }
  }

  /// `[@`: the described sources.
  var citation: CompletionList? {
    guard let start = start(after: "[@", notClosedBy: "]") ?? start(after: "; @", notClosedBy: "]") else {
      return nil
    }
    let end = closing("]")
    let items = snapshot.graph.settings.sources.entries.map { source in
      item(
        source.key, .reference, detail: source.name, documentation: source.date.map(\.description),
        from: start, inserting: source.key + end)
    }
    return CompletionList(isIncomplete: false, items: items)
  }

  /// `[^`: the footnotes that the text defines.
  var footnote: CompletionList? {
    guard let start = start(after: "[^", notClosedBy: "]") else { return nil }
    let text = String(decoding: lines.bytes, as: UTF8.self)
    let items = text.split(whereSeparator: \.isNewline).compactMap { line -> CompletionItem? in
      guard line.hasPrefix("[^"), let end = line.firstIndex(of: "]"), line[end...].hasPrefix("]:") else {
        return nil
      }
      let label = String(line[line.index(line.startIndex, offsetBy: 2)..<end])
      let note = line[line.index(end, offsetBy: 2)...].drop { $0 == " " }
      return item(label, .reference, detail: String(note), from: start, inserting: label + closing("]"))
    }
    return CompletionList(isIncomplete: false, items: items)
  }
}
