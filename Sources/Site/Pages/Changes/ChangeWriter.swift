import Content
import Editions
import Graph

/// Writes the changes between two editions.
struct ChangeWriter {
  let history: EditionHistory
  let page: PageLinks

  private var words: ChangeWords { ChangeWords(words: page.site.words) }

  /// Writes a list of the changes of reports, issues and parties.
  func subjects(_ changes: [SubjectChange], into output: inout [UInt8]) {
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

  /// Writes a section for each issue, with its changed positions.
  func positions(_ changes: [PositionChange], into output: inout [UInt8]) {
    var issue: String?
    for change in changes {
      guard let shown = change.shown else { continue }
      if shown.issue != issue {
        if issue != nil { output.raw("</ul>\n</section>\n") }
        output.raw("<section>\n<h2>")
        output.escaped(shown.issue)
        output.raw("</h2>\n<ul class=\"positions changes\">\n")
        issue = shown.issue
      }
      position(change, shown, into: &output)
    }
    if issue != nil { output.raw("</ul>\n</section>\n") }
  }

  private func position(
    _ change: PositionChange, _ shown: PositionChange.Side, into output: inout [UInt8]
  ) {
    let kinds = change.kinds
    output.raw("<li class=\"position\">\n<p class=\"position-subject\">")
    output.escaped(shown.party)
    for kind in kinds {
      output.raw(" <span class=\"change change-\(kind.rawValue)\">")
      page.site.words.write(kind.word, into: &output)
      output.raw("</span>")
    }
    output.raw("</p>\n<p class=\"quote\">")
    stances(change, into: &output)
    words(change, shown, into: &output)
    output.raw("</p>\n")
    if kinds.contains(.redated), let old = change.before?.position, let new = change.after?.position {
      output.raw("<p class=\"source\">")
      output.escaped(words.date(old) + " → " + words.date(new))
      output.raw("</p>\n")
    }
    source(shown, into: &output)
    output.raw("</li>\n")
  }

  private func stances(_ change: PositionChange, into output: inout [UInt8]) {
    let old = change.before?.position.stance
    let new = change.after?.position.stance
    if change.before != nil, change.after != nil, old != new {
      stance(old, into: &output)
      output.raw(" → ")
      stance(new, into: &output)
      output.raw(" ")
    } else if let stance = new ?? old {
      page.site.words.stances.write(stance, into: &output)
      output.raw(" ")
    }
  }

  private func stance(_ stance: Stance?, into output: inout [UInt8]) {
    if let stance {
      page.site.words.stances.write(stance, into: &output)
    } else {
      page.site.words.write(.unrated, into: &output)
    }
  }

  private func words(_ change: PositionChange, _ shown: PositionChange.Side, into output: inout [UInt8]) {
    let runs = change.words
    if runs.isEmpty { return output.escaped(shown.position.quote) }
    for run in runs {
      switch run.kind {
      case .equal: output.escaped(run.text)
      case .removed: element("del", run.text, into: &output)
      case .added: element("ins", run.text, into: &output)
      }
    }
  }

  private func element(_ name: String, _ text: String, into output: inout [UInt8]) {
    output.raw("<\(name)>")
    output.escaped(text)
    output.raw("</\(name)>")
  }

  /// Writes the report of the position, as a link if the position is still part of the site.
  private func source(_ shown: PositionChange.Side, into output: inout [UInt8]) {
    output.raw("<p class=\"source\">")
    if history.isInSite(shown.position) {
      output.raw("<a href=\"")
      page.page("reports/" + shown.position.report, anchor: shown.position.anchor, into: &output)
      output.raw("\">")
      output.escaped(shown.report)
      output.raw("</a>")
    } else {
      output.escaped(shown.report)
    }
    output.raw("</p>\n")
  }
}
