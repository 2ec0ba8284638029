/// Finds the name that an author probably meant.
package enum NearestName {
  /// The candidate nearest to `name`, regardless of case; nil if none is close enough.
  ///
  /// A candidate is close enough if at most a third of the letters differ, and at most three; insertions, deletions,
  /// replacements and swapped neighbours count one each. Ties go to the candidate that sorts first, so the order of
  /// `candidates` does not matter.
  package static func match(_ name: String, among candidates: some Sequence<String>) -> String? {
    let wanted = Array(name.lowercased())
    let limit = min(3, max(1, wanted.count / 3))
    var best: (distance: Int, name: String)?
    for candidate in candidates where candidate != name {
      let letters = Array(candidate.lowercased())
      guard let distance = EditDistance.between(wanted, letters, limit: limit) else { continue }
      if let known = best, (known.distance, known.name) <= (distance, candidate) { continue }
      best = (distance, candidate)
    }
    return best?.name
  }
}
