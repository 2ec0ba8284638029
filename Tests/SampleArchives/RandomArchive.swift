import TestSupport

/// Generates small archives with difficult names and addresses: aliases in tables and prose, issues without files, several
/// positions of a pair in one report, dates from all sources, tensions, embeds and links to single positions.
package struct RandomArchive {
  private var numbers: SeededGenerator
  /// Names of issues, each with another name that its file declares; the last ones have no file.
  package static let issues = [
    ("NATO expansion", "Enlargement of NATO"), ("Gas", "Natural gas"), ("Gas transit", "Transit of gas"),
    ("U.S. bases", "American bases"), ("Grain", ""), ("Grain exports", ""), ("Çatalca", ""),
  ]
  package static let parties = [
    ("Russian Government", "Kremlin"), ("United States", "Washington"), ("Ukraine", "Kyiv"),
    ("European Union", ""),
  ]

  package init(seed: UInt64) { numbers = SeededGenerator(seed: seed) }

  /// Files of issues and parties and the given number of reports, by path.
  package mutating func files(reports: Int) -> [(String, String)] {
    var files = (0..<reports).map { ("reports/\(folder())r\($0).md", report()) }
    files += Self.issues.filter { !$0.1.isEmpty }.map {
      ("issues/\(Self.stem($0.0)).md", Self.file($0.0, $0.1))
    }
    files += Self.parties.filter { !$0.1.isEmpty }.map {
      ("parties/\(Self.stem($0.0)).md", Self.file($0.0, $0.1))
    }
    return files
  }

  /// The file of an issue or party.
  package static func file(_ title: String, _ aliases: String...) -> String {
    "---\ntitle: \(title)\naliases: [\(aliases.joined(separator: ", "))]\n---\n\nText.\n"
  }

  /// A file name without its extension.
  package static func stem(_ name: String) -> String {
    name.lowercased().replacing(" ", with: "-").replacing(".", with: "")
  }

  /// A new report, at another path.
  package mutating func another() -> (String, String) { ("reports/\(folder())another.md", report()) }

  package mutating func report() -> String {
    var text =
      flip() ? "---\ndate: 202\(number(below: 6))-0\(1 + number(below: 9))\n---\n\n" : "# A report\n\n"
    for _ in 0...number(below: 2) {
      text += "\(name(Self.issues)) and \(name(Self.parties)) are spoken of.\n\n" + table() + "\n"
    }
    return text
  }

  private mutating func table() -> String {
    if flip() { return directive() + grid() }
    return grid()
  }

  private mutating func directive() -> String {
    "<!-- standpoint: positions as-of=202\(number(below: 6)) -->\n"
  }

  private mutating func grid() -> String {
    let columns = Array(Self.parties.shuffled(using: &numbers).prefix(2 + number(below: 2)))
    let header = columns.map { flip() || $0.1.isEmpty ? $0.0 : $0.1 }
    var text =
      "| Issue | " + header.joined(separator: " | ") + " |\n|"
      + String(repeating: "---|", count: columns.count + 1)
    for _ in 0...number(below: 4) {
      let cells = columns.map { _ in cell() }
      text += "\n| \(name(Self.issues)) | " + cells.joined(separator: " | ") + " |"
    }
    return text + "\n"
  }

  private mutating func cell() -> String {
    switch number(below: 8) {
    case 0: ""
    case 1: "—"
    case 2: "[+] says \(number(below: 9))"
    case 3: "[--] never {as-of=202\(number(below: 6))}"
    default: "says \(number(below: 99))"
    }
  }

  private mutating func name(_ names: [(String, String)]) -> String {
    let pair = names[number(below: names.count)]
    return flip() || pair.1.isEmpty ? pair.0 : pair.1
  }

  private mutating func folder() -> String { ["", "2024/", "a b/"][number(below: 3)] }
  private mutating func flip() -> Bool { Bool.random(using: &numbers) }
  private mutating func number(below limit: Int) -> Int { Int.random(in: 0..<limit, using: &numbers) }
}
