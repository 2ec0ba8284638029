import TestSupport

/// Edits of one file, of kinds that authors make.
package struct RandomEdits {
  private var numbers: SeededGenerator

  package init(seed: UInt64) { numbers = SeededGenerator(seed: seed) }

  /// The text after one to three edits; each may change words, stances, dates, names, headings, rows, keys or links.
  package mutating func edited(_ text: String) -> String {
    var text = text
    for _ in 0...number(below: 3) { text = edit(text) }
    return text
  }

  private mutating func edit(_ text: String) -> String {
    switch number(below: 9) {
    case 0: words(text)
    case 1: stances(text)
    case 2: dates(text)
    case 3: names(text)
    case 4: headings(text)
    case 5: rows(text)
    case 6: keys(text)
    case 7: links(text)
    default: paragraphs(text)
    }
  }

  private mutating func words(_ text: String) -> String {
    replace(
      [
        ("says", "holds"), ("never", "not ever"), ("spoken of", "treated"), ("Text.", "Other text."),
        ("says", ""),
      ],
      in: text)
  }

  private mutating func stances(_ text: String) -> String {
    replace(
      [
        ("[+]", "[-]"), ("[--]", "[++]"), ("| says", "| [~] says"), ("[+] ", ""), ("| —", "| [0] is silent"),
        ("| —", "| not discussed"), ("| says", "| Not mentioned."),
      ],
      in: text)
  }

  private mutating func dates(_ text: String) -> String {
    let year = "202\(number(below: 6))"
    return replace(
      [
        ("as-of=2020", "as-of=\(year)"), ("as-of=2023", "as-of=\(year)"), ("date: 2021", "date: \(year)"),
        ("date: 2024", "date: \(year)"), (" |\n|", " {as-of=\(year)} |\n|"),
      ], in: text)
  }

  private mutating func names(_ text: String) -> String {
    let (issue, alias) = RandomArchive.issues[number(below: RandomArchive.issues.count)]
    let (party, other) = RandomArchive.parties[number(below: RandomArchive.parties.count)]
    return replace(
      [
        (issue, alias.isEmpty ? "Salt" : alias), (alias, issue), (party, other.isEmpty ? "Iceland" : other),
        (other, party), ("title: \(issue)", "title: \(issue) today"), (issue, "[[\(issue)]]"),
      ], in: text)
  }

  /// Headings of the text, and of columns.
  private mutating func headings(_ text: String) -> String {
    replace(
      [
        ("# A report", "# The report"), ("\n\n", "\n\n## Gas\n\n"), ("| Issue |", "| Aspect |"),
        ("| Issue |", "| Strategy |"), ("| Kyiv ", "| Iceland "), ("| Russian Government ", "|  "),
      ], in: text)
  }

  /// Removes, repeats or swaps lines of tables.
  private mutating func rows(_ text: String) -> String {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let rows = lines.indices.filter { lines[$0].hasPrefix("| ") && !lines[$0].hasPrefix("| Issue") }
    guard let row = rows.randomElement(using: &numbers) else { return text }
    switch number(below: 3) {
    case 0: lines.remove(at: row)
    case 1: lines.insert(lines[row], at: row)
    default: lines.swapAt(row, rows.randomElement(using: &numbers) ?? row)
    }
    return lines.joined(separator: "\n")
  }

  private mutating func keys(_ text: String) -> String {
    let keys = [
      "summary: A summary", "tags: [energy]", "weight: 3", "draft: true", "title: A title", "slug: a-slug",
      "core-issues: [Gas, Grain]", "core-issues: [Natural gas, Nothing]", "affects: [Kyiv, Ukraine]",
      "updated: 2025-02", "review-after: 2026-01", "auto-links: false", "redirects: [/old/]",
      "broader: [Gas]", "related: [Grain, Gas]", "acts-for: Ukraine", "member-of: [European Union]",
      "aliases: [Energy]", "from: 2022", "to: 2024-05",
    ]
    let key = keys[number(below: keys.count)]
    guard text.hasPrefix("---\n") else { return "---\n\(key)\n---\n\n" + text }
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let name = key.prefix { $0 != ":" } + ":"
    guard let old = lines.dropFirst().firstIndex(where: { $0.hasPrefix(name) }) else {
      return "---\n\(key)\n" + text.dropFirst(4)
    }
    if number(below: 2) == 0 { lines.remove(at: old) } else { lines[old] = key[...] }
    return lines.joined(separator: "\n")
  }

  private mutating func links(_ text: String) -> String {
    let links = [
      "[[Gas#Ukraine]]", "![[Gas#Kyiv]]", "[[Grain]]", "[[Nowhere]]", "[[party:Kremlin|they]]",
      "[a](../issues/gas.md)", "[a](nowhere.md)", "[a](#a-report)", "[a](#gas)", "[a](/issues/)",
      "[a](/reports/r0/#gas--ukraine)",
      "[[r1]]", "[[r1#Gas]]", "[[r2#gas--ukraine]]", "[a](../reports/r1.md#table-1)", "[[#A report]]",
      "\n\n> [!tension] [[Gas#Ukraine]] [[Grain#Ukraine]]\n> They conflict.\n\n",
      "\n\n> [!tension] [[r1#gas--ukraine]]\n> It conflicts.\n\n",
      "\n\n```standpoint\nview: matrix\nissues: [Gas, Salt]\nparties: [Kyiv]\n```\n\n",
      "a note[^1]\n\n[^1]: The note.\n\n",
    ]
    return insert(links[number(below: links.count)], into: text)
  }

  private mutating func paragraphs(_ text: String) -> String {
    let names = ["Gas transit", "Washington", "the Kremlin", "nobody"]
    return insert("\n\nA paragraph about \(names[number(below: names.count)]).\n\n", into: text)
  }

  /// Adds `addition` at the end of a line that is not part of a table, front matter or a block, or at the end.
  private mutating func insert(_ addition: String, into text: String) -> String {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let places = lines.indices.filter { lines[$0].hasSuffix(".") }
    guard let place = places.randomElement(using: &numbers) else { return text + "\n" + addition + "\n" }
    lines[place] += " " + addition
    return lines.joined(separator: "\n")
  }

  /// Replaces one occurrence of one of the pairs in the text.
  private mutating func replace(_ pairs: [(String, String)], in text: String) -> String {
    let usable = pairs.filter { !$0.0.isEmpty && text.contains($0.0) }
    guard let (old, new) = usable.randomElement(using: &numbers),
      let range = text.ranges(of: old).randomElement(using: &numbers)
    else { return text }
    return text.replacingCharacters(in: range, with: new)
  }

  private mutating func number(below limit: Int) -> Int { Int.random(in: 0..<limit, using: &numbers) }
}

extension String {
  fileprivate func replacingCharacters(in range: Range<Index>, with new: String) -> String {
    String(self[..<range.lowerBound]) + new + self[range.upperBound...]
  }
}
