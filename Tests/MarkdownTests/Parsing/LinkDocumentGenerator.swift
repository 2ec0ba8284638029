import TestSupport

/// Generates documents with links, images, wikilinks and references, and records each as written.
struct LinkDocumentGenerator {
  var random: SeededGenerator
  private(set) var written: [String] = []
  private var count = 0

  init(random: SeededGenerator) { self.random = random }

  mutating func document() -> String {
    var text = ""
    for _ in 0..<(1 + Int(random.next() % 4)) {
      let (first, rest) = random.pick([
        ("", ""), ("", ""), ("> ", "> "), ("- ", "  "), ("3. ", "   "), ("> - ", ">   "), ("- > ", "  > "),
        ("-\t", "\t"), (">\t", "> "), ("> ", ""),
      ])
      text += random.once(in: 4) ? table(first, rest) : paragraph(first, rest)
      text += "\n<!-- end -->\n\n"
    }
    return text + "[ref]: /u\n\n[^n]: note\n"
  }

  private mutating func paragraph(_ first: String, _ rest: String) -> String {
    var text = random.once(in: 6) ? first + "[d\(count)]: /u\n" + rest : first
    let lines = 1 + Int(random.next() % 4)
    for line in 0..<lines {
      if line > 0 { text += rest + random.pick(["", "", " ", "   "]) }
      for _ in 0..<(1 + random.next() % 4) {
        text += spaced(random.pick(["", "w ", "é ", "*e* ", "`c` ", "\\* ", "&amp; ", "a"]), piece()) + " "
      }
      text += "w" + random.pick(["", "", "  ", line + 1 < lines ? "\\" : ""]) + "\n"
    }
    return text
  }

  private mutating func table(_ first: String, _ rest: String) -> String {
    let rest = rest.isEmpty && first != "" ? first : rest
    var text = first + "| \(cell()) | \(cell()) |\n" + rest + "|---|:-:|\n"
    for _ in 0..<(random.next() % 4) { text += rest + "|\(cell())| x \\| \(cell()) |\n" }
    return text
  }

  private mutating func cell() -> String { spaced(random.pick(["", "w ", "é", "`\\|` ", "\\| "]), piece()) }

  /// Puts a space before a bare address, which is not an address right after a letter.
  private func spaced(_ prefix: String, _ piece: String) -> String {
    let isBare = piece.hasPrefix("w") || piece.hasPrefix("h")
    return isBare && !prefix.isEmpty && !prefix.hasSuffix(" ") ? prefix + " " + piece : prefix + piece
  }

  private mutating func piece() -> String {
    count += 1
    let piece = random.pick([
      "[l\(count)](/u\(count))", "[l\(count)](</u v> \"t\")", "[*l\(count)*](u)", "[ref]", "[l\(count)][ref]",
      "[ref][]", "![i\(count)](s\(count).png)",
      "[[W\(count)]]", "[[W\(count)#é]]", "![[W\(count)]]", "[^n]", "<http://a.b/\(count)>",
      "http://a.b/\(count)", "[`c`](u\(count))", "www.a.b/\(count)",
    ])
    written.append(piece)
    return piece
  }
}
