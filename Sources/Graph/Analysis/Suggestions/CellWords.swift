import Markdown
import Text

/// The rare words in the cells of issues (by party) or of parties (by issue).
struct CellWords {
  /// A word is rare if it appears in the cells of at most this many members, and of at most a third of them.
  private static let mostMembers = 4
  private static let shortestWord = 5

  /// By member: a member of the other side and a rare word in their cell; ascending, without duplicates.
  private let places: [[UInt64]]
  private let words: [String]

  /// - Parameters:
  ///   - count: the number of members.
  ///   - member: the member of a position, and the one on the other side.
  init(_ graph: IssueGraph, count: Int, member: (Position) -> (own: Int, other: Int)) {
    var words: [String] = []
    var numbers: [[UInt8]: Int32] = [:]
    var all: [[UInt64]] = Array(repeating: [], count: count)
    for position in graph.positions {
      let (own, other) = member(position)
      let document = graph.reports[position.report.index].report.header.document
      let text = Array(document.plainText(of: position.cell).utf8)
      WordScan.words(of: text[...], shortest: Self.shortestWord) { word in
        let number = numbers[word] ?? Int32(numbers.count)
        if Int(number) == numbers.count {
          numbers[word] = number
          words.append(String(decoding: word, as: UTF8.self))
        }
        all[own].append(UInt64(number) << 32 | UInt64(other))
      }
    }
    self.words = words
    places = Self.rare(all.map(Self.unique), wordCount: words.count)
  }

  private static func rare(_ places: [[UInt64]], wordCount: Int) -> [[UInt64]] {
    var members = [Int32](repeating: 0, count: wordCount)
    for list in places {
      var last = -1
      for place in list where Int(place >> 32) != last {
        last = Int(place >> 32)
        members[last] += 1
      }
    }
    let most = min(mostMembers, places.count { !$0.isEmpty } / 3)
    return places.map { list in
      list.filter { place in
        let count = Int(members[Int(place >> 32)])
        return count > 1 && count <= most
      }
    }
  }

  private static func unique(_ places: [UInt64]) -> [UInt64] {
    var result: [UInt64] = []
    for place in places.sorted() where result.last != place { result.append(place) }
    return result
  }

  /// The rare words that both members have in cells with the same member of the other side, sorted.
  func shared(_ one: Int, _ other: Int) -> [String] {
    let (left, right) = (places[one], places[other])
    var (i, j) = (0, 0)
    var numbers: [Int] = []
    while i < left.count, j < right.count {
      if left[i] == right[j], numbers.last != Int(left[i] >> 32) { numbers.append(Int(left[i] >> 32)) }
      if left[i] <= right[j] { i += 1 } else { j += 1 }
    }
    return numbers.map { words[$0] }.sortedByBytes()
  }

  /// Pairs of members that share at least `least` rare words in cells with the same member of the other side.
  func pairs(sharing least: Int) -> [MemberPair] {
    var byPlace: [(place: UInt64, member: Int32)] = []
    for (member, list) in places.enumerated() {
      for place in list { byPlace.append((place, Int32(member))) }
    }
    byPlace.sort { ($0.place, $0.member) < ($1.place, $1.member) }
    var pairs: [MemberPair] = []
    for (index, entry) in byPlace.enumerated() {
      for other in byPlace[(index + 1)...].prefix(while: { $0.place == entry.place }) {
        pairs.append(MemberPair(entry.member, other.member))
      }
    }
    pairs.sort()
    return MemberPair.unique(
      pairs.indices.filter { $0 + least <= pairs.count && pairs[$0 + least - 1] == pairs[$0] }.map {
        pairs[$0]
      })
  }
}
