import Diagnostics

/// Prepares the tables of a web page for pandoc, which reads a table as running text if a cell or row of it is not closed or
/// anything else is between its cells, and takes only its first row as the header.
enum WebTables {
  /// A copy in which each table has the tags that HTML allows to be left out
  /// (https://html.spec.whatwg.org/multipage/syntax.html#optional-tags), its header, if it has several rows, in a `<thead>`,
  /// and nothing between its cells: text and pictures there are before the table, where browsers show them
  /// (https://html.spec.whatwg.org/multipage/parsing.html#foster-parent), and other tags and scripts are left out.
  static func completing(_ page: [UInt8]) -> [UInt8] {
    var scanner = XMLScanner(page)
    var tables: [WebTable] = []
    var edits: [PageEdit] = []
    while let token = scanner.next() {
      switch token {
      case .open(let tag):
        let name = tag.name.lowercased()
        if name == "table" {
          tables.append(WebTable(start: tag.range.lowerBound))
        } else if let end = skipCode(name, &scanner) {
          if let last = tables.indices.last { tables[last].removeCode(tag.range.lowerBound..<end) }
        } else if let last = tables.indices.last {
          tables[last].open(name, tag, of: page)
        }
      case .close(let name, let range):
        guard let last = tables.indices.last else { continue }
        tables[last].close(name.lowercased(), range)
        if name.lowercased() == "table" { edits += end(&tables) }
      case .text:
        if let last = tables.indices.last { tables[last].addText(scanner.range, of: page) }
      }
    }
    return applying(edits + tables.compactMap(\.inheritedMove), to: page)
  }

  /// Skips the content of a script or of something similar, and its end tag.
  ///
  /// - Returns: where it ends; nil if the element has another name.
  private static func skipCode(_ name: String, _ scanner: inout XMLScanner) -> Int? {
    guard ["script", "style", "template"].contains(name) else { return nil }
    scanner.skip(toEndOf: name)
    _ = scanner.next()
    return scanner.range.upperBound
  }

  /// Ends the innermost table, and returns its edits. What it has between its cells is moved before the outermost table that
  /// has no cell around it.
  private static func end(_ tables: inout [WebTable]) -> [PageEdit] {
    let ended = tables.removeLast()
    guard let outer = tables.indices.last, tables[outer].isBetweenCells else {
      return ended.allEdits + [ended.move].compactMap(\.self)
    }
    tables[outer].inherit(from: ended)
    return ended.allEdits
  }

  private static func applying(_ edits: [PageEdit], to page: [UInt8]) -> [UInt8] {
    guard !edits.isEmpty else { return page }
    var copy = XMLReplacements(page)
    for edit in edits.sorted() { copy.replace(edit.range, with: edit.text) }
    return copy.bytes
  }
}

/// A change to a page's text.
struct PageEdit: Comparable {
  /// What an edit does, in the order of several at one place.
  enum Kind: Int { case closes, removes, moves, marksHeader, opens }

  let range: Range<Int>
  let kind: Kind
  let text: String

  init(_ kind: Kind, at range: Range<Int>, _ text: String = "") {
    (self.kind, self.range, self.text) = (kind, range, text)
  }

  init(_ kind: Kind, at place: Int, _ text: String) { self.init(kind, at: place..<place, text) }

  static func < (left: PageEdit, right: PageEdit) -> Bool {
    (left.range.lowerBound, left.kind.rawValue) < (right.range.lowerBound, right.kind.rawValue)
  }
}

/// A table of a page while it is read.
private struct WebTable {
  /// What is between cells and belongs before the table.
  private struct Stray {
    let text: String
    /// Whether it was in a table inside this one.
    let isInherited: Bool
  }

  private let start: Int
  /// The caption or cell that is open: its tag's name.
  private var content: String?
  private var isRowOpen = false
  private var head = WebTableHead()
  private var edits: [PageEdit] = []
  private var strays: [Stray] = []

  /// - Parameter start: where its tag starts.
  init(start: Int) { self.start = start }

  /// Whether no cell and no caption is open.
  var isBetweenCells: Bool { content == nil }

  /// The edits of a table that has ended, without `move`.
  var allEdits: [PageEdit] { edits + head.edits }

  /// What adds all that was between cells before the table; nil if that is nothing.
  var move: PageEdit? { move(strays) }

  /// The same for a table that does not end, and so is not edited, with what was in tables inside it.
  var inheritedMove: PageEdit? { move(strays.filter(\.isInherited)) }

  private func move(_ strays: [Stray]) -> PageEdit? {
    strays.isEmpty
      ? nil : PageEdit(.moves, at: start, "<p>" + strays.map(\.text).joined(separator: " ") + "</p>")
  }

  mutating func inherit(from inner: WebTable) {
    strays += inner.strays.map { Stray(text: $0.text, isInherited: true) }
  }

  private mutating func remove(_ range: Range<Int>) { edits.append(PageEdit(.removes, at: range)) }

  /// Removes a script or something similar, unless it is in a cell.
  mutating func removeCode(_ range: Range<Int>) {
    if isBetweenCells { remove(range) }
  }

  private mutating func moveOut(_ range: Range<Int>, of page: [UInt8]) {
    remove(range)
    strays.append(Stray(text: String(decoding: page[range], as: UTF8.self), isInherited: false))
  }

  /// Reads text, which belongs before the table unless it is in a cell or only white space.
  mutating func addText(_ range: Range<Int>, of page: [UInt8]) {
    guard isBetweenCells, page[range].contains(where: { $0 > 0x20 }) else { return }
    let text = XMLText.decoded(page[range]).replacing("&nbsp;", with: " ")
    let shown = text.contains { !$0.isWhitespace }
    if shown { moveOut(range, of: page) } else { remove(range) }
  }

  /// Whether HTML reads a tag of this name: `<` before anything else is text.
  private static func isName(_ name: String) -> Bool {
    name.first?.isLetter == true
      && name.utf8.allSatisfy { $0.isLetter || $0.isDigit || "-:_".utf8.contains($0) }
  }

  mutating func open(_ name: String, _ tag: XMLTag, of page: [UInt8]) {
    let place = tag.range.lowerBound
    switch name {
    case "caption", "colgroup", "thead", "tbody", "tfoot":
      closeRow(at: place)
      if name == "caption" { content = name }
      head.openGroup(name, tag.range)
    case "tr":
      closeRow(at: place)
      isRowOpen = true
      head.startRow(place)
    case "td", "th":
      closeContent(at: place)
      if !isRowOpen {
        edits.append(PageEdit(.opens, at: place, "<tr>"))
        isRowOpen = true
        head.startRow(place)
      }
      content = name
      head.addCell(isHeader: name == "th", height: tag.count("rowspan", limit: Limit.mergedCells.value))
    case "col": break
    case "img" where isBetweenCells: moveOut(tag.range, of: page)
    default: if isBetweenCells, Self.isName(name) { remove(tag.range) }
    }
  }

  mutating func close(_ name: String, _ range: Range<Int>) {
    switch name {
    case "caption", "td", "th":
      // An end tag that closes nothing would end the table for pandoc.
      if isBetweenCells { remove(range) }
      content = nil
    case "tr":
      closeContent(at: range.lowerBound)
      if !isRowOpen { remove(range) }
      isRowOpen = false
    case "thead", "tbody", "tfoot", "table":
      closeRow(at: range.lowerBound)
      head.endGroup()
    case "colgroup": break
    default: if isBetweenCells, Self.isName(name) { remove(range) }
    }
  }

  private mutating func closeContent(at place: Int) {
    if let content { edits.append(PageEdit(.closes, at: place, "</\(content)>")) }
    content = nil
  }

  private mutating func closeRow(at place: Int) {
    closeContent(at: place)
    if isRowOpen { edits.append(PageEdit(.closes, at: place, "</tr>")) }
    isRowOpen = false
  }
}
