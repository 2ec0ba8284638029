/// A footnote's definition as found in the text.
struct FoundFootnote {
  /// The label as written, without brackets and caret.
  let label: [UInt8]
  /// What labels are compared by: without case.
  let key: String
  /// `[^label]:` in the file.
  let place: ByteRange
  /// 0-based lines of the text.
  let lines: Range<Int>
  /// The content of each of `lines`, as bytes of the text; empty for a blank line.
  let contents: [Range<Int>]
}
