/// What changed between two texts, line by line.
package enum LineDifference {
  /// The lines that are gone, after `- `, and those that are new, after `+ `, in the order of the texts; lines that stay are left
  /// out.
  package static func lines(from before: String, to after: String) -> [String] {
    let old = before.split(separator: "\n", omittingEmptySubsequences: false)
    let new = after.split(separator: "\n", omittingEmptySubsequences: false)
    var numbers: [Substring: Int32] = [:]
    func number(_ line: Substring) -> Int32 {
      if let known = numbers[line] { return known }
      let next = Int32(numbers.count)
      numbers[line] = next
      return next
    }
    let shared = EditScript.shared(old.map(number), new.map(number)) + [(old.count, new.count)]
    var (oldStart, newStart) = (0, 0)
    var lines: [String] = []
    for (oldEnd, newEnd) in shared {
      lines += old[oldStart..<oldEnd].map { "- " + $0 } + new[newStart..<newEnd].map { "+ " + $0 }
      (oldStart, newStart) = (oldEnd + 1, newEnd + 1)
    }
    return lines
  }
}
