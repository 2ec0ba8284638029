import FileSystem
import TestSupport

/// A site with many parties, whose author changes one cell of one table at a time.
package struct EditedTables {
  package let scratch: ScratchFolder
  private var random: SeededGenerator
  /// The cells of each report, by row.
  private var tables: [[[String]]]

  private static let parties = (10...29).map { "Party \($0)" }
  private static let issues = ["Fish", "Grain", "Ports", "Roads"]
  private static let cells = [
    "—", "—", "Yes", "[+] Yes", "[++] Yes", "[-] No", "[--] Never", "[!] A red line", "[~] Perhaps",
    "[+] In spring {as-of=2024-03}", "[-] So it was {as-of=2022}", "Yes[^1]",
    "[+] [Says so](https://example.org/words) {evidence=vote}", "[-] See [[Fish#Party 12]]",
  ]

  package init(seed: UInt64) throws {
    scratch = try ScratchFolder()
    var random = SeededGenerator(seed: seed)
    tables = (0..<6).map { _ in
      (0..<random.pick([2, 3, 4])).map { _ in (0..<8).map { _ in random.pick(Self.cells) } }
    }
    self.random = random
    try scratch.write(
      "Content/site.yml",
      "title: Site\nbase-url: https://example.org/\npositions-per-page: 12\nreview-after: 1 year\n")
    try scratch.write("Content/issues/fish.md", "---\ntitle: Fish\nrelated: [Grain, Ports]\n---\n")
    for party in Self.parties { try scratch.write("Content/parties/\(party).md", "# \(party)\n") }
    for number in tables.indices { try write(number) }
  }

  /// Gives one cell another text; what has changed.
  package mutating func edit() throws -> (words: String, changes: FileChanges) {
    let report = random.pick(Array(tables.indices))
    let row = random.pick(Array(tables[report].indices))
    let column = random.pick(Array(tables[report][row].indices))
    let (old, new) = (tables[report][row][column], random.pick(Self.cells))
    tables[report][row][column] = new
    var changes = FileChanges()
    changes.paths = [try write(report)]
    return ("report \(report), row \(row), column \(column): “\(new)” in the place of “\(old)”", changes)
  }

  /// Writes a report; its path.
  @discardableResult
  private func write(_ number: Int) throws -> String {
    let table = tables[number]
    // Each report compares other parties, so that any two can stand beside each other.
    let shown = table[0].indices.map { Self.parties[(number * 3 + $0 * 2) % Self.parties.count] }
    var text = "---\ndate: 2025-0\(number + 1)-01\n---\n# Report \(number)\n\nOn [[Fish]].\n\n"
    text +=
      "| Issue | \(shown.joined(separator: " | ")) |\n|\(String(repeating: "---|", count: shown.count + 1))\n"
    for (issue, cells) in zip(Self.issues, table) {
      text += "| \(issue) | \(cells.joined(separator: " | ")) |\n"
    }
    let path = "Content/reports/r\(number).md"
    try scratch.write(path, text + "\n[^1]: [A paper](https://example.org/paper), 2024.\n")
    return scratch.disk(path).text
  }
}
