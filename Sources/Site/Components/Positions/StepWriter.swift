import Content
import Editions
import Graph
import Text

/// Writes what changed from one position to the next: the change of stance as a word, and the changed words.
struct StepWriter {
  let page: PageLinks
  let issue: ID<Issue>
  /// Whether earlier positions have their own pages, one per year.
  let splitsByYear: Bool

  private var words: LocalizedStrings { page.site.words }
  private var record: RecordHistory { page.site.record }

  /// Writes the step; nothing if both positions are unrated and share no words, of which nothing can be said.
  func write(_ step: RecordedStep, into output: inout HTML) {
    let runs = wording(of: step)
    if isUnrated(step), !runs.contains(where: { $0.kind == .equal }) { return }
    output.raw("<div class=\"step\">\n<p class=\"step-stance\">")
    stance(of: step, into: &output)
    if !runs.contains(where: { $0.kind != .equal }) {
      words.write(.comma, into: &output)
      words.write(.inSameWords, into: &output)
    }
    output.raw("</p>\n")
    if isPartlyEqual(runs) {
      output.raw("<p class=\"wording\"><span class=\"wording-title\">")
      words.write(.wording, into: &output)
      output.raw("</span> ")
      wording(runs, into: &output)
      output.raw("</p>\n")
    }
    output.raw("</div>\n")
  }

  /// Writes the word for a change of stance and a space; nothing if the stance stayed.
  func word(_ step: RecordedStep, into output: inout HTML) {
    guard let (name, word) = change(step.stance) else { return }
    mark(name, word, into: &output)
    output.raw(" ")
  }

  private func wording(of step: RecordedStep) -> [WordRun] {
    IssueGraph.wording(from: record.words(of: step.before), to: record.words(of: step.after))
  }

  private func isUnrated(_ step: RecordedStep) -> Bool {
    step.stance == .unrated && record.stance(of: step.before) == nil && record.stance(of: step.after) == nil
  }

  /// If all words changed, both texts are on the page anyway.
  private func isPartlyEqual(_ runs: [WordRun]) -> Bool {
    runs.contains { $0.kind == .equal } && runs.contains { $0.kind != .equal }
  }

  /// nil: the stance stayed, or nothing can be said of it.
  private func change(_ shift: PositionStep.StanceShift) -> (StaticString, StringKey)? {
    switch shift {
    case .hardened: ("hardened", .hardened)
    case .softened: ("softened", .softened)
    case .reversed: ("reversed", .reversed)
    case .unordered: ("unordered", .changed)
    case .unchanged, .unrated, .otherProposition: nil
    }
  }

  private func stance(of step: RecordedStep, into output: inout HTML) {
    switch step.stance {
    case .hardened: changed("hardened", .hardened, step, into: &output)
    case .softened: changed("softened", .softened, step, into: &output)
    case .reversed: changed("reversed", .reversed, step, into: &output)
    case .unchanged: changed("unchanged", .stanceUnchanged, step, into: &output)
    case .unordered:
      changed("unordered", .changed, step, into: &output)
      words.write(.comma, into: &output)
      words.write(.stanceFromTo, into: &output) {
        name(of: step.before, into: &$0)
      } _: {
        name(of: step.after, into: &$0)
      }
    case .unrated: unrated(step, into: &output)
    case .otherProposition: otherProposition(step, into: &output)
    }
  }

  private func changed(
    _ name: StaticString, _ word: StringKey, _ step: RecordedStep, into output: inout HTML
  ) {
    words.write(.changeSince, into: &output) {
      mark(name, word, into: &$0)
    } _: {
      link(to: step.before, into: &$0)
    }
  }

  private func mark(_ name: StaticString, _ word: StringKey, into output: inout HTML) {
    output.raw("<span class=\"change change-")
    output.raw(name)
    output.raw("\">")
    words.write(word, into: &output)
    output.raw("</span>")
  }

  private func name(of position: RecordedPosition, into output: inout HTML) {
    if let stance = record.stance(of: position) { output.escaped(words.stances.name(stance)) }
  }

  /// A change from or to a position without a stance is described instead of named.
  private func unrated(_ step: RecordedStep, into output: inout HTML) {
    if record.stance(of: step.before) != nil {
      words.write(.unratedHere, count: nil, into: &output) { hole, output in
        switch hole {
        case 0: mark("unrated", .unrated, into: &output)
        case 1: name(of: step.before, into: &output)
        default: link(to: step.before, into: &output)
        }
      }
    } else {
      words.write(record.stance(of: step.after) == nil ? .unratedBoth : .unratedThen, into: &output) {
        mark("unrated", .unrated, into: &$0)
      } _: {
        link(to: step.before, into: &$0)
      }
    }
  }

  /// Positions that answer different propositions are told apart by the earlier one.
  private func otherProposition(_ step: RecordedStep, into output: inout HTML) {
    words.write(.answeredOther, count: nil, into: &output) { hole, output in
      switch hole {
      case 0: mark("unrated", .notComparable, into: &output)
      case 1: link(to: step.before, into: &output)
      default: output.escaped(record.proposition(of: step.before, on: issue) ?? "")
      }
    }
  }

  /// Writes the date of an earlier position as a link to it on its issue's page.
  private func link(to recorded: RecordedPosition, into output: inout HTML) {
    let graph = page.site.graph
    let address = graph.issues[issue.index].address
    output.raw("<a href=\"")
    switch recorded {
    case .present(let id):
      let year = splitsByYear ? "/" + YearKey(graph, id).address : ""
      page.place(address + year, anchor: graph.anchorOnIssuePage(of: id), into: &output)
    case .remembered(let old):
      page.place(address, anchor: record.anchorOnIssuePage(of: old, on: issue), into: &output)
    }
    output.raw("\">")
    if let date = record.date(of: recorded) {
      words.dates.time(date, into: &output)
    } else {
      words.write(.undated, into: &output)
    }
    output.raw("</a>")
  }

  /// Removed and added words are also announced to readers who see neither strike-through nor colour.
  private func wording(_ runs: [WordRun], into output: inout HTML) {
    for run in runs {
      switch run.kind {
      case .equal: output.escaped(run.text)
      case .removed: changed(run, "del", .removed, into: &output)
      case .added: changed(run, "ins", .added, into: &output)
      }
    }
  }

  private func changed(
    _ run: WordRun, _ element: StaticString, _ label: StringKey, into output: inout HTML
  ) {
    output.raw("<")
    output.raw(element)
    output.raw("><span class=\"unseen\">[")
    words.write(label, into: &output)
    output.raw(" </span>")
    output.escaped(run.text)
    output.raw("<span class=\"unseen\">]</span></")
    output.raw(element)
    output.raw(">")
  }
}
