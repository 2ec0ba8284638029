extension PairedMark {
  /// `==text==`, as in Obsidian and Pandoc.
  static let highlight = PairedMark("=", lengths: 2...2, node: .highlight, element: "mark", isOurs: true)
}
