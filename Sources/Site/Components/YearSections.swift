import Content
import Graph

/// A list by year, the newest first. If it is long, it shows the newest elements only, and each year has its own page.
struct YearSections<Element: Sendable>: Sendable {
  /// The largest number of elements on one page.
  static var mostOnOnePage: Int { 200 }
  /// The number of elements in the list if years have pages.
  static var newestShown: Int { 50 }

  /// The years in the order of the list, each with its elements.
  let years: [(key: YearKey, elements: [Element])]
  /// Whether each year has a page.
  let havePages: Bool
  /// The address of the list below the site's root, without leading and trailing slashes.
  private let address: String
  /// What is listed, such as “Reports”.
  private let name: StringKey

  /// - Parameters:
  ///   - elements: in the order of the list, so that those of one year follow each other.
  ///   - arrange: orders the elements of one year.
  ///   - areTaken: whether another page has one of some addresses, as `2025.md` would; then years have no pages.
  init(
    _ elements: some Sequence<Element>, at address: String, named name: StringKey, year: (Element) -> Int?,
    arrange: ([Element]) -> [Element] = { $0 }, areTaken: (Set<String>) -> Bool
  ) {
    var years: [(key: YearKey, elements: [Element])] = []
    var count = 0
    for element in elements {
      let key = YearKey(year(element))
      if years.last?.key == key {
        years[years.count - 1].elements.append(element)
      } else {
        years.append((key, [element]))
      }
      count += 1
    }
    self.years = years.map { ($0.key, arrange($0.elements)) }
    self.address = address
    self.name = name
    havePages =
      count > Self.mostOnOnePage && !areTaken(Set(years.map { Self.address(of: $0.key, below: address) }))
  }

  /// The address of a year's page below the site's root.
  func address(of year: YearKey) -> String { Self.address(of: year, below: address) }

  private static func address(of year: YearKey, below list: String) -> String { list + "/" + year.address }

  /// “Reports in 2025”, “Reports: Undated”.
  func title(_ year: YearKey, _ words: LocalizedStrings) -> String {
    let name = words.text(name)
    guard let number = year.year else { return words.text(.labelled, name, words.text(.undatedTitle)) }
    return words.text(.nameInYear, name, String(number))
  }

  /// The anchors of the sections in the list.
  var anchors: [String] { years.map { anchor(of: $0.key) } }

  private func anchor(of year: YearKey) -> String { "year:" + year.address }

  /// Writes the path from a page to a year: its own page, or its section in the list.
  func address(of year: YearKey, on page: PageLinks, into output: inout HTML) {
    if havePages {
      page.page(address(of: year), into: &output)
    } else {
      page.place(address, anchor: anchor(of: year), into: &output)
    }
  }

  /// Begins the page of a year, with links to the years; of many, to some (see `YearKey.named`).
  func draft(of year: YearKey, _ definition: PageDefinition, _ site: PageRenderer) -> PageDraft {
    var draft = site.draft(definition, address: address(of: year), title: title(year, site.words))
    let page = draft.page
    draft.html(.contents) { writeContents(on: page, current: year, into: &$0) }
    return draft
  }

  /// Writes links to the years; `current` is the year of the page, if any.
  func writeContents(on page: PageLinks, current: YearKey? = nil, into output: inout HTML) {
    let index = years.firstIndex { $0.key == current }
    ShortenedList.write(YearKey.named(around: index, of: years.count), into: &output) { index, output in
      let (key, elements) = years[index]
      output.raw("<a href=\"")
      address(of: key, on: page, into: &output)
      output.raw(key == current ? "\" aria-current=\"page\">" : "\">")
      shortTitle(key, page.site.words, into: &output)
      output.raw("</a> <span class=\"count\">")
      output.number(elements.count)
      output.raw("</span>")
    }
  }

  /// Writes all elements, or the newest ones with links to the pages of their years.
  ///
  /// - Parameter list: writes the elements of one year.
  func write(
    on page: PageLinks, into output: inout HTML, list: (ArraySlice<Element>, inout HTML) -> Void
  ) {
    var left = havePages ? Self.newestShown : Int.max
    for (key, elements) in years {
      output.raw("<section id=\"")
      output.escaped(anchor(of: key))
      output.raw("\">\n<h2>")
      shortTitle(key, page.site.words, into: &output)
      output.raw("</h2>\n")
      let shown = elements.prefix(left)
      left -= shown.count
      if !shown.isEmpty { list(shown, &output) }
      if shown.count < elements.count { writeMore(key, elements.count, on: page, into: &output) }
      output.raw("</section>\n")
    }
  }

  /// The elements of one year, for its page.
  func elements(of year: YearKey) -> [Element] { years.first { $0.key == year }?.elements ?? [] }

  private func writeMore(_ year: YearKey, _ count: Int, on page: PageLinks, into output: inout HTML) {
    output.raw("<p class=\"more\"><a href=\"")
    address(of: year, on: page, into: &output)
    output.raw("\">")
    output.escaped(title(year, page.site.words))
    output.raw("</a> <span class=\"count\">")
    output.number(count)
    output.raw("</span></p>\n")
  }

  private func shortTitle(_ key: YearKey, _ words: LocalizedStrings, into output: inout HTML) {
    if let year = key.year { output.number(year) } else { words.write(.undatedTitle, into: &output) }
  }
}

/// The year that a position or report belongs to.
struct YearKey: Hashable, Comparable {
  /// nil: undated.
  let year: Int?

  init(_ year: Int?) {
    self.year = year
  }

  init(_ graph: IssueGraph, _ position: ID<Position>) {
    year = graph.positions[position.index].year
  }

  /// Last part of the address of the year's page.
  var address: String { year.map(String.init) ?? "undated" }

  /// Undated ones first.
  static func < (left: YearKey, right: YearKey) -> Bool { (left.year ?? .min) < (right.year ?? .min) }

  /// The most years that each page of a year names.
  private static let mostNamed = 60

  /// Which of the years that have pages a list of links names.
  ///
  /// - Parameters:
  ///   - index: index of the year whose page has the list; nil: the list is not on such a page, and names all.
  ///   - count: how many years have pages.
  /// - Returns: indices in order; of many, those near the page's own, the first and the last; nil: some are left out.
  static func named(around index: Int?, of count: Int) -> [Int?] {
    guard let index, count > mostNamed else { return Array(0..<count) }
    let numbers = ShortenedList.numbers(around: index + 1, of: count, near: mostNamed / 4)
    return numbers.map { $0.map { $0 - 1 } }
  }
}
