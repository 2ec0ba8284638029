/// How the line between two issues is drawn.
enum TieStyle {
  /// Dark for a relation that files declare; otherwise the wider, the more reports treat both.
  ///
  /// - Parameter most: how many reports the strongest tie of the picture has.
  static func of(relation: Bool, _ reports: Int, most: Int) -> StaticString {
    if relation { return "tie declared" }
    // Few reports are few, however the others stand.
    if reports < 3 || reports * 3 <= most { return "tie" }
    return reports * 3 <= most * 2 ? "tie often" : "tie very-often"
  }
}
