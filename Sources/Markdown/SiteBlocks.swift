/// Blocks that the site's profile makes of CommonMark's: callouts, figures, captions.
enum SiteBlocks {
  /// Makes a callout of the block quote at `quote`, which is still open, when it starts with a mark.
  static func makeCallout(of quote: Int, in list: inout NodeList) {
    let (paragraph, first) = (quote + 1, quote + 2)
    guard first < list.count, list[paragraph].kind == .paragraph, list[first].kind == .text,
      let mark = CalloutMark(list.text, list[first].text.range)
    else { return }
    list[quote].kind = .callout
    list[quote].detail = mark.fold
    list[quote].text = list.keep(list.text[mark.kind].map(\.lowered))
    let old = list[paragraph]
    var inlines = Array(list.nodes[first..<Int(old.end)])
    let taken = mark.titleStart - Int(inlines[0].text.start)
    if inlines[0].source.count == inlines[0].text.count {
      inlines[0].source.start += Int32(truncatingIfNeeded: taken)
    }
    inlines[0].text.start += Int32(truncatingIfNeeded: taken)
    let line = lineEnd(inlines, base: first)
    var new: [Node] = []
    let title = inlines[..<line].drop { $0.kind == .text && $0.text.isEmpty }
    append(title, as: .calloutTitle, from: old, at: paragraph, oldStart: first + title.startIndex, to: &new)
    append(
      inlines.dropFirst(line + 1), as: .paragraph, from: old, at: paragraph, oldStart: first + line + 1,
      to: &new)
    list.replace(paragraph..<Int(old.end), with: new)
  }

  /// The position of the first line end among the topmost inlines; their count when there is none.
  private static func lineEnd(_ inlines: [Node], base: Int) -> Int {
    var index = 0
    while index < inlines.count {
      if inlines[index].kind == .softBreak || inlines[index].kind == .lineBreak { return index }
      index = Int(inlines[index].end) - base
    }
    return inlines.count
  }

  /// Appends a block of these inlines, unless there are none.
  private static func append(
    _ inlines: ArraySlice<Node>, as kind: NodeKind, from old: Node, at place: Int, oldStart: Int,
    to new: inout [Node]
  ) {
    guard let first = inlines.first, let last = inlines.last else { return }
    let shift = Int32(truncatingIfNeeded: place + new.count + 1 - oldStart)
    let source = ByteRange(Int(first.source.start), Int(max(first.source.start, last.source.end)))
    new.append(
      Node(kind, end: Int32(truncatingIfNeeded: place + new.count + 1 + inlines.count), source: source))
    new += inlines.lazy.map { node in
      var node = node
      node.end += shift
      return node
    }
  }

  /// The paragraph at `block` holds nothing but an image with a description or a title.
  static func isFigure(_ list: NodeList, _ block: Int) -> Bool {
    let image = block + 1
    guard image < list.count, list[block].kind == .paragraph, list[image].kind == .image else { return false }
    return Int(list[image].end) == list.count && (list.count > image + 1 || !list[image].extra.isEmpty)
  }
}
