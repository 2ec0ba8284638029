import Text

/// Writes a difference as one comment for the review of a pull request: what happens to positions, addresses and sources, each
/// with before and after.
package struct ReviewComment {
  /// GitHub refuses comments of more than 65,536 characters.
  static let limit = 60_000
  /// A section with more entries is collapsed.
  private static let mostOpen = 8

  private let difference: RecordDifference
  private let risks: [BrokenCitation]
  private let preview: String?
  private let address: (FrozenPosition) -> String?

  /// - Parameters:
  ///   - before: the earlier state, whose addresses readers may have cited.
  ///   - after: the later state.
  ///   - preview: the address of a preview of the site; nil: there is none.
  ///   - address: the full address of a position; nil: its report is named without a link.
  package init(
    _ difference: RecordDifference, from before: Edition, to after: Edition, preview: String? = nil,
    address: @escaping (FrozenPosition) -> String?
  ) {
    self.difference = difference
    self.preview = preview
    self.address = address
    risks = PublishedAnchors(of: after).broken(from: [before])
  }

  /// The comment with a trailing line end; empty if nothing has changed.
  package var text: String {
    if difference.isEmpty, risks.isEmpty { return "" }
    let head = "### What this changes: \(MarkdownWords.escaped(summary))\n"
    let foot = preview.map { "\n[Preview of the site](<\($0.filter { !"<>\n".contains($0) })>)\n" } ?? ""
    var room = Self.limit - head.utf8.count - foot.utf8.count
    var body = ""
    for section in sections where !section.entries.isEmpty {
      body += section.text(collapsingAbove: Self.mostOpen, room: &room)
    }
    return head + body + foot
  }

  private var summary: String {
    let words = DifferenceWords.summary(difference)
    let lost = lostSources.count
    let others = [
      risks.isEmpty ? nil : risks.count.counted("address at risk", "addresses at risk"),
      lost == 0 ? nil : lost.counted("source lost", "sources lost"),
    ].compactMap(\.self)
    return difference.isEmpty ? others.joined(separator: ", ") : ([words] + others).joined(separator: ", ")
  }

  /// A heading with entries; each entry is one or several lines.
  private struct Section {
    let title: String
    let entries: [String]

    /// Leaves out entries for which there is no room, and counts them.
    func text(collapsingAbove most: Int, room: inout Int) -> String {
      let isCollapsed = entries.count > most
      let title = "\(title) (\(entries.count))"
      var text = isCollapsed ? "\n<details><summary>\(title)</summary>\n\n" : "\n#### \(title)\n\n"
      let end = isCollapsed ? "\n</details>\n" : ""
      room -= text.utf8.count + end.utf8.count + 80
      var shown = 0
      for entry in entries where shown < entries.count {
        if entry.utf8.count > room { break }
        room -= entry.utf8.count
        text += entry
        shown += 1
      }
      if shown < entries.count {
        text += "- and \(entries.count - shown) more; “standpoint diff” shows all\n"
      }
      return text + end
    }
  }

  private var sections: [Section] {
    func changes(_ title: String, _ kinds: RecordChange.Kind...) -> Section {
      Section(title: title, entries: difference.told.filter { kinds.contains($0.kind) }.map(entry))
    }
    return [
      changes("Moved", .moved),
      changes("Confirmed", .confirmed, .restated),
      changes("New", .new, .ratingChanged, .silent),
      changes("Corrected", .corrected, .addedToPast),
      changes("Withdrawn", .withdrawn, .withheld),
      changes("Relocated", .relocated),
      Section(title: "Addresses at risk", entries: risks.map(entry)),
      Section(title: "Sources lost", entries: lostSources),
      Section(title: "Reports, issues and parties", entries: difference.subjects.map(entry)),
    ]
  }

  // MARK: Entries

  private func entry(_ change: RecordChange) -> String {
    let names =
      "**\(MarkdownWords.escaped(change.party.name))** on **\(MarkdownWords.escaped(change.issue.name))**"
    var text = "- \(names): \(change.word)\n"
    text += "  - before: \(sides(change.before))\n"
    if let silence = change.silence {
      text += "  - after: not addressed in *\(MarkdownWords.escaped(silence.report))*\n"
    } else {
      text += "  - after: \(sides(change.after))\n"
    }
    for note in change.notes { text += "  - note: \(MarkdownWords.escaped(note))\n" }
    return text
  }

  private func sides(_ sides: [RecordChange.Side]) -> String {
    sides.isEmpty ? "nothing" : sides.map(side).joined(separator: "; ")
  }

  private func side(_ side: RecordChange.Side) -> String {
    let title = "*\(MarkdownWords.escaped(side.report))*"
    let place = address(side.position).map { "[\(title)](<\($0)>)" } ?? title
    let words = side.position.text.isEmpty ? "" : ": \(MarkdownWords.escaped(side.position.text))"
    let date = side.position.date.map { ", \($0)" } ?? ""
    return DifferenceWords.word(side.position.stance) + words + ", in " + place + date
  }

  private func entry(_ risk: BrokenCitation) -> String {
    let now = risk.now.map { "leads to \(side($0)) now" } ?? "leads to nothing now"
    let moved = risk.moved.map { "; the cell is at `/\($0.position.address)`" } ?? ""
    return "- `/\(risk.cited.position.address)`\n  - before: \(side(risk.cited))\n  - after: \(now)\(moved)\n"
  }

  /// The sources that an edited cell no longer names.
  private var lostSources: [String] {
    difference.changes.compactMap { change in
      guard change.kind == .corrected, let after = change.after.last?.position.sources else { return nil }
      let lost = change.before.flatMap { $0.position.sources ?? [] }.filter { !after.contains($0) }
      if lost.isEmpty { return nil }
      let list = { (sources: [String]) in
        sources.isEmpty ? "none" : sources.map(MarkdownWords.escaped).joined(separator: ", ")
      }
      return
        "- **\(MarkdownWords.escaped(change.party.name))** on **\(MarkdownWords.escaped(change.issue.name))**\n"
        + "  - before: \(list(change.before.flatMap { $0.position.sources ?? [] }))\n  - after: \(list(after))\n"
    }
  }

  private func entry(_ change: SubjectChange) -> String {
    let fields = change.fields.map { "  - \(MarkdownWords.escaped(DifferenceWords.sentence($0)))\n" }
    return "- \(MarkdownWords.escaped(DifferenceWords.sentence(change).capitalizingFirst))\n"
      + fields.joined()
  }
}
