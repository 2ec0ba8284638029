/// A list of links to pages that follow each other, which leaves some out if they are many.
enum ShortenedList {
  /// The numbers from 1 to `count` that a list names if it may not name all.
  ///
  /// - Parameter near: how many it names on each side of the shown one.
  /// - Returns: those near the shown one, the first and the last, in order; nil: some are left out.
  static func numbers(around shown: Int, of count: Int, near: Int) -> [Int?] {
    let last = max(1, count)
    let all = Set(max(1, shown - near)...min(last, shown + near)).union([1, last]).sorted()
    return zip(all, [0] + all).flatMap { number, before -> [Int?] in
      switch number - before {
      case 1: [number]
      case 2: [number - 1, number]
      default: [nil, number]
      }
    }
  }

  /// Writes the list.
  ///
  /// - Parameters:
  ///   - numbers: those that it names; nil: some are left out.
  ///   - item: writes what is in the item of a number.
  static func write(_ numbers: [Int?], into output: inout HTML, item: (Int, inout HTML) -> Void) {
    output.raw("<ul>\n")
    for number in numbers {
      output.raw("<li>")
      if let number { item(number, &output) } else { output.raw("…") }
      output.raw("</li>\n")
    }
    output.raw("</ul>\n")
  }
}
