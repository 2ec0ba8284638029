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
      case .silence(let silence): self.silence(silence)
      }
    }.joined()
    return text.hasPrefix(", ") ? String(text.dropFirst(2)) : text
  }

  /// The report with a silent cell; its address is that of a position there without the anchor.
  private func silence(_ silence: RecordChange.Silence) -> String {
    let title = "*\(escaped(silence.report))*"
    let cell = silence.cell
    let position = FrozenPosition(
      issue: cell.issue, party: cell.party, report: cell.report, ordinal: 1, text: "", stance: nil,
      dating: cell.dating, anchor: "")
    let address = address(position).map { $0.prefix { $0 != "#" } }
    return address.map { "[\(title)](\($0))" } ?? title
  }

  private func place(_ side: RecordChange.Side) -> String {
    let title = "*\(escaped(side.report))*"
    return address(side.position).map { "[\(title)](\($0))" } ?? title
  }

  private func marked(_ run: WordRun) -> String { MarkdownWords.marked(run) }

  private func escaped(_ text: some StringProtocol) -> String { MarkdownWords.escaped(text) }
}
