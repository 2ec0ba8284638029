/// One line of pasted text, cleaned; lines without any text are left out and remembered by the next.
struct PastedLine: Hashable {
  /// 1-based, in the input.
  let number: Int
  /// Its bytes in the input; nil when the input's encoding was changed.
  let range: Range<Int>?
  /// White space before its text: spaces count one, tabs four.
  let indent: Int
  /// Without white space at its ends; inside, single spaces and tabs as they were.
  let text: String
  /// Tabs that stand before the text (empty cells of a pasted table).
  let leadingTabs: Int
  /// A tab ended the line.
  let endsInTab: Bool
  /// A blank line, or the start of the input, stands above it.
  let followsBlank: Bool
}
