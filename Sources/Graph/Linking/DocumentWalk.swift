import Markdown

/// A single walk over a document that resolves links and wikilinks, finds names in prose, and collects
/// headings.
struct DocumentWalk {
  /// Nodes of the headings, in order.
  private(set) var headings: [Int] = []
  private let document: Document
  private let trie: NameTrie
  /// The section in which each subject was last named; 0: none yet.
  private var lastMet: [Int32] = []
  private var section: Int32 = 1
  /// The ends of the subtrees that contain the current node, outermost first.
  private var ends: [Int] = []
  /// Text before this node is not prose.
  private var quietUntil = 0
  /// Nodes before this one are in a table.
  private var tableEnd = 0
  private var isInFootnotes = false
  private var joined = JoinedText()
  /// Whether names in prose are shown as links.
  private let showsNames: Bool
  /// Whether names in prose count as mentions.
  private let isReport: Bool
  /// The number of the subject of the page; −1: it has none.
  private let ownSubject: Int32

  init(_ linker: FileLinker) {
    document = linker.document
    trie = linker.site.shared.trie
    isReport = linker.report != nil
    showsNames = linker.report?.automaticLinks ?? linker.site.shared.settings.automaticLinks
    ownSubject =
      switch linker.destination {
      case .issue(let index): Int32(index)
      case .party(let index): Int32(trie.issueCount + index)
      default: -1
      }
    if isReport || showsNames { lastMet = [Int32](repeating: 0, count: trie.subjectCount) }
  }

  /// Walks the document and passes the results to `linker`.
  mutating func run(_ linker: inout FileLinker) {
    var index = 1
    while index < document.nodes.count {
      while let end = ends.last, index >= end { ends.removeLast() }
      let node = document.nodes[index]
      if node.kind == .text {
        index = index >= quietUntil && !lastMet.isEmpty ? readProse(index, &linker) : index + 1
        continue
      }
      visit(node, at: index, &linker)
      let end = Int(node.end)
      if end > index + 1 { ends.append(end) }
      index += 1
    }
  }

  private mutating func visit(_ node: Node, at index: Int, _ linker: inout FileLinker) {
    switch node.kind {
    case .heading:
      headings.append(index)
      section += 1
      quietUntil = max(quietUntil, Int(node.end))
    case .table:
      tableEnd = max(tableEnd, Int(node.end))
      quietUntil = max(quietUntil, Int(node.end))
    case .calloutTitle:
      quietUntil = max(quietUntil, Int(node.end))
    case .paragraph where index >= tableEnd && !document.embeds(aloneIn: index).isEmpty:
      linker.aloneUntil = Int(node.end)
    case .link, .image:
      linker.link(index)
      quietUntil = max(quietUntil, Int(node.end))
    case .wikilink:
      for subject in linker.wikilink(index) { meet(subject, inWikilink: node, at: index, &linker) }
    case .footnoteDefinition:
      if !isInFootnotes { section += 1 }
      isInFootnotes = true
      // The author of a source is not named by the report.
      if DocumentSources.citedKey(of: index, in: document, linker.site.shared.settings.sources) != nil {
        quietUntil = max(quietUntil, Int(node.end))
      }
    default: break
    }
  }

  /// Looks for names in the texts from `first` on that are separated only by soft breaks; returns the node
  /// after them.
  private mutating func readProse(_ first: Int, _ linker: inout FileLinker) -> Int {
    let limit = ends.last ?? document.nodes.count
    var last = first
    while last + 2 < limit, document.nodes[last + 1].kind == .softBreak,
      document.nodes[last + 2].kind == .text
    {
      last += 2
    }
    let trie = trie
    if first == last {
      let range = document.nodes[first].text.range
      let text = document.text
      text.withUnsafeBufferPointer { text in
        trie.scan(text, range) { found, subject in
          meet(subject, DocumentWalk.name(first, found, subject, trie), &linker)
        }
      }
    } else {
      joined.join(first...last, of: document)
      let joined = joined
      joined.bytes.withUnsafeBufferPointer { text in
        trie.scan(text, 0..<text.count) { found, subject in
          let (start, end) = joined.places(of: found)
          let name = DocumentLinks.Name(
            node: Int32(start.node), start: Int32(start.offset), endNode: Int32(end.node),
            end: Int32(end.offset), subject: trie.subject(subject))
          meet(subject, name, &linker)
        }
      }
    }
    return last + 1
  }

  private static func name(
    _ node: Int, _ range: Range<Int>, _ subject: Int32, _ trie: NameTrie
  ) -> DocumentLinks.Name {
    DocumentLinks.Name(
      node: Int32(node), start: Int32(range.lowerBound), endNode: Int32(node), end: Int32(range.upperBound),
      subject: trie.subject(subject))
  }

  /// Records a name in prose if it is the first of its subject in the section.
  private mutating func meet(_ subject: Int32, _ name: DocumentLinks.Name, _ linker: inout FileLinker) {
    guard subject >= 0, subject != ownSubject, lastMet[Int(subject)] != section else { return }
    lastMet[Int(subject)] = section
    if showsNames { linker.linked.names.append(name) }
    if isReport {
      linker.mention(name.subject, node: Int(name.node), start: Int(name.start), end: Int(name.end))
    }
  }

  /// Records the subjects that a wikilink names.
  private mutating func meet(
    _ subject: MentionSubject, inWikilink node: Node, at index: Int, _ linker: inout FileLinker
  ) {
    if !lastMet.isEmpty { lastMet[Int(trie.number(subject))] = section }
    guard isReport else { return }
    let shown = node.extra.isEmpty ? node.text : node.extra
    linker.mention(subject, node: index, start: Int(shown.start), end: Int(shown.end))
  }
}

extension NameTrie {
  /// The subject with a number, which must not be −1.
  func subject(_ number: Int32) -> MentionSubject {
    Int(number) < issueCount ? .issue(ID(number)) : .party(ID(Int(number) - issueCount))
  }

  /// The number of a subject.
  func number(_ subject: MentionSubject) -> Int32 {
    switch subject {
    case .issue(let id): id.rawValue
    case .party(let id): id.rawValue + Int32(issueCount)
    }
  }
}
