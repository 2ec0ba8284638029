import Text

/// Writes a difference as GitHub's Markdown, for a changelog or a message.
package enum DifferenceMarkdown {
  /// The whole document, with a trailing line end.
  package static func text(_ difference: EditionDifference) -> String {
    var text = "# What changed from \(escaped(difference.before)) to \(escaped(difference.after))\n\n"
    text += DifferenceWords.summary(difference).capitalizingFirst + ".\n"
    if !difference.subjects.isEmpty { text += "\n## Reports, issues and parties\n\n" }
    for change in difference.subjects {
      text += "- " + escaped(DifferenceWords.sentence(change).capitalizingFirst) + "\n"
      for field in change.fields { text += "  - " + escaped(DifferenceWords.sentence(field)) + "\n" }
    }
    var issue: String?
    for change in difference.positions {
      guard let shown = change.shown else { continue }
      if shown.issue != issue { text += "\n## \(escaped(shown.issue))\n\n" }
      issue = shown.issue
      text += "- **\(escaped(shown.party))**, in *\(escaped(shown.report))*\n"
      for kind in change.kinds { text += "  - \(kind.rawValue): \(line(kind, change))\n" }
    }
    return text
  }

  private static func line(_ kind: PositionChange.Kind, _ change: PositionChange) -> String {
    let old = change.before?.position
    let new = change.after?.position
    switch kind {
    case .added, .dropped:
      let position = new ?? old
      return "\(DifferenceWords.word(position?.stance)): “\(escaped(position?.quote ?? ""))”"
    case .reversed, .hardened, .softened, .restanced:
      return "\(DifferenceWords.word(old?.stance)) → \(DifferenceWords.word(new?.stance))"
    case .reworded: return change.words.map(Self.marked).joined()
    case .redated:
      return (old.map(DifferenceWords.date) ?? "") + " → " + (new.map(DifferenceWords.date) ?? "")
    case .moved: return "`#\(old?.anchor ?? "")` → `#\(new?.anchor ?? "")`"
    }
  }

  /// Marks are next to the words, with white space outside, because `**` before a space would be plain text.
  private static func marked(_ run: WordRun) -> String {
    let text = run.text.unicodeScalars
    guard run.kind != .equal, let first = text.firstIndex(where: { !$0.properties.isWhitespace }),
      let last = text.lastIndex(where: { !$0.properties.isWhitespace })
    else { return escaped(run.text) }
    let mark = run.kind == .removed ? "~~" : "**"
    let words = String(text[first...last])
    return escaped(String(text[..<first])) + mark + escaped(words) + mark
      + escaped(String(text[text.index(after: last)...]))
  }

  /// The text on one line, with every character escaped that Markdown could read as markup.
  private static func escaped(_ text: some StringProtocol) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      if "\\`*_{}[]<>()#+!|~&".unicodeScalars.contains(scalar) { result += "\\" }
      if scalar.properties.isWhitespace { result += " " } else { result.unicodeScalars.append(scalar) }
    }
    return result
  }
}
