/// Generates pasted briefings of every form, including malformed ones, from a seed.
struct BriefingGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  /// Xorshift, 64 bits.
  private mutating func next(_ bound: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(state >> 11) % bound
  }

  private mutating func pick(_ choices: [String]) -> String { choices[next(choices.count)] }

  private static let words = [
    "Ukraine", "sanctions", "NATO", "the", "talks", "guarantees", "Crimea", "energy", "of", "position", "and",
    "U.S.",
    "state", "border", "Moscow’s", "“plan”", "long-term", "2025", "3.5", "gas", "inter\u{AD}national",
    "new\u{A0}deal",
    "zero\u{200B}width", "Selenskyj", "Żółć", "政府", "АБВ", "co-operation", "q&a", "AT&amp;T", "x_y_z",
    "_under_",
    "*star*", "**bold**", "`code`", "<b>tag</b>", "a<b", "[sic]", "[1]", "[[wiki]]", "![img](x)", "[^1]",
    "~~gone~~",
    "~5", "C:\\temp\\new", "back\\*slash", "https://example.org/a_b_c?d=1&e=(2)", "http://x.org/*",
    "me@example.org",
    "$5", "#tag", "{as-of=2025}", "a|b", "%", "—", "…", "!", "naïve", "e\u{301}tude", "½", "x²", "\\",
    "&#35;", "<!--",
    "-->", "::", "|", "^", "=", "==mark==", "www.example.org", "\u{202B}", "👩‍👩‍👧",
  ]
  private static let starts = [
    "# ", "## x ", "- ", "* ", "+ ", "• ", "– ", "— ", "1. ", "2) ", "(3) ", "1990. ", "> ", "~~~ ", "``` ",
    ": ", "= ",
    "=== ", "--- ", "[^1]: ", "[x]: ", "| ", "    ", "\t", "·", "◦ ", "1.1 ", "a) ", "***", "___", "|",
    "<div>",
    "<!-- standpoint: positions -->", "Key points", "Conclusion", "By Jane Doe", "12 February 2025", "![",
    "[ ] ",
  ]

  private mutating func sentence(_ most: Int) -> String {
    (0...next(most)).map { _ in pick(Self.words) }.joined(separator: pick([" ", " ", " ", "  ", "\u{A0}"]))
  }

  private mutating func line() -> String {
    switch next(12) {
    case 0: pick(Self.starts) + sentence(6)
    case 1: pick(Self.starts)
    case 2: sentence(4) + ":"
    case 3: sentence(5)
    case 4: "Term: " + sentence(8) + "."
    case 5: sentence(4) + pick([";", ",", " and", " or", "?", "!"])
    case 6: tableRow()
    case 7: tabRow()
    case 8: pick(["|---|---|---|", "---|---", "| :-- | --: |", "----------", "======", "* * *"])
    case 9: pick(["", " ", "\t", "\u{2028}"])
    default: sentence(30) + pick([".", ".", ".”", "", "\\"])
    }
  }

  private mutating func tableRow() -> String {
    let cells = (0...next(4)).map { _ in
      pick(["", "[+] " + sentence(2), sentence(3), "Aspect", "{x}", "\\| x"])
    }
    let row = cells.joined(separator: pick([" | ", "|"]))
    return pick(["| " + row + " |", row, "| " + row])
  }

  private mutating func tabRow() -> String {
    (0...next(3)).map { _ in pick(["", sentence(2), "Strategy"]) }.joined(separator: "\t")
  }

  mutating func briefing() -> String {
    let title = pick(["A title\n", "", sentence(5) + "\n", "## \n", "Title: what “it” says [x] # \n"])
    return title + (0...next(25)).map { _ in line() }.joined(separator: pick(["\n", "\n", "\r\n", "\n\n"]))
  }

  /// A realistic briefing, in which the rules for tables and lists often apply.
  mutating func likelyBriefing() -> String {
    var lines = ["The war and the talks"]
    for _ in 0...next(5) {
      lines.append(pick(["Key points", "Where it stands", "What comes next?", "CORE ISSUES", "1.1 Energy"]))
      lines.append("The two sides have not met in " + pick(["spring.", "Geneva, and will not.", "months."]))
      if next(2) == 0 {
        lines += ["They name three things:", "the border", "gas \(next(99))", "_guarantees_"]
      }
      if next(2) == 0 {
        lines += ["| Aspect | U.S. | Russia |", "| Gas | " + sentence(3) + " | x |", "| Oil | y |"]
      }
      if next(2) == 0 { lines += ["1. One " + sentence(2), "2. Two", "• deep", "3. Three"] }
      if next(2) == 0 { lines += ["Strategy\tPurpose", "Talks\t" + pick(["trust", "a | b", ""])] }
    }
    return lines.joined(separator: "\n")
  }
}
