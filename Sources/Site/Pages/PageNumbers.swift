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
  var named: [Int?] { ShortenedList.numbers(around: shown, of: count, near: 2) }

  /// Writes links to the pages as a list; of many pages, to those around the shown one, the first and the last.
  func write(on page: PageLinks, into output: inout HTML) {
    ShortenedList.write(named, into: &output) { number, output in
      output.raw(number == shown ? "<a aria-current=\"page\" href=\"" : "<a href=\"")
      page.page(Self.address(of: list, page: number), into: &output)
      output.raw("\">")
      page.site.words.write(.pageNumber, into: &output) { $0.number(number) }
      output.raw("</a>")
    }
  }
}
