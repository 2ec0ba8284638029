/// The places in a list whose elements have something that most others lack, ascending.
package struct ChosenPlaces: Sendable {
  package private(set) var all: [Int] = []

  package init() {}

  /// Adds or removes a place.
  package mutating func set(_ place: Int, _ isChosen: Bool) {
    let index = all.partition { $0 >= place }
    let isKnown = index < all.count && all[index] == place
    if isChosen, !isKnown { all.insert(place, at: index) }
    if !isChosen, isKnown { all.remove(at: index) }
  }
}
