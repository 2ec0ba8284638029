import Text

/// Writes a difference as GitHub's Markdown, for a changelog, a message or the review of a pull request.
package struct DifferenceMarkdown {
  private let difference: RecordDifference
  private let address: (FrozenPosition) -> String?

  /// - Parameter address: the full address of a position; nil: its report is named without a link.
  package init(_ difference: RecordDifference, address: @escaping (FrozenPosition) -> String?) {
    self.difference = difference
    self.address = address
  }

  /// The whole document, with a trailing line end.
  package var text: String {
    var text = "# What changed from \(escaped(difference.before)) to \(escaped(difference.after))\n\n"
    text += DifferenceWords.summary(difference).capitalizingFirst + ".\n"
    if !difference.subjects.isEmpty { text += "\n## Reports, issues and parties\n\n" }
    for change in difference.subjects {
      text += "- " + escaped(DifferenceWords.sentence(change).capitalizingFirst) + "\n"
      for field in change.fields { text += "  - " + escaped(DifferenceWords.sentence(field)) + "\n" }
    }
    var issue: RecordChange.Name?
    for change in difference.told {
      if change.issue != issue { text += "\n## \(escaped(change.issue.name))\n\n" }
      issue = change.issue
      let description = ChangeDescription(change)
      text += "- **\(escaped(change.party.name))** \(change.word): \(self.text(description.line))\n"
      for detail in description.details { text += "  - \(self.text(detail))\n" }
    }
    return text
  }

  private func text(_ fragments: [ChangeDescription.Fragment]) -> String {
    let text = fragments.map { fragment in
      switch fragment {
      case .text(let text): escaped(text)
      case .cell(let text): escaped(text)
      case .proposition(let text): "“\(escaped(text))”"
      case .edited(let runs): runs.map(marked).joined()
      case .place(let side): place(side)
      }
    }.joined()
    return text.hasPrefix(", ") ? String(text.dropFirst(2)) : text
  }

  private func place(_ side: RecordChange.Side) -> String {
    let title = "*\(escaped(side.report))*"
    return address(side.position).map { "[\(title)](\($0))" } ?? title
  }

  /// Marks are next to the words, with white space outside, because `**` before a space would be plain text.
  private func marked(_ run: WordRun) -> String {
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
  private func escaped(_ text: some StringProtocol) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      if "\\`*_{}[]<>()#+!|~&".unicodeScalars.contains(scalar) { result += "\\" }
      if scalar.properties.isWhitespace { result += " " } else { result.unicodeScalars.append(scalar) }
    }
    return result
  }
}
