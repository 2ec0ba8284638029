import Markdown

/// A table of a report that may mean a different comparison from the one that it shows: it is not inside another block, and its
/// directive, if it has one, does not make it something else.
struct UndecidedTable {
  /// Its node.
  let node: Int
  /// The nodes of its rows, that of the header first.
  let rows: [Int]
  /// The texts of the header's cells.
  let header: [String]

  private init?(_ node: Int, in document: Document) {
    rows = document.children(of: node).filter { document.nodes[$0].kind == .tableRow }
    guard let first = rows.first else { return nil }
    self.node = node
    header = document.children(of: first).map { document.plainText(of: $0) }
  }

  /// Those of a report, in order.
  ///
  /// - Parameter path: of the report.
  static func all(in document: Document, path: String) -> [UndecidedTable] {
    if document.tables.isEmpty { return [] }
    var tables: [UndecidedTable] = []
    var directive: Directive?
    for index in document.children(of: 0) {
      let node = document.nodes[index]
      if node.kind == .table, directive?.from == nil,
        directive?.kind == nil || directive?.kind == .positions(transposed: false),
        let table = UndecidedTable(index, in: document)
      {
        tables.append(table)
      }
      directive = nil
      if node.kind == .htmlBlock, let inside = DirectiveReader.inside(of: document.string(node.text)) {
        directive = DirectiveReader.read(inside, path: path) { _ in node.source.range }.directive
      }
    }
    return tables
  }
}
