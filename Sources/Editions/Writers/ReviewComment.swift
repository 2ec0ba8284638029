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
    let head = MarkdownBlock.heading(3, "What this changes: \(quiet: summary)").text + "\n"
    let foot =
      preview.map { "\n" + MarkdownBlock.paragraph(.link("Preview of the site", to: $0)).text + "\n" } ?? ""
    let shown = sections.filter { !$0.entries.isEmpty }
    let rooms = Self.shares(of: Self.limit - head.utf8.count - foot.utf8.count, among: shown.map(\.size))
    let body = zip(shown, rooms).map { $0.text(collapsingAbove: Self.mostOpen, room: $1) }
    return head + body.joined() + foot
  }

  /// How much room each section gets: small ones all they need, the others equal parts of the rest.
  static func shares(of room: Int, among sizes: [Int]) -> [Int] {
    var shares = sizes
    var rest = room
    for (place, index) in sizes.indices.sorted(by: { (sizes[$0], $0) < (sizes[$1], $1) }).enumerated() {
      shares[index] = min(sizes[index], max(0, rest) / (sizes.count - place))
      rest -= shares[index]
    }
    return shares
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
    let title: StaticString
    let entries: [MarkdownBlock]

    /// The most bytes that a section needs beside its entries.
    private static let frame = 200

    /// In bytes.
    var size: Int { entries.reduce(Self.frame) { $0 + $1.text.utf8.count + 1 } }

    /// Leaves out entries for which there is no room, and counts them.
    func text(collapsingAbove most: Int, room: Int) -> String {
      let isCollapsed = entries.count > most
      let title = "\(title) (\(entries.count))"
      var text = isCollapsed ? "\n<details><summary>\(title)</summary>\n\n" : "\n#### \(title)\n\n"
      let end = isCollapsed ? "\n</details>\n" : ""
      var rest = room - Self.frame
      var shown = 0
      for entry in entries {
        let size = entry.text.utf8.count + 1
        if size > rest { break }
        rest -= size
        text += entry.text + "\n"
        shown += 1
      }
      if shown < entries.count {
        let more = shown == 0 ? "too long for a comment" : "and \(entries.count - shown) more"
        text += "- \(more); “standpoint diff” shows all\n"
      }
      return text + end
    }
  }

  private var sections: [Section] {
    func changes(_ title: StaticString, _ kinds: RecordChange.Kind...) -> Section {
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

  private func entry(_ change: RecordChange) -> MarkdownBlock {
    let after: MarkdownLine =
      change.silence.map { "not addressed in *\(quiet: $0.report)*" } ?? sides(change.after)
    return .entry(
      "\(names(change)): \(change.word)",
      ["before: \(sides(change.before))", "after: \(after)"] + change.notes.map { "note: \(quiet: $0)" })
  }

  private func names(_ change: RecordChange) -> MarkdownLine {
    "**\(quiet: change.party.name)** on **\(quiet: change.issue.name)**"
  }

  private func sides(_ sides: [RecordChange.Side]) -> MarkdownLine {
    sides.isEmpty ? "nothing" : sides.map(side).joined(separator: "; ")
  }

  private func side(_ side: RecordChange.Side) -> MarkdownLine {
    let title: MarkdownLine = "*\(quiet: side.report)*"
    let place = address(side.position).map { MarkdownLine.link(title, to: $0) } ?? title
    let words: MarkdownLine = side.position.text.isEmpty ? "" : ": \(quiet: side.position.text)"
    let date = side.position.date.map { ", \($0)" } ?? ""
    return "\(DifferenceWords.word(side.position.stance))\(words), in \(place)\(date)"
  }

  private func entry(_ risk: BrokenCitation) -> MarkdownBlock {
    let now: MarkdownLine = risk.now.map { "now leads to \(side($0))" } ?? "no longer leads anywhere"
    let moved: MarkdownLine =
      risk.moved.map { "; the cell is at \(.code("/" + $0.position.address))" } ?? ""
    return .entry(
      .code("/" + risk.cited.position.address),
      ["before: \(side(risk.cited))", "after: \(now)\(moved)"])
  }

  /// The sources that an edited cell no longer names.
  private var lostSources: [MarkdownBlock] {
    difference.changes.compactMap { change in
      guard change.kind == .corrected, let after = change.after.last?.position.sources else { return nil }
      let lost = change.before.flatMap { $0.position.sources ?? [] }.filter { !after.contains($0) }
      if lost.isEmpty { return nil }
      let list = { (sources: [String]) -> MarkdownLine in
        sources.isEmpty ? "none" : sources.map(MarkdownLine.quiet).joined(separator: ", ")
      }
      return .entry(
        names(change),
        [
          "before: \(list(change.before.flatMap { $0.position.sources ?? [] }))", "after: \(list(after))",
        ])
    }
  }

  private func entry(_ change: SubjectChange) -> MarkdownBlock {
    .entry(
      "\(quiet: DifferenceWords.sentence(change).capitalizingFirst)",
      change.fields.map { "\(quiet: DifferenceWords.sentence($0))" })
  }
}
