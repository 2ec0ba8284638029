import Content
import Graph
import Text

/// Writes what changed from one position to the next: the change of stance as a word, and the changed words.
struct StepWriter {
  let page: PageLinks
  /// Whether earlier positions have their own pages, one per year.
  let splitsByYear: Bool

  private var words: LocalizedStrings { page.site.words }

  func write(_ step: PositionStep, into output: inout [UInt8]) {
    output.raw("<div class=\"step\">\n<p class=\"step-stance\">")
    stance(of: step, into: &output)
    let runs = page.site.graph.wording(of: step)
    if runs.allSatisfy({ $0.kind == .equal }) {
      words.write(.comma, into: &output)
      words.write(.inSameWords, into: &output)
      output.raw("</p>\n")
    } else {
      output.raw("</p>\n<p class=\"wording\"><span class=\"wording-title\">")
      words.write(.wording, into: &output)
      output.raw("</span> ")
      wording(runs, into: &output)
      output.raw("</p>\n")
    }
    output.raw("</div>\n")
  }

  private func stance(of step: PositionStep, into output: inout [UInt8]) {
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
    _ name: StaticString, _ word: StringKey, _ step: PositionStep, into output: inout [UInt8]
  ) {
    words.write(.changeSince, into: &output) {
      mark(name, word, into: &$0)
    } _: {
      link(to: step.before, into: &$0)
    }
  }

  private func mark(_ name: StaticString, _ word: StringKey, into output: inout [UInt8]) {
    output.raw("<span class=\"change change-")
    output.raw(name)
    output.raw("\">")
    words.write(word, into: &output)
    output.raw("</span>")
  }

  private func name(of position: ID<Position>, into output: inout [UInt8]) {
    if let stance = stance(position) { output.escaped(words.stances.name(stance)) }
  }

  /// A change from or to a position without a stance is described instead of named.
  private func unrated(_ step: PositionStep, into output: inout [UInt8]) {
    if stance(step.before) != nil {
      words.write(.unratedHere, count: nil, into: &output) { hole, output in
        switch hole {
        case 0: mark("unrated", .unrated, into: &output)
        case 1: name(of: step.before, into: &output)
        default: link(to: step.before, into: &output)
        }
      }
    } else {
      words.write(stance(step.after) == nil ? .unratedBoth : .unratedThen, into: &output) {
        mark("unrated", .unrated, into: &$0)
      } _: {
        link(to: step.before, into: &$0)
      }
    }
  }

  /// Positions that answer different propositions are told apart by the earlier one.
  private func otherProposition(_ step: PositionStep, into output: inout [UInt8]) {
    let graph = page.site.graph
    let earlier = graph.earlierProposition(of: step.before)
    let issue = graph.issues[graph.positions[step.before.index].issue.index]
    words.write(.answeredOther, count: nil, into: &output) { hole, output in
      switch hole {
      case 0: mark("unrated", .notComparable, into: &output)
      case 1: link(to: step.before, into: &output)
      default: output.escaped(earlier?.text ?? issue.file?.proposition ?? "")
      }
    }
  }

  private func stance(_ position: ID<Position>) -> Stance? {
    page.site.graph.positions[position.index].stance
  }

  /// Writes the date of an earlier position as a link to it on its issue's page.
  private func link(to id: ID<Position>, into output: inout [UInt8]) {
    let position = page.site.graph.positions[id.index]
    output.raw("<a href=\"")
    let issue = page.site.graph.issues[position.issue.index].address
    let year = splitsByYear ? "/" + YearKey(page.site.graph, id).address : ""
    page.place(issue + year, anchor: page.site.graph.anchorOnIssuePage(of: id), into: &output)
    output.raw("\">")
    if let date = position.date {
      words.dates.time(date, into: &output)
    } else {
      words.write(.undated, into: &output)
    }
    output.raw("</a>")
  }

  /// Removed and added words are also announced to readers who see neither strike-through nor colour.
  private func wording(_ runs: [WordRun], into output: inout [UInt8]) {
    for run in runs {
      switch run.kind {
      case .equal: output.escaped(run.text)
      case .removed:
        output.raw("<del><span class=\"unseen\">[")
        words.write(.removed, into: &output)
        output.raw(" </span>")
        output.escaped(run.text)
        output.raw("<span class=\"unseen\">]</span></del>")
      case .added:
        output.raw("<ins><span class=\"unseen\">[")
        words.write(.added, into: &output)
        output.raw(" </span>")
        output.escaped(run.text)
        output.raw("<span class=\"unseen\">]</span></ins>")
      }
    }
  }
}
