import Diagnostics

/// Prepares the tables of a web page for pandoc, which reads a table as running text if a cell or row of it is not closed,
/// and takes only its first row as the header.
enum WebTables {
  /// A copy in which each table has the tags that HTML allows to be left out
  /// (https://html.spec.whatwg.org/multipage/syntax.html#optional-tags), no tags of forms between its cells, and its
  /// header, if it has several rows, in a `<thead>`.
  static func completing(_ page: [UInt8]) -> [UInt8] {
    var scanner = XMLScanner(page)
    var tables: [WebTable] = []
    var edits: [PageEdit] = []
    while let token = scanner.next() {
      switch token {
      case .open(let tag):
        let name = tag.name.lowercased()
        if name == "script" || name == "style" { scanner.skip(toEndOf: name) }
        if name == "table" {
          tables.append(WebTable())
        } else if let last = tables.indices.last {
          tables[last].open(name, tag)
        }
      case .close(let name, let range):
        guard let last = tables.indices.last else { continue }
        tables[last].close(name.lowercased(), range)
        if name.lowercased() == "table" { edits += tables.removeLast().allEdits }
      case .text: break
      }
    }
    return applying(edits, to: page)
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
  enum Kind: Int { case closes, removes, marksHeader, opens }

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
  /// The caption or cell that is open: its tag's name.
  private var content: String?
  private var isRowOpen = false
  private var head = WebTableHead()
  private var edits: [PageEdit] = []

  /// The edits of a table that has ended.
  var allEdits: [PageEdit] { edits + head.edits }

  mutating func open(_ name: String, _ tag: XMLTag) {
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
    case "form" where content == nil: edits.append(PageEdit(.removes, at: tag.range))
    default: break
    }
  }

  mutating func close(_ name: String, _ range: Range<Int>) {
    switch name {
    case "caption", "td", "th":
      // An end tag that closes nothing would end the table for pandoc.
      if content == nil { edits.append(PageEdit(.removes, at: range)) }
      content = nil
    case "tr":
      closeContent(at: range.lowerBound)
      if !isRowOpen { edits.append(PageEdit(.removes, at: range)) }
      isRowOpen = false
    case "thead", "tbody", "tfoot", "table":
      closeRow(at: range.lowerBound)
      head.endGroup()
    case "form" where content == nil: edits.append(PageEdit(.removes, at: range))
    default: break
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
