/// A stretch of a text node that becomes something else, or the edge of a strikethrough.
struct InlineEvent {
  enum Kind {
    /// Index of the stretch.
    case placeholder(Int)
    case autolink(Autolink.Scheme)
    case strikethroughStart
    case strikethroughEnd
  }

  let kind: Kind
  /// Index of the text node.
  let node: Int
  /// Bytes of the nodes' text buffer.
  let range: Range<Int>
}
