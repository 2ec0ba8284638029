import Content
import Editions
import Graph
import Markdown

/// Writes tensions: the two sides, and the author's text below them.
struct TensionWriter {
  let page: PageLinks

  private var words: LocalizedStrings { page.site.words }

  /// Writes tensions on pages other than their reports'.
  func list(_ tensions: some Sequence<ID<Tension>>, into output: inout HTML) {
    output.raw("<ul class=\"tensions\">\n")
    for id in tensions { entry(page.site.graph.tensions[id.index], into: &output) }
    output.raw("</ul>\n")
  }

  private func entry(_ tension: Tension, into output: inout HTML) {
    output.raw("<li class=\"tension\">\n<p class=\"tension-title\">")
    title(of: tension, into: &output)
    output.raw("</p>\n")
    openSides(of: tension, into: &output)
    if tension.second != nil { output.raw("<div class=\"tension-text\">\n") }
    text(of: tension, into: &output)
    if tension.second != nil { output.raw("</div>\n") }
    if tension.second == nil { passageSource(tension, into: &output) }
    closeSides(of: tension, into: &output)
    if tension.second != nil {
      output.raw("<p class=\"source\">")
      words.write(.setAgainstIn, into: &output) { reportLink(tension, into: &$0) }
      output.raw("</p>\n")
    }
    output.raw("</li>\n")
  }

  /// Writes the parties and issues of the positions.
  func title(of tension: Tension, into output: inout HTML) {
    words.write(.against, count: nil, into: &output) { hole, output in
      switch hole {
      case 0: names(of: tension.first, into: &output)
      case 1:
        output.raw("<span class=\"against\">")
        words.write(.againstWord, into: &output)
        output.raw("</span>")
      default:
        if let second = tension.second {
          names(of: second, into: &output)
        } else {
          words.write(.aPassage, into: &output)
        }
      }
    }
  }

  private func names(of side: Tension.Side, into output: inout HTML) {
    page.positionNames(side.party, on: side.issue, into: &output)
  }

  /// Opens the two sides: both positions, or a position and the passage.
  func openSides(of tension: Tension, into output: inout HTML) {
    output.raw("<div class=\"tension-sides\">\n")
    side(tension.first, of: tension, into: &output)
    if let second = tension.second {
      side(second, of: tension, into: &output)
      output.raw("</div>\n")
    } else {
      output.raw("<div class=\"side passage\">\n")
    }
  }

  /// Closes the side that is still open after the author's text.
  func closeSides(of tension: Tension, into output: inout HTML) {
    if tension.second == nil { output.raw("</div>\n</div>\n") }
  }

  private func side(_ side: Tension.Side, of tension: Tension, into output: inout HTML) {
    switch page.site.record.position(of: side, in: tension.report) {
    case .present(let id): present(side, page.site.graph.positions[id.index], into: &output)
    case .remembered(let old): remembered(side, old, into: &output)
    case nil: break
    }
  }

  /// Writes a side that only an edition remembers, with the edition.
  private func remembered(_ side: Tension.Side, _ old: RememberedPosition, into output: inout HTML) {
    output.raw("<div class=\"side\">\n<p class=\"position-subject\">")
    names(of: side, into: &output)
    output.raw("</p>\n")
    RememberedWriter(page: page).text(
      old, in: page.site.record.report(of: old), showsStance: true, into: &output)
    output.raw("</div>\n")
  }

  private func present(_ side: Tension.Side, _ position: Position, into output: inout HTML) {
    let writer = PositionWriter(page: page)
    output.raw("<div class=\"side\">\n<div class=\"wording\">\n")
    writer.text(position, into: &output)
    output.raw("</div>\n<p class=\"source\">")
    words.write(.labelled, into: &output) {
      names(of: side, into: &$0)
    } _: {
      writer.place(of: position, into: &$0)
      writer.held(position, into: &$0)
    }
    output.raw("</p>\n")
    writer.evidence(of: position, into: &output)
    output.raw("</div>\n")
  }

  /// Writes the author's text below the line with the marker.
  private func text(of tension: Tension, into output: inout HTML) {
    let entry = page.site.graph.reports[tension.report.index]
    let writer = DocumentWriter(
      entry.report.header.document, links: entry.links, on: page, use: .elsewhere(address: entry.address))
    writer.writeInlines(of: tension.node, into: &output)
  }

  private func passageSource(_ tension: Tension, into output: inout HTML) {
    output.raw("<p class=\"source\">")
    words.write(.passageIn, into: &output) { reportLink(tension, into: &$0) }
    output.raw("</p>\n")
  }

  private func reportLink(_ tension: Tension, into output: inout HTML) {
    output.raw("<a href=\"")
    page.report(tension.report, into: &output)
    output.raw("#")
    output.escaped(page.site.graph.anchor(of: tension.id))
    output.raw("\">")
    output.append(page.site.reportTitles, tension.report.index)
    output.raw("</a>")
    let date = page.site.reportDates[tension.report.index]
    if date.isEmpty { return }
    words.write(.comma, into: &output)
    output.append(contentsOf: date)
  }
}

extension DocumentWriter {
  /// The tension of the callout at `index`; nil for other callouts, and for tensions without positions.
  func tension(at index: Int) -> Tension? {
    guard let report else { return nil }
    let tensions = page.site.graph.tensions
    let own = page.site.tensionsOfReport[report.id]
    let place = own.partition { tensions[$0.index].node >= index }
    guard place < own.endIndex, tensions[own[place].index].node == index else { return nil }
    return tensions[own[place].index]
  }
}
