import Content

extension Stance {
  /// The word of a stance, as pages show it; its sign and colour come from the class, by the style sheet.
  var html: StaticString {
    switch self {
    case .champions:
      """
      <span class="stance s-champions">Champions</span>
      """
    case .supports:
      """
      <span class="stance s-supports">Supports</span>
      """
    case .mixed:
      """
      <span class="stance s-mixed">Mixed</span>
      """
    case .neutral:
      """
      <span class="stance s-neutral">Neutral</span>
      """
    case .opposes:
      """
      <span class="stance s-opposes">Opposes</span>
      """
    case .redLine:
      """
      <span class="stance s-red-line">Red line</span>
      """
    }
  }

  /// The class that gives a cell or a word the sign and colour of the stance.
  var styleClass: StaticString {
    switch self {
    case .champions: "s-champions"
    case .supports: "s-supports"
    case .mixed: "s-mixed"
    case .neutral: "s-neutral"
    case .opposes: "s-opposes"
    case .redLine: "s-red-line"
    }
  }

  /// The word of the stance.
  var label: StaticString {
    switch self {
    case .champions: "Champions"
    case .supports: "Supports"
    case .mixed: "Mixed"
    case .neutral: "Neutral"
    case .opposes: "Opposes"
    case .redLine: "Red line"
    }
  }
}

extension [UInt8] {
  /// Appends the scale of stances, from one end to the other, for a page that shows some.
  mutating func stanceLegend() {
    raw("<p class=\"legend\"><span>Stances</span>")
    for stance in [Stance.champions, .supports, .mixed, .neutral, .opposes, .redLine] {
      raw(" ")
      raw(stance.html)
    }
    raw("</p>\n")
  }
}
