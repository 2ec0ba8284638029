import Text

/// The elements that the search index leaves out: symbols and numbers, lists of links, earlier wordings, and text of other pages.
///
/// The permalink symbol beside a heading stays, because it marks the end of the heading.
enum SearchExclusions {
  /// Elements with one of these classes.
  private static let classes = [
    "cite", "copy", "legend", "kicker", "badges", "contents", "sides", "report-end", "back", "table-end",
    "filters", "tags", "wording", "unseen", "reading-time", "source", "relations", "represented", "mentions",
    "earlier-title", "scale",
  ]
  /// Elements that Pagefind leaves out by itself.
  private static let elements = [
    "style", "script", "noscript", "label", "form", "svg", "footer", "nav", "iframe", "template",
  ]

  /// All of them but `elements`, as selectors of CSS.
  static let selectors =
    classes.map { "." + $0 } + [
      "sup.footnote", ".standings thead",
      // Reports and the pages of issues have the same positions.
      ".party > .positions",
    ]

  private static let excludedClasses = Set(classes.map { StableHash(Array($0.utf8)).value })
  private static let excludedElements = Set(elements.map(ElementName.init))
  private static let footnote = StableHash(Array("footnote".utf8)).value
  private static let positions = StableHash(Array("positions".utf8)).value
  private static let standings = StableHash(Array("standings".utf8)).value
  private static let party = StableHash(Array("party".utf8)).value
  private static let superscript = ElementName("sup")
  private static let head = ElementName("thead")

  /// What an element means for those in it.
  struct Mark: OptionSet {
    let rawValue: UInt8

    /// It and what is in it are left out.
    static let isExcluded = Mark(rawValue: 1)
    /// It is a table of standings, or in one.
    static let isInStandings = Mark(rawValue: 2)
    /// It is the article of a party.
    static let isParty = Mark(rawValue: 4)
  }

  /// - Parameters:
  ///   - classes: the hashes of the element's classes.
  ///   - parent: the mark of the element around it.
  static func mark(_ name: ElementName, _ classes: [UInt64], in parent: Mark) -> Mark {
    var mark = parent.intersection([.isExcluded, .isInStandings])
    if excludedElements.contains(name) || name == head && mark.contains(.isInStandings) {
      mark.insert(.isExcluded)
    }
    for value in classes {
      if excludedClasses.contains(value) || value == footnote && name == superscript
        || value == positions && parent.contains(.isParty)
      {
        mark.insert(.isExcluded)
      }
      if value == standings { mark.insert(.isInStandings) }
      if value == party { mark.insert(.isParty) }
    }
    return mark
  }
}
