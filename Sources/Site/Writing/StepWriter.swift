import Content
import Graph

/// Writes what became of a position since the one before it: the change of stance as a word, the change of words marked.
struct StepWriter {
  let page: PageLinks
  /// Earlier positions stand on pages of their own, a page a year.
  let splitsByYear: Bool

  func write(_ step: PositionStep, into output: inout [UInt8]) {
    output.raw("<div class=\"step\">\n<p class=\"step-stance\">")
    stance(of: step, into: &output)
    let runs = page.site.graph.wording(of: step)
    if runs.allSatisfy({ $0.kind == .equal }) {
      output.raw(", in the same words</p>\n")
    } else {
      output.raw("</p>\n<p class=\"wording\"><span class=\"wording-title\">Wording:</span> ")
      wording(runs, into: &output)
      output.raw("</p>\n")
    }
    output.raw("</div>\n")
  }

  private func stance(of step: PositionStep, into output: inout [UInt8]) {
    switch step.stance {
    case .hardened: changed("hardened", "Hardened", step, into: &output)
    case .softened: changed("softened", "Softened", step, into: &output)
    case .reversed: changed("reversed", "Reversed", step, into: &output)
    case .unchanged: changed("unchanged", "Stance unchanged", step, into: &output)
    case .unordered:
      changed("unordered", "Changed", step, into: &output)
      output.raw(", from ")
      output.raw(stance(step.before)?.word.lowercased() ?? "")
      output.raw(" to ")
      output.raw(stance(step.after)?.word.lowercased() ?? "")
    case .unrated: unrated(step, into: &output)
    }
  }

  private func changed(
    _ name: StaticString, _ word: StaticString, _ step: PositionStep, into output: inout [UInt8]
  ) {
    output.raw("<span class=\"change change-")
    output.raw(name)
    output.raw("\">")
    output.raw(word)
    output.raw("</span> since ")
    link(to: step.before, into: &output)
  }

  /// A change from or to a position without stance is none that could be named.
  private func unrated(_ step: PositionStep, into output: inout [UInt8]) {
    output.raw("<span class=\"change change-unrated\">Unrated</span> ")
    switch (stance(step.before), stance(step.after)) {
    case (let before?, _):
      output.raw("here, “")
      output.raw(before.word)
      output.raw("” on ")
    case (nil, _?): output.raw("on ")
    case (nil, nil): output.raw("here and on ")
    }
    link(to: step.before, into: &output)
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
    if let date = position.date { output.time(date) }
    output.raw("</a>")
  }

  /// Removed and added words are named too, for readers who see neither line nor colour.
  private func wording(_ runs: [WordRun], into output: inout [UInt8]) {
    for run in runs {
      switch run.kind {
      case .equal: output.escaped(run.text)
      case .removed:
        output.raw("<del><span class=\"unseen\">[removed: </span>")
        output.escaped(run.text)
        output.raw("<span class=\"unseen\">]</span></del>")
      case .added:
        output.raw("<ins><span class=\"unseen\">[added: </span>")
        output.escaped(run.text)
        output.raw("<span class=\"unseen\">]</span></ins>")
      }
    }
  }
}
