import Graph

/// The pages of what changed between editions.
extension PageValues {
  func changes() -> TemplateValues {
    var (values, page) = shared(
      .changes, address: "changes", title: site.words.text(.changes), description: nil)
    values.html(.editions) { output in
      output.raw("<ul class=\"editions\">\n")
      if let index = history.sinceLast { sinceLast(index, on: page, into: &output) }
      for index in history.editions.indices.reversed() {
        edition(index, on: page, into: &output)
      }
      output.raw("</ul>\n")
    }
    return values
  }

  private func sinceLast(_ index: Int, on page: PageLinks, into output: inout [UInt8]) {
    let difference = history.differences[index]
    let words = site.words
    output.raw("<li>")
    words.write(.labelled, into: &output) {
      words.write(.now, into: &$0)
    } _: { output in
      output.raw("<a href=\"")
      page.page(history.address(of: index), into: &output)
      output.raw("\">")
      words.write(.sinceEdition, into: &output) { $0.escaped(difference.before) }
      output.raw("</a>")
      words.write(.comma, into: &output)
      output.escaped(ChangeWords(words: words).summary(difference))
    }
    output.raw("</li>\n")
  }

  private func edition(_ index: Int, on page: PageLinks, into output: inout [UInt8]) {
    let edition = history.editions[index]
    let words = site.words
    output.raw("<li>")
    words.dates.time(edition.date, into: &output)
    output.raw(": ")
    if index > 0 {
      output.raw("<a href=\"")
      page.page(history.address(of: index - 1), into: &output)
      output.raw("\">")
      output.escaped(edition.name)
      output.raw("</a>")
      words.write(.comma, into: &output)
      output.escaped(ChangeWords(words: words).summary(history.differences[index - 1]))
    } else {
      output.escaped(edition.name)
      words.write(.comma, into: &output)
      words.write(.firstEdition, count: edition.positions.count, into: &output)
    }
    output.raw("</li>\n")
  }

  func change(_ index: Int) -> TemplateValues {
    let difference = history.differences[index]
    let summary = ChangeWords(words: site.words).summary(difference)
    let sentence = summary.prefix(1).uppercased() + summary.dropFirst() + "."
    let date = history.date(of: index)
    var (values, page) = shared(
      .change, address: history.address(of: index),
      title: date == nil
        ? site.words.text(.changedSince, difference.before) : site.words.text(.changedUpTo, difference.after),
      description: sentence)
    values.text(.list, page.way(to: "changes"))
    values.text(.before, difference.before)
    values.text(.after, difference.after)
    if let date { values.html(.date) { site.words.dates.time(date, into: &$0) } }
    values.text(.summary, sentence)
    let writer = ChangeWriter(history: history, page: page)
    if !difference.subjects.isEmpty {
      values.html(.subjects) { writer.subjects(difference.subjects, into: &$0) }
    }
    if !difference.positions.isEmpty {
      values.html(.positions) { writer.positions(difference.positions, into: &$0) }
    }
    return values
  }
}
