/// How warm a cell of the page of coverage is: the more positions, the stronger its colour; the number stands in it too.
enum HeatStyle {
  /// Classes by the least number of positions, and what the legend says of each.
  private static let steps: [(least: Int, style: StaticString, range: StaticString)] = [
    (8, "heat-4", "8+"), (4, "heat-3", "4–7"), (2, "heat-2", "2–3"), (1, "heat-1", "1"),
  ]

  static func of(_ positions: Int) -> StaticString {
    steps.first { positions >= $0.least }?.style ?? "heat-1"
  }

  /// Appends what the colours mean.
  static func writeLegend(_ words: Words, into output: inout [UInt8]) {
    output.raw("<p class=\"legend\"><span>")
    words.write(.positionsInCell, into: &output)
    output.raw("</span>")
    for step in steps.reversed() {
      output.raw(" <span class=\"heat ")
      output.raw(step.style)
      output.raw("\">")
      output.raw(step.range)
      output.raw("</span>")
    }
    output.raw("</p>\n")
  }
}
