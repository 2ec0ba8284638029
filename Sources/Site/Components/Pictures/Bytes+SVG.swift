/// Appending SVG to a page's bytes. Sizes across are shares of the picture's width, so that letters keep their size on
/// every screen; sizes down are pixels.
extension [UInt8] {
  /// Appends a share of the width in tenths of a per cent: `12.5%`.
  mutating func share(_ tenths: Int) {
    number(tenths / 10)
    raw(".")
    number(tenths % 10)
    raw("%")
  }

  /// Appends a straight line; `from` and `to` as tenths of a per cent across and pixels down.
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

  /// Appends a circle around `centre`, in tenths of a per cent across and pixels down.
  mutating func circle(_ style: StaticString, centre: (x: Int, y: Int), radius: Int) {
    raw("<circle class=\"")
    raw(style)
    raw("\" cx=\"")
    share(centre.x)
    raw("\" cy=\"")
    number(centre.y)
    raw("\" r=\"")
    number(radius)
    raw("\"/>")
  }

  /// Appends one line of text, on a rim that parts it from lines behind it, whose middle, start or end (by its style) stands at `place`.
  mutating func label(_ style: StaticString, at place: (x: Int, y: Int), _ text: (inout [UInt8]) -> Void) {
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
