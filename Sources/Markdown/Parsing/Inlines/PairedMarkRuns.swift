/// Finds the pairs among the runs of marks in a block.
///
/// As in cmark-gfm, a run follows the rules of `*`, except that an opening and a closing run of the same character but
/// different lengths cancel each other. Pairs do not overlap: a pair removes the openers between its marks.
struct PairedMarkRuns {
  private struct Run {
    let mark: PairedMark
    let node: Int
    let range: Range<Int>
    let opens: Bool
    let closes: Bool
    /// The parent of `node`; runs match only among siblings.
    let parent: Int

    func matches(_ closer: Run) -> Bool { parent == closer.parent && mark.byte == closer.mark.byte }
  }

  private let list: NodeList
  private let block: Int
  private let marks: PairedMarks
  private let escaped: Set<Int>
  private var runs: [Run] = []
  private var parents: [Int] = []
  private var visited: Int

  /// - Parameter escaped: the offsets of characters of marks that come from an escape or an entity.
  init(_ list: NodeList, block: Int, marks: PairedMarks, escaped: [Int]) {
    self.list = list
    self.block = block
    self.marks = marks
    self.escaped = Set(escaped)
    visited = block
  }

  /// Records the run at `offset` of a text node and returns its end.
  mutating func note(_ bytes: UnsafeBufferPointer<UInt8>, _ node: Int, _ offset: Int, _ range: Range<Int>)
    -> Int
  {
    guard !escaped.contains(offset) else { return offset + 1 }
    let byte = bytes[offset]
    var end = offset
    while end < range.upperBound, bytes[end] == byte, end == offset || !escaped.contains(end) {
      end += 1
    }
    guard let mark = marks.mark(byte, count: end - offset) else { return end }
    let before =
      offset > range.lowerBound
      ? Flank(bytes, endingAt: offset, from: range.lowerBound) : Flank(edge(before: node))
    let after =
      end < range.upperBound ? Flank(bytes, startingAt: end, to: range.upperBound) : Flank(edge(after: node))
    let isLeft = !after.isSpace && (!after.isPunctuation || before.isSpace || before.isPunctuation)
    let isRight = !before.isSpace && (!before.isPunctuation || after.isSpace || after.isPunctuation)
    if isLeft || isRight {
      runs.append(
        Run(
          mark: mark, node: node, range: offset..<end, opens: isLeft, closes: isRight,
          parent: parent(of: node)))
    }
    return end
  }

  /// The starts and ends of the pairs, in no particular order.
  func matched() -> [InlineEvent] {
    var events: [InlineEvent] = []
    var openers: [Run] = []
    for run in runs {
      while let last = openers.last, last.parent != block, Int(list[last.parent].end) <= run.node {
        openers.removeLast()
      }
      if run.closes, let found = openers.lastIndex(where: { $0.matches(run) }),
        openers[found...].allSatisfy({ $0.parent == run.parent })
      {
        let opener = openers[found]
        openers.removeSubrange(found...)
        guard opener.range.count == run.range.count else { continue }
        events.append(InlineEvent(kind: .markStart(run.mark.node), node: opener.node, range: opener.range))
        events.append(InlineEvent(kind: .markEnd, node: run.node, range: run.range))
      } else if run.opens {
        openers.append(run)
      }
    }
    return events
  }

  /// The parent of `node`. Call it for nodes in ascending order.
  private mutating func parent(of node: Int) -> Int {
    if parents.isEmpty { parents = [block] }
    while visited < node {
      visited += 1
      while let last = parents.last, last != block, Int(list[last].end) <= visited { parents.removeLast() }
      if visited < node, Int(list[visited].end) > visited + 1 { parents.append(visited) }
    }
    while let last = parents.last, last != block, Int(list[last].end) <= node { parents.removeLast() }
    return parents.last ?? block
  }

  private func edge(before node: Int) -> NodeKind? { node - 1 > block ? list[node - 1].kind : nil }
  private func edge(after node: Int) -> NodeKind? {
    let next = Int(list[node].end)
    return next < list.count ? list[next].kind : nil
  }
}
