import Text

/// The mark of a task, `[ ]` or `[x]`, at the start of a list item (GFM specification, section 5.3).
enum TaskMark {
  /// Removes the mark from the start of a list item's first paragraph and sets the item's `detail`.
  ///
  /// - Parameter source: the paragraph as written, to distinguish an escaped mark from a real one.
  static func take(from list: inout NodeList, paragraph: Int, source: ArraySlice<UInt8>) {
    guard source.first == ASCII.openBracket, source.dropFirst(2).first == ASCII.closeBracket else { return }
    let item = paragraph - 1
    let text = paragraph + 1
    guard item > 0, list[item].kind == .listItem, list[paragraph].kind == .paragraph, text < list.count,
      list[text].kind == .text, list[text].text.count >= 3
    else { return }
    let start = Int(list[text].text.start)
    let bytes = list.text[start..<Int(list[text].text.end)]
    guard bytes[start] == ASCII.openBracket, bytes[start + 2] == ASCII.closeBracket, bytes.count > 3,
      bytes[start + 3].isSpace
    else { return }
    let mark = bytes[start + 1]
    guard mark == ASCII.space || mark.lowered == UInt8(ascii: "x") else { return }
    list[item].detail = mark == ASCII.space ? 1 : 2
    var rest = 3
    while rest < bytes.count, bytes[start + rest].isSpace { rest += 1 }
    if list[text].source.count == list[text].text.count {
      list[text].source.start += Int32(truncatingIfNeeded: rest)
    }
    list[text].text.start += Int32(truncatingIfNeeded: rest)
  }
}

extension HTMLRenderer {
  /// Writes the checkbox of a list item that is a task; nothing for other items.
  mutating func writeTaskBox(_ item: Node) {
    if item.detail == 1 { write("<input type=\"checkbox\" disabled=\"\" /> ") }
    if item.detail == 2 { write("<input type=\"checkbox\" checked=\"\" disabled=\"\" /> ") }
  }
}
