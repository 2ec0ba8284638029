import Graph

/// The pages of what changed between editions.
extension PageValues {
  func changes() -> TemplateValues {
    var (values, page) = shared(.changes, address: "changes", title: "Changes", description: nil)
    values.html(.editions) { output in
      output.raw("<ul class=\"editions\">\n")
      for index in history.editions.indices.reversed() {
        edition(index, on: page, into: &output)
      }
      output.raw("</ul>\n")
    }
    return values
  }

  private func edition(_ index: Int, on page: PageLinks, into output: inout [UInt8]) {
    let edition = history.editions[index]
    output.raw("<li>")
    output.time(edition.date)
    output.raw(": ")
    if index > 0 {
      output.raw("<a href=\"")
      page.page(history.address(of: index - 1), into: &output)
      output.raw("\">")
      output.escaped(edition.name)
      output.raw("</a>, ")
      output.escaped(DifferenceWords.summary(history.differences[index - 1]))
    } else {
      output.escaped(edition.name)
      output.raw(
        ", the first edition: \(edition.positions.count) position\(edition.positions.count == 1 ? "" : "s")")
    }
    output.raw("</li>\n")
  }

  func change(_ index: Int) -> TemplateValues {
    let difference = history.differences[index]
    let summary = DifferenceWords.summary(difference)
    let sentence = summary.prefix(1).uppercased() + summary.dropFirst() + "."
    var (values, page) = shared(
      .change, address: history.address(of: index), title: "What changed up to \(difference.after)",
      description: sentence)
    values.text(.before, difference.before)
    values.text(.after, difference.after)
    values.html(.date) { $0.time(history.later(index).date) }
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
