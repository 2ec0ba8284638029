/// A list without markers: short lines of the same form, below a line that introduces them.
struct UnmarkedList {
  /// The index after the last item.
  let end: Int
  /// The common property of the items, for the decision.
  let reason: String
  /// The index of the last item if it may also be the next heading; otherwise nil.
  let doubtful: Int?

  private enum Form { case term, clause, open, sentence }

  private static let wordLimit = 24
  private static let lengthLimit = 180
  private static let sentenceWordLimit = 14

  /// The list whose first item is line `start`; nil if the lines are too different, or if there is only one.
  init?(at start: Int, in lines: [PastedLine], isAnnounced: Bool, isItem: (Int) -> Bool) {
    guard start < lines.count, isItem(start), let form = Self.form(lines[start].text) else { return nil }
    let isClosed = LineShape(lines[start].text).isClosed
    var end = start + 1
    var hasLastClause = false
    while end < lines.count, !lines[end].followsBlank, isItem(end), !hasLastClause,
      let next = Self.form(lines[end].text)
    {
      if form == .clause, next != .clause { hasLastClause = true }
      guard next == form || hasLastClause else { break }
      if form == .term, LineShape(lines[end].text).isClosed != isClosed { break }
      end += 1
    }
    let found = end
    let isContinued = end < lines.count && !lines[end].followsBlank
    let texts = lines[start..<end].map(\.text)
    if form == .open, isContinued, texts.count > 1, Self.lastIsHeading(texts, before: lines[end].text) {
      end -= 1
    }
    guard end - start >= (end < found && isAnnounced ? 1 : 2) else { return nil }
    self.end = end
    let isDoubtful = form == .open && isContinued && end == found && HeadingShape.fits(lines[end - 1].text)
    doubtful = isDoubtful ? end - 1 : nil
    reason =
      switch form {
      case .term: "each starts with a term and a colon"
      case .clause: "clauses of one sentence"
      case .open: "short lines without closing punctuation"
      case .sentence: "short sentences"
      }
  }

  private static func form(_ text: String) -> Form? {
    let shape = LineShape(text)
    guard !shape.isLeadIn, shape.hasLetters else { return nil }
    if let words = shape.wordsBeforeColon, words <= 6 { return shape.length <= 2 * lengthLimit ? .term : nil }
    guard shape.words <= wordLimit, shape.length <= lengthLimit, !shape.hasInnerSentenceEnd else {
      return nil
    }
    if shape.last == ";" || shape.last == "," || text.hasSuffix(" and") || text.hasSuffix(" or") {
      return .clause
    }
    if shape.isClosed { return shape.words <= sentenceWordLimit ? .sentence : nil }
    return .open
  }

  /// Whether the sentence `next` begins with a word of `heading`, perhaps with another ending: “Strategies compared”, and then
  /// “The strategies differ …”.
  private static func announces(_ heading: String, _ next: String) -> Bool {
    guard LineShape(next).endsSentence else { return false }
    let words: [Substring] = next.lowercased().split { !$0.isLetter }
    let stems = words.prefix(4).filter { $0.count >= 7 }.map { $0.dropLast(2) }
    let own: [Substring] = heading.lowercased().split { !$0.isLetter }
    return own.contains { word in stems.contains { word.hasPrefix($0) } }
  }

  /// Whether the last of `texts` is the next heading rather than the last item.
  private static func lastIsHeading(_ texts: [String], before next: String) -> Bool {
    guard let last = texts.last, HeadingShape.fits(last) else { return false }
    let items = texts.dropLast()
    if PipeRow(next) != nil || next.contains("\t") || HeadingShape.isCommonTitle(last) { return true }
    if items.allSatisfy({ LineShape($0).startsLowerCase }) { return true }
    if HeadingShape.isTitleCase(last), !items.contains(where: HeadingShape.isTitleCase) { return true }
    if items.count >= 2, announces(last, next) { return true }
    let words = LineShape(last).words
    return items.count >= 2 && words <= 4 && items.allSatisfy { LineShape($0).words >= 2 * words }
  }
}
