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

  /// Writes links to the pages as a list.
  func write(on page: PageLinks, into output: inout HTML) {
    output.raw("<ul>\n")
    for number in 1...max(1, count) {
      output.raw(number == shown ? "<li><a aria-current=\"page\" href=\"" : "<li><a href=\"")
      page.page(Self.address(of: list, page: number), into: &output)
      output.raw("\">")
      page.site.words.write(.pageNumber, into: &output) { $0.number(number) }
      output.raw("</a></li>\n")
    }
    output.raw("</ul>\n")
  }
}
