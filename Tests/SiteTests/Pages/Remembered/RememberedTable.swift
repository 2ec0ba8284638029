/// A report with a table of what North and South hold, of which editions remember former cells.
enum RememberedTable {
  /// - Parameters:
  ///   - fish: the two cells on fish, such as `[+] More fish | [-] No fish`.
  ///   - water: those on water; nil: the table has no such row.
  ///   - matter: further lines of front matter, each with its line feed.
  static func report(
    _ fish: String, water: String? = nil, updated: String = "2025-01-10", matter: String = ""
  ) -> [String: String] {
    [
      "reports/table.md": """
      ---
      title: The table
      date: 2025-01-10
      updated: \(updated)
      \(matter)---

      | Issue | North | South |
      |---|---|---|
      | Fish | \(fish) |
      """ + (water.map { "\n| Water | \($0) |" } ?? "")
    ]
  }
}
