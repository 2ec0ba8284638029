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
    var blocks: [MarkdownBlock] = [
      .heading(1, "What changed from \(difference.before) to \(difference.after)"),
      .paragraph("\(DifferenceWords.summary(difference).capitalizingFirst)."),
    ]
    if !difference.subjects.isEmpty {
      blocks.append(.heading(2, "Reports, issues and parties"))
      blocks.append(.entries(difference.subjects.map(entry)))
    }
    var rest = difference.told[...]
    while let issue = rest.first?.issue {
      let changes = rest.prefix { $0.issue == issue }
      blocks += [.heading(2, "\(issue.name)"), .entries(changes.map(entry))]
      rest = rest[changes.endIndex...]
    }
    return blocks.document + "\n"
  }

  private func entry(_ change: SubjectChange) -> MarkdownBlock {
    .entry(
      "\(DifferenceWords.sentence(change).capitalizingFirst)",
      change.fields.map { "\(DifferenceWords.sentence($0))" })
  }

  private func entry(_ change: RecordChange) -> MarkdownBlock {
    let description = ChangeDescription(change)
    return .entry(
      "**\(change.party.name)** \(change.word): \(line(description.line))", description.details.map(line))
  }

  private func line(_ fragments: [ChangeDescription.Fragment]) -> MarkdownLine {
    var line = fragments.map { fragment -> MarkdownLine in
      switch fragment {
      case .text(let text), .cell(let text): "\(text)"
      case .proposition(let text): "“\(text)”"
      case .edited(let runs): runs.map(Self.marked).joined()
      case .place(let side): title(side.report, address(side.position))
      case .silence(let silence): self.silence(silence)
      }
    }.joined()
    line.removePrefix(", ")
    return line
  }

  /// The report with a silent cell; its address is that of a position there without the anchor.
  private func silence(_ silence: RecordChange.Silence) -> MarkdownLine {
    let cell = silence.cell
    let position = FrozenPosition(
      issue: cell.issue, party: cell.party, report: cell.report, ordinal: 1, text: "", stance: nil,
      dating: cell.dating, anchor: "")
    return title(silence.report, address(position).map { String($0.prefix { $0 != "#" }) })
  }

  private func title(_ title: String, _ address: String?) -> MarkdownLine {
    let title: MarkdownLine = "*\(title)*"
    return address.map { .link(title, to: $0) } ?? title
  }

  /// Marks are next to the words, with white space outside, because `**` before a space would be plain text.
  private static func marked(_ run: WordRun) -> MarkdownLine {
    let text = run.text.unicodeScalars
    guard run.kind != .equal, let first = text.firstIndex(where: { !$0.properties.isWhitespace }),
      let last = text.lastIndex(where: { !$0.properties.isWhitespace })
    else { return "\(run.text)" }
    let mark: MarkdownLine = run.kind == .removed ? "~~" : "**"
    let words = String(text[first...last])
    let rest = String(text[text.index(after: last)...])
    return "\(String(text[..<first]))" + mark + "\(words)" + mark + "\(rest)"
  }
}
