import Content
import Diagnostics
import Graph
import Markdown
import Publishing
import Text

/// What can be changed at a place with one choice.
struct CodeActions {
  private let snapshot: Snapshot
  private let file: SiteFile?
  private let path: String
  private let lines: LineIndex
  private let range: Range<Int>

  static func all(_ snapshot: Snapshot, _ params: CodeActionParams) -> [CodeAction]? {
    guard let path = snapshot.path(params.textDocument.uri), let lines = snapshot.lines(path) else {
      return nil
    }
    let actions = CodeActions(
      snapshot: snapshot, file: snapshot.file(path), path: path, lines: lines,
      range: lines.offsets(of: params.range, snapshot.client.unit))
    return actions.fixes + actions.mentions + actions.tables
  }

  private func touches(_ other: Range<Int>) -> Bool {
    other.lowerBound <= range.upperBound && range.lowerBound <= other.upperBound
  }

  private func action(
    _ title: String, _ kind: String, _ edits: [FileEdits], fixing entry: DiagnosticList.Entry? = nil,
    isPreferred: Bool? = nil
  ) -> CodeAction {
    var locator = FileLocator(snapshot)
    return CodeAction(
      title: title, kind: kind,
      diagnostics: entry.map { [DiagnosticsFeature.shown($0, &locator, snapshot)] }, isPreferred: isPreferred,
      edit: EditWriter(snapshot).edit(edits))
  }

  private func edits(_ range: Range<Int>, _ text: String) -> [FileEdits] {
    var file = FileEdits(path)
    file.add(FileEdits.Edit(range, text))
    return [file]
  }

  // MARK: Diagnostics

  /// What the diagnostics at the place suggest.
  private var fixes: [CodeAction] {
    let entries = snapshot.diagnostics[snapshot.folders.sourcePath(path)] ?? []
    return entries.flatMap { entry -> [CodeAction] in
      guard let place = entry.diagnostic.place?.range, touches(place) else { return [] }
      return replacement(entry, place) + names(entry, place) + cells(entry, place)
    }
  }

  private func replacement(_ entry: DiagnosticList.Entry, _ place: Range<Int>) -> [CodeAction] {
    guard let text = entry.diagnostic.suggestion?.replacement else { return choice(entry, place) }
    let isName = [DiagnosticID.unknownSubject, .unknownName].contains(entry.diagnostic.id)
    let whole =
      isName && entry.diagnostic.id == .unknownSubject ? text.isEmpty ? text : YAMLScalar.text(text) : text
    let target = entry.diagnostic.id == .unknownSubject ? YAMLPlace.scalar(lines.bytes, place) : place
    return [
      action("Replace with “\(text)”", "quickfix", edits(target, whole), fixing: entry, isPreferred: true)
    ]
  }

  /// What an author may choose to write in a part of the place.
  private func choice(_ entry: DiagnosticList.Entry, _ place: Range<Int>) -> [CodeAction] {
    guard let choice = entry.diagnostic.suggestion?.choice,
      let part = ChosenPart(choice, in: lines.bytes, place)
    else { return [] }
    let edits =
      isYAML(place) && part.range == place
      ? edits(YAMLPlace.scalar(lines.bytes, place), YAMLScalar.text(part.text))
      : edits(part.range, part.text)
    return [action("Replace with “\(choice.new)”", "quickfix", edits, fixing: entry, isPreferred: true)]
  }

  /// Whether a place is in front matter or in settings.
  private func isYAML(_ place: Range<Int>) -> Bool {
    let source = SourceText(path: path, bytes: lines.bytes)
    return path.hasSuffix(".yml") || place.upperBound <= FrontMatterBlock.find(in: source).block.body
  }

  /// For a name that nothing has: a new file, or an alias of what is similar.
  private func names(_ entry: DiagnosticList.Entry, _ place: Range<Int>) -> [CodeAction] {
    let diagnostic = entry.diagnostic
    guard diagnostic.id == .unknownName || diagnostic.id == .unknownSubject, let name = unknownName(place)
    else {
      return []
    }
    var actions: [CodeAction] = []
    let near = diagnostic.suggestion?.choice?.new ?? diagnostic.suggestion?.replacement
    if let near, !near.isEmpty { actions += alias(name.text, of: near, entry) }
    let kinds: [NewFileKind] =
      diagnostic.message.hasPrefix("no party")
      ? [.party]
      : diagnostic.message.hasPrefix("no issue") ? [.issue] : [.issue, .party]
    for kind in kinds { actions += create(kind, name.text, entry) }
    return actions
  }

  /// The name that a diagnostic is about, within its wikilink or scalar.
  private func unknownName(_ place: Range<Int>) -> (text: String, range: Range<Int>)? {
    let bytes = lines.bytes
    guard place.upperBound <= bytes.count else { return nil }
    var (start, end) = (place.lowerBound, place.upperBound)
    // The place of a scalar of YAML may have its quotation marks.
    let quotes = Array("\"'".utf8)
    if end - start > 1, bytes[start] == bytes[end - 1], quotes.contains(bytes[start]) {
      (start, end) = (start + 1, end - 1)
    }
    if let open = bytes[place].indices.first(where: { bytes[$0..<end].starts(with: Array("[[".utf8)) }) {
      start = open + 2
      end = bytes[start..<end].firstIndex { Array("]|#\\".utf8).contains($0) } ?? end
      for kind in ["issue:", "party:", "report:", "page:"]
      where bytes[start..<end].starts(with: Array(kind.utf8)) {
        start += kind.utf8.count
      }
      // After `#` stands the unknown name if the one before is known.
      if end < place.upperBound, bytes[end] == UInt8(ascii: "#"),
        isKnown(String(decoding: bytes[start..<end], as: UTF8.self))
      {
        start = end + 1
        end = bytes[start..<place.upperBound].firstIndex { Array("]|\\".utf8).contains($0) } ?? end
      }
    }
    let text = String(decoding: bytes[start..<max(start, end)], as: UTF8.self)
    return text.isEmpty ? nil : (text, start..<max(start, end))
  }

  private func isKnown(_ name: String) -> Bool {
    let key = NameKey(name)
    return snapshot.graph.issues.contains { ([$0.name] + $0.aliases).contains { NameKey($0) == key } }
  }

  /// Adds an unknown name to the file of what is similar, or makes that file.
  private func alias(_ name: String, of near: String, _ entry: DiagnosticList.Entry) -> [CodeAction] {
    let graph = snapshot.graph
    let key = NameKey(near)
    let subjects =
      graph.issues.map { MentionSubject.issue($0.id) } + graph.parties.map { MentionSubject.party($0.id) }
    guard let subject = subjects.first(where: { graph.names(of: $0).contains { NameKey($0) == key } }) else {
      return []
    }
    let path = graph.file(of: subject) ?? graph.address(of: subject) + ".md"
    var file = FileEdits(path)
    if graph.file(of: subject) == nil {
      guard snapshot.client.createsFiles, snapshot.lines(path) == nil else { return [] }
      file.isNew = true
      let bytes = FrontMatterEdit.newFile(title: graph.name(of: subject), [.add([name], to: "aliases")])
      file.add(FileEdits.Edit(0..<0, String(decoding: bytes, as: UTF8.self)))
    } else {
      guard let bytes = snapshot.lines(path)?.bytes,
        case .success(let changed) = FrontMatterEdit.apply(
          .add([name], to: "aliases"), to: SourceText(path: path, bytes: bytes)),
        let edit = FileEdits.difference(from: bytes, to: changed)
      else { return [] }
      file.add(edit)
    }
    return [
      action("Add “\(name)” as an alias of “\(graph.name(of: subject))”", "quickfix", [file], fixing: entry)
    ]
  }

  /// Makes the file of an issue or a party.
  private func create(_ kind: NewFileKind, _ name: String, _ entry: DiagnosticList.Entry) -> [CodeAction] {
    let path = "\(kind.folder)/\(Slug.of(name)).md"
    guard snapshot.client.createsFiles, snapshot.lines(path) == nil else { return [] }
    var file = FileEdits(path)
    file.isNew = true
    let bytes = FrontMatterEdit.newFile(title: name, [])
    file.add(FileEdits.Edit(0..<0, String(decoding: bytes, as: UTF8.self)))
    return [action("Create the \(kind.rawValue) “\(name)”", "quickfix", [file], fixing: entry)]
  }

  /// For a row that is shorter than its table: cells for what is missing.
  private func cells(_ entry: DiagnosticList.Entry, _ place: Range<Int>) -> [CodeAction] {
    guard entry.diagnostic.id == .raggedRow, let document = file?.header.document else { return [] }
    let tables = document.nodes.indices.filter { document.nodes[$0].kind == .table }
    guard
      let table = tables.first(where: { document.nodes[$0].source.range.contains(place.lowerBound) })
    else { return [] }
    let columns = document.tables[Int(document.nodes[table].detail)].alignments.count
    let line = lines.line(at: place.lowerBound)
    let text = String(decoding: lines.bytes[line], as: UTF8.self)
    let row = document.children(of: table).first { line.contains(document.nodes[$0].source.range.lowerBound) }
    guard let row, case let missing = columns - TableFormatter.cellCount(of: row, in: document, lines.bytes),
      missing > 0
    else { return [] }
    let isClosed = text.trimmingWhitespace.hasSuffix("|")
    let added = (isClosed ? "" : " |") + String(repeating: "  |", count: missing)
    let end = line.lowerBound + text.trimmingEnd.utf8.count
    let title = missing == 1 ? "Add the missing cell" : "Add the \(missing) missing cells"
    return [action(title, "quickfix", edits(end..<end, added), fixing: entry, isPreferred: true)]
  }

  // MARK: Text

  /// Turns a name in prose into a link.
  private var mentions: [CodeAction] {
    guard let file else { return [] }
    let document = file.header.document
    return file.links.mentions.compactMap { name in
      let node = document.nodes[Int(name.node)]
      guard name.node == name.endNode, node.source.count == node.text.count else { return nil }
      let start = Int(node.source.start) + Int(name.start - node.text.start)
      let place = start..<start + Int(name.end - name.start)
      guard touches(place) else { return nil }
      let text = String(decoding: lines.bytes[place], as: UTF8.self)
      let target = snapshot.graph.name(of: name.subject)
      let link = target == text ? "[[\(text)]]" : "[[\(target)|\(text)]]"
      return action("Turn “\(text)” into a link", "refactor", edits(place, link))
    }
  }

  /// Says what the table at the place is.
  private var tables: [CodeAction] {
    guard let report = file?.report else { return [] }
    let document = report.report.header.document
    let decisions = snapshot.graph.tableDecisions[report.id.index]
    return zip(report.report.tables, decisions).flatMap { table, decision -> [CodeAction] in
      let place = document.nodes[table.node].source.range
      guard touches(place), table.sheet == nil else { return [] }
      let directive = directiveAbove(place.lowerBound)
      return Self.kinds.filter { $0.kind != decision.kind }.map { kind in
        let text = "<!-- standpoint: \(kind.word) -->"
        guard let directive else {
          let start = lines.line(at: place.lowerBound).lowerBound
          return action("Mark this table as \(kind.word)", "refactor", edits(start..<start, text + "\n"))
        }
        return action(
          "Mark this table as \(kind.word)", "refactor",
          edits(directive, Self.with(kind.word, lines.bytes[directive])))
      }
    }
  }

  private static let kinds: [(kind: TableKind, word: String)] = [
    (.positions(transposed: false), "positions"), (.positions(transposed: true), "positions transposed"),
    (.options, "options"), (.plain, "plain"),
  ]

  /// The directive on the line above a table, or above an empty line above it.
  private func directiveAbove(_ table: Int) -> Range<Int>? {
    var line = lines.line(at: table)
    for _ in 0..<2 {
      guard line.lowerBound > 0 else { return nil }
      line = lines.line(at: line.lowerBound - 1)
      let text = String(decoding: lines.bytes[line], as: UTF8.self)
      if text.trimmingWhitespace.hasPrefix("<!-- standpoint") { return line }
      if !text.trimmingWhitespace.isEmpty { return nil }
    }
    return nil
  }

  /// A directive with another kind, and the same attributes.
  private static func with(_ kind: String, _ directive: ArraySlice<UInt8>) -> String {
    let text = String(decoding: directive, as: UTF8.self)
    guard let colon = text.firstIndex(of: ":"), let end = text.range(of: "-->") else {
      return "<!-- standpoint: \(kind) -->"
    }
    let inside = text[text.index(after: colon)..<end.lowerBound]
    // The kind stands before the first attribute.
    let words = inside.split(separator: " ")
    let attributes = words.drop { !$0.contains("=") }
    return "<!-- standpoint: " + ([kind[...]] + attributes).joined(separator: " ") + " -->"
  }
}

/// Places of values in YAML.
enum YAMLPlace {
  /// The range of a scalar with its quotation marks.
  static func scalar(_ bytes: [UInt8], _ range: Range<Int>) -> Range<Int> {
    guard range.lowerBound > 0, range.upperBound < bytes.count,
      bytes[range.lowerBound - 1] == bytes[range.upperBound],
      Array("\"'".utf8).contains(bytes[range.upperBound])
    else { return range }
    return range.lowerBound - 1..<range.upperBound + 1
  }
}

extension String {
  /// Without white space at the end.
  fileprivate var trimmingEnd: Substring {
    self[..<(lastIndex { !$0.isWhitespace }.map { index(after: $0) } ?? startIndex)]
  }
}
