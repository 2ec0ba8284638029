import Content
import Editions
import Graph
import Text

/// Writes the changes from one edition to another.
struct ChangeWriter {
  let history: EditionHistory
  let page: PageLinks

  private var strings: LocalizedStrings { page.site.words }
  private var words: ChangeWords { ChangeWords(words: strings) }

  /// Writes a list of the changes to reports, issues and parties.
  func subjects(_ changes: [SubjectChange], into output: inout HTML) {
    output.raw("<ul>\n")
    for change in changes {
      output.raw("<li>")
      output.escaped(words.sentence(change))
      if !change.fields.isEmpty {
        output.raw("\n<ul>\n")
        for field in change.fields {
          output.raw("<li>")
          output.escaped(words.sentence(field))
          output.raw("</li>\n")
        }
        output.raw("</ul>\n")
      }
      output.raw("</li>\n")
    }
    output.raw("</ul>\n")
  }

  /// Writes a section for each issue, with what happened to its positions.
  func positions(_ changes: [RecordChange], into output: inout HTML) {
    var issue: RecordChange.Name?
    for (change, anchor) in zip(changes, Self.anchors(of: changes)) {
      if change.issue != issue {
        if issue != nil { output.raw("</ul>\n</section>\n") }
        output.raw("<section>\n<h2>")
        name(change.issue, history.issues, into: &output)
        output.raw("</h2>\n<ul class=\"positions changes\">\n")
        issue = change.issue
      }
      entry(change, anchor, into: &output)
    }
    if issue != nil { output.raw("</ul>\n</section>\n") }
  }

  /// The anchors of changes on the page that lists them all: issue and party, and a number where several are about one pair.
  static func anchors(of changes: [RecordChange]) -> [String] {
    var counts: [String: Int] = [:]
    return changes.map { change in
      let pair = change.issue.slug + "--" + change.party.slug
      let count = counts[pair, default: 0] + 1
      counts[pair] = count
      return count == 1 ? pair : "\(pair)--\(count)"
    }
  }

  private func entry(_ change: RecordChange, _ anchor: String, into output: inout HTML) {
    output.raw("<li class=\"position\" id=\"")
    output.escaped(anchor)
    output.raw("\">\n<p class=\"position-subject\">")
    name(change.party, history.parties, into: &output)
    output.markup(" <span class=\"change change-\(change.word.replacing(" ", with: "-"))\">")
    strings.write(change.label, into: &output)
    output.raw("</span></p>\n")
    content(of: change, into: &output)
    output.raw("</li>\n")
  }

  /// Writes what was on record, what is, and remarks.
  func content(of change: RecordChange, into output: inout HTML) {
    if change.before.count == 1, change.after.count == 1, let old = change.before.first,
      let new = change.after.first
    {
      edit(change, old, new, into: &output)
    } else if change.kind.isOldRecord || change.before.isEmpty || change.after.isEmpty {
      for side in change.before { cell(side, isFormer: !change.after.isEmpty, into: &output) }
      for side in change.after { cell(side, into: &output) }
    } else {
      _ = stances(change, into: &output)
      for side in change.after { cell(side, into: &output) }
    }
    remarks(change, into: &output)
  }

  /// Writes the stances of each standing, from the first to the last; nothing if they are the same.
  ///
  /// - Returns: whether there was anything to write.
  private func stances(_ change: RecordChange, into output: inout HTML) -> Bool {
    let standings = [change.before] + (change.steps.isEmpty ? [change.after] : change.steps)
    let stances = standings.map { Set($0.map(\.position.stance)) }
    guard stances.contains(where: { $0 != stances.first }) else { return false }
    output.raw("<p class=\"step-stance\">")
    for (index, standing) in standings.enumerated() {
      if index > 0 { strings.writeArrow(into: &output) }
      strings.write(stances: standing.map(\.position.stance), into: &output)
    }
    output.raw("</p>\n")
    return true
  }

  /// Writes one position that became another: what changed in it, and its words as they are now.
  private func edit(
    _ change: RecordChange, _ old: RecordChange.Side, _ new: RecordChange.Side, into output: inout HTML
  ) {
    let showsStances = stances(change, into: &output)
    // A newer position is not an edit of the one before.
    let words = change.kind == .corrected || change.kind == .restated ? change.words : []
    cell(new, words: words, showsStance: !showsStances, into: &output)
    if change.kind == .corrected, old.position.date != new.position.date {
      output.raw("<p class=\"source\">")
      let dates = self.words
      output.escaped(dates.words.text(.valueChange, dates.date(old.position), dates.date(new.position)))
      output.raw("</p>\n")
    }
  }

  /// Writes a position: its stance, its words, and its report.
  ///
  /// - Parameters:
  ///   - runs: the words with their changes; empty: the words as they are.
  ///   - isFormer: another position took its place.
  private func cell(
    _ side: RecordChange.Side, words runs: [WordRun] = [], showsStance: Bool = true, isFormer: Bool = false,
    into output: inout HTML
  ) {
    output.raw("<p class=\"text\">")
    if isFormer { output.raw("<del>") }
    if showsStance, let stance = side.position.stance {
      strings.stances.write(stance, into: &output)
      output.raw(" ")
    }
    if runs.isEmpty { output.escaped(side.position.text) }
    for run in runs {
      switch run.kind {
      case .equal: output.escaped(run.text)
      case .removed: element("del", run.text, into: &output)
      case .added: element("ins", run.text, into: &output)
      }
    }
    if isFormer { output.raw("</del>") }
    output.raw("</p>\n<p class=\"source\">")
    report(of: side, into: &output)
    if let date = side.position.date {
      strings.write(.comma, into: &output)
      strings.dates.time(date, into: &output)
    }
    output.raw("</p>\n")
  }

  /// Writes the name of an issue or a party, as a link if it still has a page.
  private func name(_ name: RecordChange.Name, _ addresses: [String: String], into output: inout HTML) {
    guard let address = addresses[name.slug] else { return output.escaped(name.name) }
    output.raw("<a href=\"")
    page.page(address, into: &output)
    output.raw("\">")
    output.escaped(name.name)
    output.raw("</a>")
  }

  private func remarks(_ change: RecordChange, into output: inout HTML) {
    switch change.cause {
    case .cell: break
    case .reportDate: remark(strings.text(.becauseReportDate), into: &output)
    case .names: remark(strings.text(.becauseNames), into: &output)
    }
    if let silence = change.silence {
      remark(
        change.kind == .silent
          ? strings.text(.stillStands, silence.report)
          : strings.text(.editedIntoSilence),
        into: &output)
    }
    if let proposition = change.earlierProposition {
      remark(strings.text(.answeredBefore, proposition), into: &output)
    }
    for note in change.notes { remark(note, into: &output) }
  }

  private func remark(_ text: String, into output: inout HTML) {
    output.raw("<p class=\"change-remark\">")
    output.escaped(text)
    output.raw("</p>\n")
  }

  private func element(_ name: String, _ text: String, into output: inout HTML) {
    output.markup("<\(name)>")
    output.escaped(text)
    output.markup("</\(name)>")
  }

  /// Writes the report of the position, as a link if the position is still part of the site.
  private func report(of side: RecordChange.Side, into output: inout HTML) {
    if history.isInSite(side.position) {
      output.raw("<a href=\"")
      page.page("reports/" + side.position.report, anchor: side.position.anchor, into: &output)
      output.raw("\">")
      output.escaped(side.report)
      output.raw("</a>")
    } else {
      output.escaped(side.report)
    }
  }
}
