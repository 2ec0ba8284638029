extension PairedMark {
  /// GitHub's strikethrough, `~text~` or `~~text~~`.
  static let strikethrough = PairedMark("~", lengths: 1...2, node: .strikethrough, element: "del")
}
