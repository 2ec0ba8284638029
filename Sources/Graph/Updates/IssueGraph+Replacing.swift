extension IssueGraph {
  /// Puts the lists of a report in the place of its old ones; comparisons and options have the same elements.
  ///
  /// - Parameter keepingPositions: positions are the same ones, too; else the edges that lead to them are wrong afterwards.
  ///   Those that lead to mentions may be.
  mutating func replace(_ file: LinkedFile, of report: Int, keepingPositions: Bool) {
    let comparisons = comparisons.places(of: report) { $0.report }
    let positions = positions.places(of: report) { $0.report }
    let moved = file.positions.map {
      $0.moved(positions: positions.lowerBound, comparisons: comparisons.lowerBound)
    }
    if keepingPositions {
      for position in moved where position != self.positions[position.id.index] {
        self.positions[position.id.index] = position
      }
    } else {
      splice(moved, at: positions)
    }
    let options = options.places(of: report) { $0.report }
    for (offset, option) in file.options.enumerated()
    where option.rowNode != self.options[options.lowerBound + offset].rowNode {
      self.options[options.lowerBound + offset] = option.moved(
        by: options.lowerBound, comparisons: comparisons.lowerBound)
    }
    replaceMentions(with: file.mentions, of: report)
  }

  private mutating func splice(_ new: [Position], at places: Range<Int>) {
    let growth = new.count - places.count
    positions.replaceSubrange(places, with: new)
    guard growth != 0 else { return }
    for index in (places.lowerBound + new.count)..<positions.count {
      positions[index] = positions[index].moved(positions: growth, comparisons: 0)
    }
  }

  private mutating func replaceMentions(with new: [Mention], of report: Int) {
    let places = mentions.places(of: report) { $0.report }
    mentions.replaceSubrange(places, with: new.map { $0.moved(by: places.lowerBound) })
    let growth = new.count - places.count
    guard growth != 0 else { return }
    for index in (places.lowerBound + new.count)..<mentions.count {
      mentions[index] = mentions[index].moved(by: growth)
    }
  }
}

extension Array {
  /// The places of a report's elements in a list that is sorted by reports.
  func places(of report: Int, _ owner: (Element) -> ID<ReportEntry>) -> Range<Int> {
    let start = partition { owner($0).index >= report }
    let end = self[start...].firstIndex { owner($0).index != report } ?? count
    return start..<end
  }
}
