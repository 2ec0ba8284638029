import Graph

/// Writes where reports mention an issue or a party: one entry a report, with the sentence of its first mention.
struct MentionListWriter {
  /// The most reports that are listed; further ones are counted.
  static let limit = 100

  let page: PageLinks

  func write(_ mentions: ArraySlice<ID<Mention>>, into output: inout [UInt8]) {
    output.raw("<ul class=\"mentions\">\n")
    var listed = 0
    var further = 0
    var index = mentions.startIndex
    while index < mentions.endIndex {
      let first = page.site.graph.mentions[mentions[index].index]
      var end = index + 1
      while end < mentions.endIndex, page.site.graph.mentions[mentions[end].index].report == first.report {
        end += 1
      }
      if listed < Self.limit {
        entry(first, count: end - index, into: &output)
        listed += 1
      } else {
        further += 1
      }
      index = end
    }
    output.raw("</ul>\n")
    if further > 0 {
      output.raw("<p class=\"further\">")
      page.site.words.write(.furtherReports, count: further, into: &output)
      output.raw("</p>\n")
    }
  }

  private func entry(_ mention: Mention, count: Int, into output: inout [UInt8]) {
    output.raw("<li>\n<p class=\"quote\">")
    sentence(of: mention, into: &output)
    output.raw("</p>\n<p class=\"source\">")
    page.reportLink(mention.report, into: &output)
    let date = page.site.reportDates[mention.report.index]
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

  private func sentence(of mention: Mention, into output: inout [UInt8]) {
    let finder = SentenceFinder(
      document: page.site.graph.reports[mention.report.index].report.header.document)
    let sentence = finder.sentence(
      around: mention.node, name: mention.start..<max(mention.start, mention.end))
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
