/// The anchors given out on a page.
struct AnchorSet {
  private var taken: Set<String> = []
  /// The number that was last added to an anchor; keeps a thousand equal ones from counting up each time.
  private var last: [String: Int] = [:]

  /// `anchor` itself, or with `-2`, `-3` … when it is taken.
  mutating func unique(_ anchor: String) -> String {
    if taken.insert(anchor).inserted { return anchor }
    var number = last[anchor] ?? 1
    repeat { number += 1 } while !taken.insert("\(anchor)-\(number)").inserted
    last[anchor] = number
    return "\(anchor)-\(number)"
  }
}
