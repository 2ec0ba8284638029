import Content
import Editions
import Text

/// Writes the sections of a digest in the language of a site.
struct DigestWriter {
  let words: LocalizedStrings
  /// Of the site; nil: they cannot be read.
  let settings: SiteSettings?

  /// Such as `From march to now`.
  func period(_ difference: RecordDifference) -> String {
    func name(_ state: String) -> String {
      state == Edition.now ? words.text(.now).lowercased() : state
    }
    return words.text(.changedFromTo, name(difference.before), name(difference.after))
  }

  /// The sections with entries, in order.
  func sections(_ difference: RecordDifference) -> [Digest.Section] {
    func changes(_ kinds: RecordChange.Kind...) -> [Digest.Entry] {
      difference.told.filter { kinds.contains($0.kind) }.map(entry)
    }
    let reports = difference.subjects.filter { $0.kind == .report && $0.isAdded }.flatMap(\.after)
    return [
      Digest.Section(title: words.text(.moves), entries: changes(.moved)),
      Digest.Section(title: words.text(.newPositions), entries: changes(.new, .ratingChanged)),
      Digest.Section(title: words.text(.confirmedPositions), entries: changes(.confirmed, .restated)),
      Digest.Section(
        title: words.text(.corrections), entries: changes(.corrected, .addedToPast, .withdrawn)),
      Digest.Section(
        title: words.text(.newReports),
        entries: reports.map {
          Digest.Entry(
            title: $0.name, lines: [], address: settings?.fullAddress(ofPage: "reports/" + $0.slug))
        }),
    ].filter { !$0.entries.isEmpty }
  }

  private func entry(_ change: RecordChange) -> Digest.Entry {
    let after = change.after.map(position)
    var lines: [String] = []
    if change.kind != .new {
      lines += change.before.map { words.text(.labelled, words.text(.before), position($0)) }
    }
    lines += lines.isEmpty ? after : after.map { words.text(.labelled, words.text(.now), $0) }
    if let silence = change.silence {
      let silent = words.text(.notAddressedIn, words.text(.quotedTitle, silence.report))
      lines.append(words.text(.labelled, words.text(.now), silent))
    }
    lines += change.notes.map { words.text(.labelled, words.text(.correction), $0) }
    let subject = words.text(.partyOnIssue, change.party.name, change.issue.name)
    return Digest.Entry(
      title: words.text(.labelled, subject, words.text(change.label)), lines: lines,
      address: change.shown.flatMap { settings?.fullAddress(of: $0.position) })
  }

  /// Such as `Opposes: Dislikes it (“Next”, 1 April 2025)`.
  private func position(_ side: RecordChange.Side) -> String {
    let stance = side.position.stance.map { words.stances.name($0) } ?? words.text(.unrated)
    let text = side.position.text
    let report = words.text(.quotedTitle, side.report)
    let date = side.position.date.map { words.text(.comma) + words.dates.text($0) } ?? ""
    return (text.isEmpty ? stance : words.text(.labelled, stance, text)) + " (\(report)\(date))"
  }
}
