/// One node of a document: a block or an inline, in a flat pre-order list.
///
/// The list is flat so that trees of any depth are built, walked and freed without recursion. The subtree of
/// `nodes[i]` is `nodes[i ..< nodes[i].end]`, its first child (if any) is `nodes[i + 1]`, and the sibling after a
/// child `c` is `nodes[c].end`.
package struct Node: Sendable, Hashable {
  /// The kind of node, which gives the other fields their meaning.
  package var kind: NodeKind
  /// For lists: whether it is tight. For wikilinks: whether it is an embed (`![[…]]`). For cells: whether the first character is
  /// escaped, as in `\[+]`. For line breaks: whether it is a tag `<br>` outside of a cell.
  package var flag: Bool
  /// A number whose meaning depends on `kind`; 0 if it has none.
  package var detail: Int32
  /// The index after the last node of this subtree.
  package var end: Int32
  /// A range of `Document.text` whose meaning depends on `kind`.
  package var text: ByteRange
  /// A second range of `Document.text` whose meaning depends on `kind`.
  package var extra: ByteRange
  /// The node's place in the file, in UTF-8 bytes from the start of the file. It is exact for blocks, cells,
  /// links and wikilinks; for other inlines it is at least within their block.
  package var source: ByteRange

  /// A node; fields that are left out are 0, false or empty.
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

extension Node {
  /// The range of `Document.text` that plain text shows for the node itself; nil for nodes without a text of their own,
  /// such as containers and line breaks, and for HTML.
  package var shownText: ByteRange? {
    switch kind {
    case .text, .code: text
    case .wikilink: extra.isEmpty ? text : extra
    default: nil
    }
  }
}

/// The kinds of node, blocks before inlines, and the meaning of `detail`, `text`, `extra` and `flag` for each.
package enum NodeKind: Sendable, Hashable, Comparable, CaseIterable {
  // Blocks
  /// The root. Its last children are the footnote definitions, in the order of their first references.
  case document
  case paragraph
  /// `detail`: level, 1 to 6.
  case heading
  case blockQuote
  /// A callout as in Obsidian, `> [!kind] Title`. `text`: kind in lower case; `detail`: 0 not foldable, 1 open (`+`),
  /// 2 closed (`-`).
  case callout
  /// The first child of a callout that has a title; its children are inlines.
  case calloutTitle
  /// `flag`: tight.
  case bulletList
  /// `flag`: tight; `detail`: number of the first item.
  case orderedList
  /// `detail`: 0 no task, 1 open task, 2 completed task.
  case listItem
  /// `text`: the code; `extra`: the info string (empty for indented code).
  case codeBlock
  /// `text`: the HTML as written.
  case htmlBlock
  case thematicBreak
  /// `detail`: index into `Document.tables`. Children: tableCaption (if any), then rows.
  case table
  /// Its children are inlines.
  case tableCaption
  /// `detail`: 0 for the header row, otherwise the 1-based number of the body row.
  case tableRow
  /// `detail`: 0-based column; `text`: the inside of a leading `[…]` stance mark, as written; `extra`: the inside
  /// of a trailing `{…}` attribute; `source`: the cell with its mark, without the white space around it. Mark and
  /// attribute are not part of the inlines; in a table without positions they are shown as written.
  case tableCell
  /// An image with a description or a title, alone in its paragraph (Pandoc's implicit figure). Child: the image.
  case figure
  /// `detail`: number, 1-based, in order of first reference; `text`: label as written.
  case footnoteDefinition

  // Inlines
  /// `text`: the characters, with entities and escapes resolved.
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
  case highlight
  /// `text`: destination; `extra`: title.
  case link
  /// `text`: destination; `extra`: title; children: the description.
  case image
  /// `detail`: number of the footnote, 1-based.
  case footnoteReference
  /// `[[text|extra]]`. `text`: target as written, trimmed; `extra`: text to show, empty if none; `flag`: embed.
  case wikilink
}

/// A range of bytes with 32-bit bounds; the end is excluded.
package struct ByteRange: Sendable, Hashable {
  /// The offset of the first byte.
  package var start: Int32
  /// The offset after the last byte.
  package var end: Int32

  /// A range from `start` up to but not including `end`, both at most `Int32.max`.
  package init(_ start: Int, _ end: Int) {
    self.start = Int32(truncatingIfNeeded: start)
    self.end = Int32(truncatingIfNeeded: end)
  }

  /// The range that `moved` makes of another one.
  init(moving range: ByteRange, by moved: (Range<Int>) -> Range<Int>) {
    let range = moved(range.range)
    self.init(range.lowerBound, range.upperBound)
  }

  /// No bytes; used for “none”.
  package static let empty = ByteRange(0, 0)

  /// Whether the range holds no bytes.
  package var isEmpty: Bool { start == end }
  /// The number of bytes.
  package var count: Int { Int(end - start) }
  /// The range with `Int` bounds, for subscripts and places.
  package var range: Range<Int> { Int(start)..<Int(end) }
}
