/// The closings of nodes.
extension HTMLRenderer {
  mutating func close(_ frame: Frame, in parent: Frame?) {
    if frame.kind == .footnoteDefinition, frame.closing == nil { closeFootnote(frame) }
    if let closing = frame.closing {
      output += closing
    } else {
      writeClosing(frame, in: parent)
    }
    if frame.kind == .document || frame.kind == .footnoteDefinition { closeFootnotes(after: frame) }
  }

  private mutating func writeClosing(_ frame: Frame, in parent: Frame?) {
    switch frame.kind {
    case .paragraph:
      if parent?.kind == .listItem, parent?.isTight == true { return }
      if let parent, parent.kind == .footnoteDefinition, parent.end == frame.end {
        write(" ")
        writeBackLinks(of: document.nodes[parent.index])
      }
      write("</p>\n")
    case .heading:
      write("</h")
      output.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: document.nodes[frame.index].detail))
      write(">\n")
    case .blockQuote: closeBlock("</blockquote>\n")
    case .bulletList: closeBlock("</ul>\n")
    case .orderedList: closeBlock("</ol>\n")
    case .listItem: write("</li>\n")
    case .emphasis: write("</em>")
    case .strong: write("</strong>")
    case .strikethrough: write("</del>")
    case .link: write("</a>")
    case .table: closeTable(frame)
    case .tableRow: closeRow(frame)
    case .tableCell: closeCell(frame, in: parent)
    case .tableCaption: write("</caption>\n")
    case .callout: closeBlock("</aside>\n")
    case .calloutTitle: write("</p>\n")
    case .figure: closeFigure(frame)
    default: break
    }
  }

  private mutating func closeBlock(_ tag: StaticString) {
    startLine()
    write(tag)
  }
}
