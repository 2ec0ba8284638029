/// All patterns of `ignore:`, arranged so that a path is compared only with those whose beginning or end it has.
package struct IgnorePatterns: Sendable {
  /// Patterns by what precedes their first star; those that begin with a star by what follows their last one.
  private var byHead = Group()
  private var byTail = Group()

  /// Patterns by a part of their text.
  private struct Group: Sendable {
    private var patterns: [ArraySlice<UInt8>: [IgnorePattern]] = [:]
    /// The lengths of the parts, ascending.
    private var lengths: [Int] = []

    mutating func add(_ pattern: IgnorePattern, at part: ArraySlice<UInt8>) {
      patterns[part, default: []].append(pattern)
      if !lengths.contains(part.count) { lengths = (lengths + [part.count]).sorted() }
    }

    /// Whether one of the patterns for the parts of a text matches; `part` returns the part of a length.
    func contains(count: Int, part: (Int) -> ArraySlice<UInt8>, where matches: (IgnorePattern) -> Bool)
      -> Bool
    {
      lengths.lazy.prefix { $0 <= count }.contains { patterns[part($0)]?.contains(where: matches) ?? false }
    }
  }

  package init(_ texts: [String]) {
    for pattern in Set(texts).sorted().map(IgnorePattern.init) {
      let head = pattern.head
      if head.isEmpty { byTail.add(pattern, at: pattern.tail) } else { byHead.add(pattern, at: head) }
    }
  }

  /// Whether the file or folder at `path` (below Content) is ignored. Its parent folders are known not to match.
  package func matches(_ path: String) -> Bool {
    let whole = Array(path.utf8)[...]
    let start = whole.lastIndex(of: UInt8(ascii: "/")).map { $0 + 1 } ?? 0
    return matches(whole, where: { $0.matchesPath(whole) })
      || matches(whole[start...], where: { $0.matchesName(whole[start...]) })
  }

  private func matches(_ text: ArraySlice<UInt8>, where isMatch: (IgnorePattern) -> Bool) -> Bool {
    byHead.contains(count: text.count, part: { text.prefix($0) }, where: isMatch)
      || byTail.contains(count: text.count, part: { text.suffix($0) }, where: isMatch)
  }
}
