/// The pages of a list that is divided by number, such as `options/` and `options/page-2/`.
struct PageNumbers: Sendable {
  /// The address of the first page.
  let list: String
  /// The number of the page that shows them, from 1 on.
  let shown: Int
  /// How many pages there are.
  let count: Int

  init(of list: String, shown: Int, count: Int) {
    self.list = list
    self.shown = shown
    self.count = count
  }

  static func address(of list: String, page number: Int) -> String {
    number == 1 ? list : "\(list)/page-\(number)"
  }

  /// The numbers that the list of links names: those around the shown one, the first and the last; nil: some are left out.
  var named: [Int?] { Self.named(around: shown, of: count) }

  /// The numbers from 1 to `count` that a list of links names if it may not name all.
  ///
  /// - Parameter near: how many it names on each side of the shown one.
  /// - Returns: those near the shown one, the first and the last, in order; nil: some are left out.
  static func named(around shown: Int, of count: Int, near: Int = 2) -> [Int?] {
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

  /// Writes links to the pages as a list; of many pages, to those around the shown one, the first and the last.
  func write(on page: PageLinks, into output: inout HTML) {
    output.raw("<ul>\n")
    for number in named {
      guard let number else {
        output.raw("<li>…</li>\n")
        continue
      }
      output.raw(number == shown ? "<li><a aria-current=\"page\" href=\"" : "<li><a href=\"")
      page.page(Self.address(of: list, page: number), into: &output)
      output.raw("\">")
      page.site.words.write(.pageNumber, into: &output) { $0.number(number) }
      output.raw("</a></li>\n")
    }
    output.raw("</ul>\n")
  }
}
