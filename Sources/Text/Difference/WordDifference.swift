/// What changed between two versions of a text, word by word.
package enum WordDifference {
  /// The runs of both texts in order: equal and removed runs joined give `before`, equal and added runs `after`.
  ///
  /// Neighbouring runs differ in kind; where text was replaced, the removed run comes first. White space or a single
  /// sign between two changes becomes part of them. Texts that differ in more than a few hundred places are not
  /// compared word by word: everything between their common beginning and end counts as replaced. Swapping the two
  /// texts swaps `removed` and `added` and changes nothing else.
  package static func runs(from before: String, to after: String) -> [WordRun] {
    if before == after { return before.isEmpty ? [] : [WordRun(.equal, after)] }
    if before < after { return orderedRuns(before, after) }
    var runs = orderedRuns(after, before).map(\.reversed)
    for index in runs.indices.dropFirst() where runs[index].kind == .removed && runs[index - 1].kind == .added
    {
      runs.swapAt(index, index - 1)
    }
    return runs
  }

  private static func orderedRuns(_ before: String, _ after: String) -> [WordRun] {
    let old = WordSplitter.split(before)
    let new = WordSplitter.split(after)
    var numbers: [Substring: Int32] = [:]
    func number(_ piece: Substring) -> Int32 {
      if let known = numbers[piece] { return known }
      let number = Int32(numbers.count)
      numbers[piece] = number
      return number
    }
    let shared = EditScript.shared(old.map(number), new.map(number))
    return gather(old, new, withoutIslands(shared, old, new))
  }

  /// Drops shared pieces that contain no word and have changes on both sides: they would split a change in two.
  private static func withoutIslands(
    _ shared: [(Int, Int)], _ old: [Substring], _ new: [Substring]
  ) -> [(Int, Int)] {
    var kept: [(Int, Int)] = []
    var start = 0
    while start < shared.count {
      var end = start + 1
      while end < shared.count, shared[end].0 == shared[end - 1].0 + 1, shared[end].1 == shared[end - 1].1 + 1
      {
        end += 1
      }
      let touchesStart = shared[start] == (0, 0)
      let touchesEnd = shared[end - 1] == (old.count - 1, new.count - 1)
      let hasWord = shared[start..<end].contains { isWord(old[$0.0]) }
      if hasWord || touchesStart || touchesEnd { kept += shared[start..<end] }
      start = end
    }
    return kept
  }

  private static func isWord(_ piece: Substring) -> Bool {
    piece.unicodeScalars.contains { scalar in
      // The properties of a scalar are looked up, which takes long.
      if scalar.isASCII {
        let byte = UInt8(truncatingIfNeeded: scalar.value)
        return byte.isLetter || byte.isDigit
      }
      return scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    }
  }

  private static func gather(
    _ old: [Substring], _ new: [Substring], _ shared: [(Int, Int)]
  ) -> [WordRun] {
    var runs: [WordRun] = []
    var equal = ""
    var place = (0, 0)
    for next in shared + [(old.count, new.count)] {
      let removed = old[place.0..<next.0].joined()
      let added = new[place.1..<next.1].joined()
      if !removed.isEmpty || !added.isEmpty {
        if !equal.isEmpty { runs.append(WordRun(.equal, equal)) }
        equal = ""
      }
      if !removed.isEmpty { runs.append(WordRun(.removed, removed)) }
      if !added.isEmpty { runs.append(WordRun(.added, added)) }
      if next.0 < old.count { equal += old[next.0] }
      place = (next.0 + 1, next.1 + 1)
    }
    if !equal.isEmpty { runs.append(WordRun(.equal, equal)) }
    return runs
  }
}

/// A piece of text that two versions share, or that only one of them has.
package struct WordRun: Sendable, Hashable {
  /// The version that contains the text.
  package enum Kind: Sendable, Hashable {
    /// Both.
    case equal
    /// Only the earlier version.
    case removed
    /// Only the later version.
    case added
  }

  package let kind: Kind
  /// Not empty; includes the white space and punctuation of its version.
  package let text: String

  package init(_ kind: Kind, _ text: String) {
    self.kind = kind
    self.text = text
  }

  /// The same run with the versions swapped.
  var reversed: WordRun {
    switch kind {
    case .equal: self
    case .removed: WordRun(.added, text)
    case .added: WordRun(.removed, text)
    }
  }
}
