import Diagnostics
import Text

/// The sheets of an .xlsx file, read from the parts of its archive.
package struct Workbook {
  /// A sheet, as the list of the workbook names it.
  package struct Sheet: Sendable, Hashable {
    package let name: String
    /// Whether the program hides it.
    package let isHidden: Bool
    /// The path of its part in the archive.
    package let path: String
  }

  /// The part with the list of sheets.
  package static let list = "xl/workbook.xml"
  /// The parts that all sheets share, in the order of the initializer; each may be missing.
  package static let sharedParts = ["xl/_rels/workbook.xml.rels", "xl/sharedStrings.xml", "xl/styles.xml"]

  /// In the order of the workbook, without charts.
  package let sheets: [Sheet]
  private let strings: [String]
  private let formats: [CellFormat]
  private let countsFrom1904: Bool

  /// - Parameters:
  ///   - list: the part `list`.
  ///   - shared: the parts `sharedParts`; empty where one is missing.
  package init(list: [UInt8], shared: [[UInt8]]) {
    let relations = Self.relations(shared[0])
    var sheets: [Sheet] = []
    var countsFrom1904 = false
    var scanner = XMLScanner(list)
    while let token = scanner.next() {
      guard case .open(let tag) = token else { continue }
      if tag.localName == "workbookPr" { countsFrom1904 = ["1", "true"].contains(tag["date1904"]) }
      guard tag.localName == "sheet", let name = tag["name"] else { continue }
      let relation = tag["r:id"] ?? tag["relationships:id"] ?? ""
      guard let target = relations[relation], target.contains("worksheets/") else { continue }
      let state = tag["state"] ?? ""
      sheets.append(Sheet(name: name, isHidden: state.lowercased().contains("hidden"), path: target))
    }
    self.sheets = sheets
    self.countsFrom1904 = countsFrom1904
    strings = Self.strings(shared[1])
    formats = CellFormat.formats(styles: shared[2])
  }

  /// The paths of parts by the names of relations.
  private static func relations(_ part: [UInt8]) -> [String: String] {
    var relations: [String: String] = [:]
    var scanner = XMLScanner(part)
    while let token = scanner.next() {
      guard case .open(let tag) = token, tag.localName == "Relationship", let id = tag["Id"],
        let target = tag["Target"]
      else { continue }
      relations[id] = target.hasPrefix("/") ? String(target.dropFirst()) : "xl/" + target
    }
    return relations
  }

  private static func strings(_ part: [UInt8]) -> [String] {
    var strings: [String] = []
    var text = RichText()
    var scanner = XMLScanner(part)
    while let token = scanner.next() {
      if case .open(let tag) = token, tag.localName == "si" {
        text = RichText()
        if tag.isEmpty { strings.append("") }
      }
      text.take(token)
      if case .close(let name, _) = token, name.split(separator: ":").last == "si" {
        strings.append(text.text)
      }
    }
    return strings
  }

  /// Collects the text of `<t>` elements, but not how Japanese is read aloud.
  private struct RichText {
    private(set) var text = ""
    private var isText = false
    private var isPhonetic = false

    mutating func take(_ token: XMLScanner.Token) {
      switch token {
      case .open(let tag):
        if tag.localName == "t" { isText = !tag.isEmpty }
        if tag.localName == "rPh" { isPhonetic = true }
      case .close(let name, _):
        isText = false
        if name.split(separator: ":").last == "rPh" { isPhonetic = false }
      case .text(let part): if isText, !isPhonetic { text += part }
      }
    }
  }

  // MARK: Cells

  /// The most rows and columns of a sheet.
  private static let limit = Limit.sheetSize.value

  /// The values of a sheet as shown there, with its merged cells; nil: it has no text.
  package func values(_ part: [UInt8], of sheet: Sheet, shown path: String, isOnly: Bool) -> ImportedSheet? {
    var reader = SheetXML(
      strings: strings, formats: formats, countsFrom1904: countsFrom1904, limit: Self.limit)
    reader.read(part)
    guard reader.rows.contains(where: { !$0.isEmpty }) else { return nil }
    let lines = reader.rows.map { $0.map(Self.quoted).joined(separator: ",") + "\n" }
    return ImportedSheet(
      name: isOnly ? nil : sheet.name,
      source: SourceText(path: isOnly ? path : "\(path) (\(sheet.name))", text: lines.joined()),
      separator: ",",
      merges: reader.merges, cellsBeyondLimit: reader.cellsBeyondLimit)
  }

  private static func quoted(_ cell: String) -> String {
    let needsQuotes = cell.contains { $0 == "," || $0 == "\"" || $0.isNewline } || cell.first == " "
    return needsQuotes ? "\"" + cell.replacing("\"", with: "\"\"") + "\"" : cell
  }

  /// Reads the cells of one sheet.
  private struct SheetXML {
    let strings: [String]
    let formats: [CellFormat]
    let countsFrom1904: Bool
    let limit: Int
    var rows: [[String]] = []
    var merges: [ImportedSheet.MergedCells] = []
    var cellsBeyondLimit = 0

    private var row = -1
    private var column = -1
    private var type = ""
    private var style = 0
    private var value: String?
    private var inline = RichText()
    private var isValue = false

    init(strings: [String], formats: [CellFormat], countsFrom1904: Bool, limit: Int) {
      (self.strings, self.formats, self.countsFrom1904, self.limit) = (
        strings, formats, countsFrom1904, limit
      )
    }

    mutating func read(_ part: [UInt8]) {
      var scanner = XMLScanner(part)
      while let token = scanner.next() {
        switch token {
        case .open(let tag): open(tag)
        case .close(let name, _):
          isValue = false
          if name.split(separator: ":").last == "c" { finishCell() }
        case .text(let text): if isValue { value = (value ?? "") + text }
        }
        if type == "inlineStr" { inline.take(token) }
      }
      while rows.last?.isEmpty == true { rows.removeLast() }
    }

    private mutating func open(_ tag: XMLTag) {
      switch tag.localName {
      case "row":
        row = tag["r"].flatMap { Int($0) }.map { $0 - 1 } ?? row + 1
        column = -1
      case "c":
        let place = tag["r"].flatMap(CellName.init)
        column = place?.column ?? column + 1
        if let place { row = place.row }
        type = tag["t"] ?? ""
        style = tag["s"].flatMap { Int($0) } ?? 0
        (value, inline) = (nil, RichText())
      case "v": isValue = !tag.isEmpty
      case "mergeCell":
        let corners = (tag["ref"] ?? "").split(separator: ":").compactMap { CellName(String($0)) }
        guard corners.count == 2, corners[0].row <= corners[1].row, corners[0].column <= corners[1].column,
          corners[1].row < limit, corners[1].column < limit
        else { return }
        merges.append(
          ImportedSheet.MergedCells(
            rows: corners[0].row...corners[1].row, columns: corners[0].column...corners[1].column))
      default: break
      }
    }

    private mutating func finishCell() {
      let text = text
      type = ""
      guard !text.isEmpty else { return }
      guard (0..<limit).contains(row), (0..<limit).contains(column) else {
        cellsBeyondLimit += 1
        return
      }
      while rows.count <= row { rows.append([]) }
      while rows[row].count <= column { rows[row].append("") }
      rows[row][column] = text
    }

    private var text: String {
      switch type {
      case "s":
        let index = value.flatMap { Int($0) } ?? -1
        return strings.indices.contains(index) ? strings[index] : ""
      case "inlineStr": return inline.text
      case "b": return value == "1" ? "TRUE" : value == nil ? "" : "FALSE"
      case "str", "e", "d": return value ?? ""
      default:
        guard let value else { return "" }
        let format = formats.indices.contains(style) ? formats[style] : .general
        return format.shown(value, countsFrom1904: countsFrom1904)
      }
    }
  }
}

/// The place of a cell, such as `B3`. Rows and columns count from 0.
private struct CellName {
  let row: Int
  let column: Int

  init?(_ name: String) {
    var column = 0
    var digits = ""
    for byte in name.uppercased().utf8 where byte != UInt8(ascii: "$") {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z") where digits.isEmpty && column < 100_000:
        column = column * 26 + Int(byte - UInt8(ascii: "A")) + 1
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digits.unicodeScalars.append(Unicode.Scalar(byte))
      default: return nil
      }
    }
    guard column > 0, let row = Int(digits), row > 0 else { return nil }
    (self.row, self.column) = (row - 1, column - 1)
  }
}
