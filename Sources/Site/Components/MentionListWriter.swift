import Diagnostics
import Graph
import Markdown

/// Writes where reports mention an issue or a party: one entry per report, the first
/// with the sentence of its first mention, the others folded.
struct MentionListWriter {
  /// The largest number of reports in the list; the others are counted.
  static let limit = Limit.listedMentions.value

  let page: PageLinks

  func write(_ mentions: ArraySlice<ID<Mention>>, into output: inout HTML) {
    var reports: [(first: Mention, count: Int)] = []
    for id in mentions {
      let mention = page.site.graph.mentions[id.index]
      if let last = reports.last, last.first.report == mention.report {
        reports[reports.count - 1].count += 1
      } else {
        reports.append((mention, 1))
      }
    }
    let shown = reports.count <= FoldedList.shown + 1 ? reports.count : FoldedList.shown
    output.raw("<ul class=\"mentions\">\n")
    for report in reports.prefix(shown) {
      entry(report.first.report, sentence(of: report.first), count: report.count, into: &output)
    }
    output.raw("</ul>\n")
    if reports.count == shown { return }
    FoldedList.fold(reports.count - shown, on: page, into: &output) { output in
      let rest = reports.dropFirst(shown)
      NameListWriter(page: page).reports(
        rest.prefix(Self.limit).map(\.first.report), summaries: false, into: &output)
      further(rest.count - Self.limit, into: &output)
    }
  }

  /// Writes the reports that link to a report: one entry each, with the sentence of its first link.
  func write(_ links: ArraySlice<ReportLinks.Link>, into output: inout HTML) {
    output.raw("<ul class=\"mentions\">\n")
    for link in links.prefix(Self.limit) {
      let finder = SentenceFinder(document: document(of: link.report))
      let sentence = finder.sentence(aroundLink: Int(link.node))
      entry(link.report, sentence, count: Int(link.count), into: &output)
    }
    output.raw("</ul>\n")
    further(links.count - Self.limit, into: &output)
  }

  private func further(_ count: Int, into output: inout HTML) {
    guard count > 0 else { return }
    output.raw("<p class=\"further\">")
    page.site.words.write(.furtherReports, count: count, into: &output)
    output.raw("</p>\n")
  }

  private func document(of report: ID<ReportEntry>) -> Document {
    page.site.graph.reports[report.index].report.header.document
  }

  private func sentence(of mention: Mention) -> SentenceFinder.Sentence {
    SentenceFinder(document: document(of: mention.report)).sentence(
      around: mention.node, name: mention.start..<max(mention.start, mention.end))
  }

  private func entry(
    _ report: ID<ReportEntry>, _ sentence: SentenceFinder.Sentence, count: Int, into output: inout HTML
  ) {
    output.raw("<li>\n<p class=\"excerpt\">")
    write(sentence, into: &output)
    output.raw("</p>\n<p class=\"source\">")
    page.reportLink(report, into: &output)
    let date = page.site.reportDates[report.index]
    if !date.isEmpty {
      page.site.words.write(.comma, into: &output)
      output.append(contentsOf: date)
    }
    if count > 1 {
      page.site.words.write(.comma, into: &output)
      page.site.words.write(.mentionCount, count: count, into: &output)
    }
    output.raw("</p>\n</li>\n")
  }

  private func write(_ sentence: SentenceFinder.Sentence, into output: inout HTML) {
    if sentence.isCutBefore { output.raw("… ") }
    output.escaped(sentence.text[..<sentence.name.lowerBound])
    if !sentence.name.isEmpty {
      output.raw("<mark>")
      output.escaped(sentence.text[sentence.name])
      output.raw("</mark>")
    }
    output.escaped(sentence.text[sentence.name.upperBound...])
    if sentence.isCutAfter { output.raw(" …") }
  }
}
