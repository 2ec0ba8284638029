import Text

/// Translates the few constructs of other programs in a note's text that have an equal in Standpoint. Everything else stays
/// as it is, character by character.
struct NoteBody {
  private(set) var lines: [Substring]
  private(set) var decisions: [(line: Int, message: String)] = []
  private var result: [String] = []

  init(_ text: String) { lines = text.split(separator: "\n", omittingEmptySubsequences: false) }

  /// The text with admonitions as callouts and with the references of Hugo and Jekyll as links to files.
  mutating func translated() -> String {
    var fence: Substring?
    var index = 0
    while index < lines.count {
      let line = lines[index]
      let trimmed = line.drop { $0 == " " || $0 == "\t" }
      let mark = trimmed.prefix { $0 == "`" || $0 == "~" }
      if mark.count >= 3, fence == nil || trimmed.hasPrefix(fence ?? "") { fence = fence == nil ? mark : nil }
      if fence == nil, mark.count < 3 {
        if let next = admonition(at: index) ?? container(at: index) {
          index = next
          continue
        }
        result.append(references(in: line, at: index))
      } else {
        result.append(String(line))
      }
      index += 1
    }
    return result.joined(separator: "\n")
  }

  // MARK: Admonitions

  /// `!!! note "Title"` with an indented block below it, as in MkDocs; returns the line after it.
  private mutating func admonition(at start: Int) -> Int? {
    let marks: [(String, String)] = [("!!! ", ""), ("???+ ", "+"), ("??? ", "-")]
    guard let (mark, fold) = marks.first(where: { lines[start].hasPrefix($0.0) }) else { return nil }
    let rest = lines[start].dropFirst(mark.count)
    let kind = rest.prefix { $0.isLetter || $0 == "-" }
    guard !kind.isEmpty else { return nil }
    let title = rest.split(separator: "\"", omittingEmptySubsequences: false)
    var inner: [Substring] = []
    var index = start + 1
    while index < lines.count {
      let line = lines[index]
      guard line.hasPrefix("    ") || line.hasPrefix("\t") || line.allSatisfy(\.isWhitespace) else { break }
      inner.append(line.hasPrefix("\t") ? line.dropFirst() : line.dropFirst(min(4, line.count)))
      index += 1
    }
    write(kind: kind + fold, title: title.count > 2 ? title[1] : "", inner, at: start)
    return index
  }

  /// `:::note Title` up to `:::`, as in Docusaurus and Pandoc; returns the line after it.
  private mutating func container(at start: Int) -> Int? {
    let line = lines[start]
    let marks = line.prefix { $0 == ":" }
    guard marks.count >= 3 else { return nil }
    var rest = line.dropFirst(marks.count).drop { $0 == " " || $0 == "{" || $0 == "." }
    let kind = rest.prefix { $0.isLetter || $0 == "-" }
    guard !kind.isEmpty,
      let end = lines[(start + 1)...].firstIndex(where: {
        $0.hasPrefix(marks) && $0.allSatisfy { $0 == ":" || $0 == " " }
      })
    else { return nil }
    rest = rest.dropFirst(kind.count)
    let title = rest.filter { !"[]{}".contains($0) }.drop { $0 == " " }
    write(kind: String(kind), title: title[...], Array(lines[(start + 1)..<end]), at: start)
    return end + 1
  }

  private mutating func write(
    kind: String, title: some StringProtocol, _ inner: [Substring], at line: Int
  ) {
    var inner = inner[...]
    while inner.first?.allSatisfy(\.isWhitespace) == true { inner.removeFirst() }
    var blanks = 0
    while inner.last?.allSatisfy(\.isWhitespace) == true {
      inner.removeLast()
      blanks += 1
    }
    let fold = kind.last.map { "+-".contains($0) } ?? false ? String(kind.suffix(1)) : ""
    let name = fold.isEmpty ? kind : String(kind.dropLast())
    result.append("> [!\(name)]\(fold)" + (title.isEmpty ? "" : " \(title)"))
    result += inner.map { $0.isEmpty ? ">" : "> \($0)" }
    result += Array(repeating: "", count: max(1, blanks))
    decisions.append((line, "the admonition “\(name)” becomes a callout"))
  }

  // MARK: Links to programs

  /// The schemes of links that lead to files or programs on the author's machine.
  private static let schemes = [
    "obsidian:", "file:", "zotero:", "evernote:", "things:", "onenote:", "message:",
  ]

  /// The line with links to programs as text. Those that name a note of Obsidian become wikilinks.
  private mutating func withoutAppLinks(_ line: String, at number: Int) -> String {
    guard Self.schemes.contains(where: { line.contains("](" + $0) }) else { return line }
    var text = line
    for scheme in Self.schemes {
      while let start = text.firstRange(of: "](" + scheme),
        let open = text[..<start.lowerBound].lastIndex(of: "["),
        let end = text[start.upperBound...].firstIndex(of: ")")
      {
        let shown = String(text[text.index(after: open)..<start.lowerBound])
        let address = String(text[text.index(start.lowerBound, offsetBy: 2)..<end])
        let query = address.split(separator: "?", maxSplits: 1).last?.split(separator: "&") ?? []
        let file = query.first { $0.hasPrefix("file=") }.map { PercentEncoding.decoded($0.dropFirst(5)) }
        let isImage = open > text.startIndex && text[text.index(before: open)] == "!"
        let first = isImage ? text.index(before: open) : open
        text.replaceSubrange(first...end, with: file.map { "[[\($0)|\(shown)]]" } ?? shown)
        decisions.append(
          (
            number,
            file == nil
              ? "the link to “\(address)” becomes text: it leads to this machine"
              : "the link to “\(address)” becomes a wikilink"
          ))
      }
    }
    return text
  }

  // MARK: References

  /// The start and end of the tags that stand for the address of a file.
  private static let references: [(start: String, end: String)] = [
    ("{{< ref \"", "\" >}}"), ("{{< relref \"", "\" >}}"), ("{{% ref \"", "\" %}}"),
    ("{{% relref \"", "\" %}}"),
    ("{{<ref \"", "\">}}"), ("{{<relref \"", "\">}}"), ("{% post_url ", " %}"), ("{% link ", " %}"),
  ]

  private mutating func references(in line: Substring, at number: Int) -> String {
    var text = withoutAppLinks(String(line), at: number)
    guard text.contains("{{") || text.contains("{%") else { return text }
    for base in ["{{ site.baseurl }}", "{{site.baseurl}}", "{{ site.url }}", "{{site.url}}"]
    where text.contains(base) {
      text = text.replacing(base, with: "")
      decisions.append((number, "“\(base)” is left out: links that start with “/” start at the site’s root"))
    }
    for (start, end) in Self.references {
      while let open = text.firstRange(of: start),
        let close = text[open.upperBound...].firstRange(of: end)
      {
        var path = String(text[open.upperBound..<close.lowerBound])
        if start.hasPrefix("{% post_url"), !path.hasSuffix(".md") { path += ".md" }
        text.replaceSubrange(open.lowerBound..<close.upperBound, with: path)
        decisions.append((number, "a reference to “\(path)” becomes a link to the file"))
      }
    }
    return text
  }
}
