/// Appending SVG to a page's bytes. Horizontal sizes are percentages of the picture's width, so letters have
/// the same size on every screen; vertical sizes are pixels.
extension HTML {
  /// Appends a percentage of the width, given in tenths of a percent: `12.5%`.
  mutating func share(_ tenths: Int) {
    number(tenths / 10)
    raw(".")
    number(tenths % 10)
    raw("%")
  }

  /// Appends a straight line; `from` and `to` in tenths of a percent horizontally and pixels vertically.
  mutating func line(_ style: StaticString, from: (x: Int, y: Int), to: (x: Int, y: Int)) {
    raw("<line class=\"")
    raw(style)
    raw("\" x1=\"")
    share(from.x)
    raw("\" y1=\"")
    number(from.y)
    raw("\" x2=\"")
    share(to.x)
    raw("\" y2=\"")
    number(to.y)
    raw("\"/>\n")
  }

  /// Appends a circle around `centre`, in tenths of a percent horizontally and pixels vertically.
  mutating func circle(_ style: StaticString, centre: (x: Int, y: Int), radius: Int) {
    raw("<circle class=\"")
    raw(style)
    place(centre, radius)
    raw("\"/>")
  }

  /// Appends a circle of two classes with a title.
  mutating func circle(
    _ style: StaticString, _ other: StaticString, centre: (x: Int, y: Int), radius: Int,
    title: (inout HTML) -> Void
  ) {
    raw("<circle class=\"")
    raw(style)
    raw(" ")
    raw(other)
    place(centre, radius)
    raw("\"><title>")
    title(&self)
    raw("</title></circle>\n")
  }

  /// Appends where a circle is and how large, after the value of its class.
  private mutating func place(_ centre: (x: Int, y: Int), _ radius: Int) {
    raw("\" cx=\"")
    share(centre.x)
    raw("\" cy=\"")
    number(centre.y)
    raw("\" r=\"")
    number(radius)
  }

  /// Appends one line of text with an outline that separates it from the background. Its middle, start or end
  /// (depending on its style) is at `place`.
  mutating func label(_ style: StaticString, at place: (x: Int, y: Int), _ text: (inout HTML) -> Void) {
    raw("<text paint-order=\"stroke\" class=\"")
    raw(style)
    raw("\" x=\"")
    share(place.x)
    raw("\" y=\"")
    number(place.y)
    raw("\">")
    text(&self)
    raw("</text>\n")
  }
}

/// The style of the line between two issues.
enum TieStyle {
  /// Dark for a relation that files declare; otherwise wider the more reports cover both issues.
  ///
  /// - Parameter most: the number of reports of the strongest connection in the picture.
  static func of(relation: Bool, _ reports: Int, most: Int) -> StaticString {
    if relation { return "tie declared" }
    // Few reports always give a thin line.
    if reports < 3 || reports * 3 <= most { return "tie" }
    return reports * 3 <= most * 2 ? "tie often" : "tie very-often"
  }
}
