import Diagnostics
import Graph

/// Writes a table of facts: a caption, column headings, and in each row a heading and some cells, in a box that scrolls.
struct FactTableWriter {
  /// The largest number of rows; the rest is counted, and a command lists it.
  static let mostRows = Limit.coverageRows.value

  let words: LocalizedStrings
  let caption: StringKey
  /// Headings of the columns; nil: an empty corner.
  let columns: [StringKey?]

  /// Writes the table, and below it how many rows it leaves out.
  ///
  /// - Parameters:
  ///   - command: the command line that lists all of them.
  ///   - row: writes the cells of a row, the first as `<th scope="row">`.
  func write<Row>(
    _ rows: [Row], rest command: StaticString, into output: inout HTML,
    row: (Row, inout HTML) -> Void
  ) {
    output.raw("<div class=\"table-scroll\" role=\"group\" tabindex=\"0\" aria-label=\"")
    words.write(caption, into: &output)
    output.raw("\">\n<table class=\"facts\">\n<caption>")
    words.write(caption, into: &output)
    output.raw("</caption>\n<thead>\n<tr>")
    for column in columns {
      guard let column else {
        output.raw("<td></td>")
        continue
      }
      output.raw("<th scope=\"col\">")
      words.write(column, into: &output)
      output.raw("</th>")
    }
    output.raw("</tr>\n</thead>\n<tbody>\n")
    for one in rows.prefix(Self.mostRows) {
      output.raw("<tr>")
      row(one, &output)
      output.raw("</tr>\n")
    }
    output.raw("</tbody>\n</table>\n</div>\n")
    guard rows.count > Self.mostRows else { return }
    output.raw("<p class=\"further\">")
    words.write(.furtherNamedBy, count: rows.count - Self.mostRows, into: &output) { _, output in
      output.raw("<code>standpoint query ")
      output.raw(command)
      output.raw("</code>")
    }
    output.raw("</p>\n")
  }

  /// Writes a cell with “3 of 4”; “none declared” of nothing.
  func share(_ some: Int, of all: Int, into output: inout HTML) {
    output.raw("<td>")
    if all > 0 {
      words.write(.someOfAll, into: &output) {
        $0.number(some)
      } _: {
        $0.number(all)
      }
    } else {
      words.write(.noneDeclared, into: &output)
    }
    output.raw("</td>")
  }
}
