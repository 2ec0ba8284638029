/// One node of a document: a block or an inline, in a flat pre-order list.
///
/// Kept flat so that trees of any depth are built, walked and freed without recursion: the subtree of
/// `nodes[i]` is `nodes[i ..< nodes[i].end]`, its first child (if any) is `nodes[i + 1]`, and the next
/// sibling of a child `c` is `nodes[c].end`.
package struct Node: Sendable, Hashable {
  /// What kind of node it is; says what the other fields mean.
  package var kind: NodeKind
  /// For lists: tight. For wikilinks: an embed (`![[…]]`).
  package var flag: Bool
  /// A small number whose meaning `kind` gives; 0 where it has none.
  package var detail: Int32
  /// Index just after the last node of this subtree.
  package var end: Int32
  /// The node's own text, in `Document.text`; what it is, `kind` says.
  package var text: ByteRange
  /// A second text, in `Document.text`; what it is, `kind` says.
  package var extra: ByteRange
  /// Where the node stands in the file: UTF-8 byte offsets from the file's start. Exact for blocks, cells,
  /// links and wikilinks; for other inlines at least inside their block.
  package var source: ByteRange

  package init(
    _ kind: NodeKind, flag: Bool = false, detail: Int32 = 0, end: Int32 = 0, text: ByteRange = .empty,
    extra: ByteRange = .empty, source: ByteRange = .empty
  ) {
    self.kind = kind
    self.flag = flag
    self.detail = detail
    self.end = end
    self.text = text
    self.extra = extra
    self.source = source
  }
}

/// The kinds of node, and what `detail`, `text`, `extra` and `flag` of each hold.
package enum NodeKind: UInt8, Sendable, Hashable, CaseIterable {
  // Blocks
  /// The root. Its last children are the footnote definitions, in order of first reference.
  case document
  case paragraph
  /// `detail`: level, 1 to 6.
  case heading
  case blockQuote
  /// Obsidian's `> [!kind] Title`. `text`: kind in lower case; `detail`: 0 not foldable, 1 open (`+`), 2 closed (`-`).
  case callout
  /// First child of a callout that has a title of its own; holds inlines.
  case calloutTitle
  /// `flag`: tight.
  case bulletList
  /// `flag`: tight; `detail`: number of the first item.
  case orderedList
  /// `detail`: 0 plain, 1 task not done, 2 task done.
  case listItem
  /// `text`: the code; `extra`: the info string (empty for indented code).
  case codeBlock
  /// `text`: the HTML as written.
  case htmlBlock
  case thematicBreak
  /// `detail`: index into `Document.tables`. Children: tableCaption (if any), then rows.
  case table
  /// Holds inlines.
  case tableCaption
  /// `detail`: 0 the header row, else the 1-based number of the body row.
  case tableRow
  /// `detail`: 0-based column; `text`: the inside of a leading `[…]` stance mark, as written; `extra`: the inside
  /// of a trailing `{…}`; `source`: the cell without the white space around it (the mark included). Mark and
  /// attribute are taken from the cell's inlines; in a table without positions they are shown as written.
  case tableCell
  /// An image alone in its paragraph with a description or a title (Pandoc's implicit figure). Child: the image.
  case figure
  /// `detail`: number, 1-based, in order of first reference; `text`: label as written.
  case footnoteDefinition

  // Inlines
  /// `text`: the characters, entities and escapes resolved. Neighbouring texts are merged.
  case text
  case softBreak
  case lineBreak
  /// `text`: the code.
  case code
  /// `text`: the HTML as written.
  case htmlInline
  case emphasis
  case strong
  case strikethrough
  /// `text`: destination; `extra`: title.
  case link
  /// `text`: destination; `extra`: title; children: the description.
  case image
  /// `detail`: number of the footnote.
  case footnoteReference
  /// `[[text|extra]]`. `text`: target as written, trimmed; `extra`: shown text, empty if none; `flag`: embed.
  case wikilink
}

/// A range of bytes with 32-bit bounds, end excluded.
package struct ByteRange: Sendable, Hashable {
  package var start: Int32
  package var end: Int32

  package init(_ start: Int, _ end: Int) {
    self.start = Int32(truncatingIfNeeded: start)
    self.end = Int32(truncatingIfNeeded: end)
  }

  /// No bytes; stands for “none”.
  package static let empty = ByteRange(0, 0)

  package var isEmpty: Bool { start == end }
  package var count: Int { Int(end - start) }
  /// As a range of `Int`, for subscripts and places.
  package var range: Range<Int> { Int(start)..<Int(end) }
}
