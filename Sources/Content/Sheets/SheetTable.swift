import Diagnostics
import Text

/// The table of a sheet as Markdown, with the places in the sheet that its parts come from.
package struct SheetTable: Sendable, Hashable {
  /// A part of the Markdown.
  package struct Piece: Sendable, Hashable {
    package let text: String
    /// The bytes of the sheet that it comes from; nil: those of the piece before it.
    package let range: Range<Int>?
  }

  package private(set) var pieces: [Piece] = []

  /// A table without rows.
  package init() {}

  /// Adds Markdown.
  ///
  /// - Parameter range: the bytes of the sheet that it comes from.
  package mutating func append(_ markdown: MarkdownLine, at range: Range<Int>? = nil) {
    pieces.append(Piece(text: markdown.text, range: range))
  }

  /// Adds a cell with the bar after it, and that before it if it is the first of its row.
  ///
  /// - Parameter range: the bytes of the sheet that it comes from.
  package mutating func append(cell: MarkdownLine, isFirst: Bool = false, at range: Range<Int>? = nil) {
    pieces.append(Piece(text: (isFirst ? "| " : " ") + cell.inCell + " |", range: range))
  }

  /// Adds the line below a header.
  package mutating func appendRule(columns: Int) {
    pieces.append(Piece(text: "\n|" + String(repeating: "---|", count: columns), range: nil))
  }

  /// The same table with citations such as `[@key]`, which plain text of a sheet has with a backslash before them, as citations.
  package var citing: SheetTable {
    var table = SheetTable()
    for piece in pieces {
      table.pieces.append(Piece(text: piece.text.replacing("\\[@", with: "[@"), range: piece.range))
    }
    return table
  }
}

/// A sheet that a report reads: `<!-- standpoint: positions from=grid.csv -->`.
package struct SheetRequest: Sendable, Hashable {
  /// Below the content folder; nil: the path leaves that folder.
  package let path: String?
  /// The path as the author wrote it.
  package let name: String
  /// The kind of table that the directive asks for; nil: the table itself says it.
  package let kind: TableKind?
  /// The number of sheets in the report before it.
  package let number: Int
}

/// What a sheet that a report reads turned out to be.
package enum SheetAnswer: Sendable {
  /// There is no such file in the content folder.
  case missing
  /// The file gives no table; diagnostics say why.
  case unreadable([Diagnostic])
  case table(SheetTable, source: SourceText, diagnostics: [Diagnostic])
}

/// The path of a file that a report names.
enum SheetPath {
  /// The path below the content folder; nil if it leaves that folder, or is not the path of a file.
  ///
  /// - Parameters:
  ///   - name: relative to the folder of the report, such as `../data/grid.csv`.
  ///   - report: the path of the report below the content folder.
  static func resolved(_ name: String, from report: String) -> String? {
    guard !name.hasPrefix("/"), !name.utf8.contains(0), !name.contains("\\"), !name.contains(":") else {
      return nil
    }
    var parts = report.split(separator: "/").dropLast().map(String.init)
    for part in name.split(separator: "/") where part != "." {
      if part != ".." {
        parts.append(String(part))
      } else if parts.popLast() == nil {
        return nil
      }
    }
    return parts.isEmpty ? nil : parts.joined(separator: "/")
  }
}
