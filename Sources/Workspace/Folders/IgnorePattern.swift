/// A pattern of `ignore:` in site.yml: paths below Content that are not read.
///
/// `*` matches any part of one name, `**` any part of a path. A pattern without a slash is compared with each name in
/// the path, one with a slash with the path below Content. A folder that matches is ignored with everything in it.
package struct IgnorePattern: Sendable, Hashable {
  private let bytes: [UInt8]
  private let matchesNames: Bool

  package init(_ text: String) {
    var pattern = text.utf8[...]
    if pattern.last == UInt8(ascii: "/") { pattern.removeLast() }
    matchesNames = !pattern.contains(UInt8(ascii: "/"))
    if pattern.first == UInt8(ascii: "/") { pattern.removeFirst() }
    bytes = Array(pattern)
  }

  /// Whether the file or folder at `path` (below Content) is ignored. Its parent folders are known not to match.
  package func matches(_ path: String) -> Bool {
    let whole = Array(path.utf8)[...]
    let start = whole.lastIndex(of: UInt8(ascii: "/")).map { $0 + 1 } ?? 0
    return matchesPath(whole) || matchesName(whole[start...])
  }

  /// Whether the pattern is one for paths and matches this one.
  func matchesPath(_ path: ArraySlice<UInt8>) -> Bool { !matchesNames && Self.matches(bytes[...], path) }

  /// Whether the pattern is one for names and matches this one.
  func matchesName(_ name: ArraySlice<UInt8>) -> Bool { matchesNames && Self.matches(bytes[...], name) }

  /// What every match begins with: the bytes before the first star.
  var head: ArraySlice<UInt8> { bytes.prefix { $0 != Self.star } }

  /// What every match ends with: the bytes after the last star, without the slash of a `**/` that may match no folder.
  var tail: ArraySlice<UInt8> {
    guard let last = bytes.lastIndex(of: Self.star) else { return bytes[...] }
    let rest = bytes[(last + 1)...]
    return rest.first == Self.slash ? rest.dropFirst() : rest
  }

  /// Follows all possible positions in the pattern at once: the time is at most pattern length × text length.
  private static func matches(_ pattern: ArraySlice<UInt8>, _ text: ArraySlice<UInt8>) -> Bool {
    var reachable = closure(of: [pattern.startIndex], pattern, startsName: true)
    for byte in text {
      var next: Set<Int> = []
      for index in reachable where index < pattern.endIndex {
        if pattern[index] == star {
          let crosses = index + 1 < pattern.endIndex && pattern[index + 1] == star
          if crosses || byte != slash { next.insert(index) }
        } else if pattern[index] == byte {
          next.insert(index + 1)
        }
      }
      reachable = closure(of: next, pattern, startsName: byte == slash)
      if reachable.isEmpty { return false }
    }
    return reachable.contains(pattern.endIndex)
  }

  /// A star may match nothing; where a name starts in the text, `**/` may match no folder.
  private static func closure(
    of states: Set<Int>, _ pattern: ArraySlice<UInt8>, startsName: Bool
  ) -> Set<Int> {
    var result = states
    var open = Array(states)
    while let index = open.popLast() {
      guard index < pattern.endIndex, pattern[index] == star else { continue }
      var after = index + 1
      if after < pattern.endIndex, pattern[after] == star {
        after += 1
        let atStart = index == pattern.startIndex || pattern[index - 1] == slash
        if startsName, atStart, after < pattern.endIndex, pattern[after] == slash,
          result.insert(after + 1).inserted
        {
          open.append(after + 1)
        }
      }
      if result.insert(after).inserted { open.append(after) }
    }
    return result
  }

  private static let star = UInt8(ascii: "*")
  private static let slash = UInt8(ascii: "/")
}
