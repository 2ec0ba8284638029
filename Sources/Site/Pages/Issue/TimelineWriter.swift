import Content
import Editions
import Graph

/// Draws stances on an issue over time: time runs from left to right, each party has a lane, and stronger support is
/// higher up in the lane.
///
/// The table of positions above it gives the same information in words.
struct TimelineWriter {
  let page: PageLinks
  let issue: Issue
  let timeline: Timeline
  /// The moves that positions show.
  let moves: [RecordedPosition: StanceDirection]

  /// In pixels. Below its name, a lane has room for five heights.
  private static let laneHeight = 94
  private static let bandTop = 38
  private static let step = 9
  /// The smallest distance between two labels in a lane, in tenths of a percent.
  private static let leastGap = 190

  /// Half the width of a label, in tenths of a percent; half the height of its letters, and the smallest distance between their
  /// middle and that of a mark, in pixels.
  private static let (halfLabel, halfLine, leastHeight) = (85, 4, 14)

  private var words: LocalizedStrings { page.site.words }
  private var height: Int { timeline.lanes.count * Self.laneHeight }

  func write(into output: inout HTML) {
    output.raw(
      "<figure class=\"history\">\n<svg class=\"picture timeline\" role=\"img\" width=\"100%\" height=\"")
    output.number(height + 24)
    output.raw("\" aria-label=\"")
    words.write(.stancesOverTime, count: nil, into: &output) { hole, output in
      switch hole {
      case 0: output.append(page.site.issueNames, issue.id.index)
      case 1: words.dates.readable(timeline.first, into: &output)
      default: words.dates.readable(timeline.last, into: &output)
      }
    }
    output.raw("\">\n")
    TimeAxis(timeline, words.dates).write(height: height, into: &output)
    for (place, lane) in timeline.lanes.enumerated() {
      write(lane, top: place * Self.laneHeight, into: &output)
    }
    output.raw("</svg>\n<figcaption>")
    words.write(.higherIsMoreSupport, into: &output)
    if timeline.lanes.contains(where: { $0.marks.contains { $0.stance == nil } }) {
      output.raw(" ")
      words.write(.smallRingIsUnrated, into: &output)
    }
    if timeline.lanes.contains(where: { $0.marks.contains { moves[$0.position] != nil } }) {
      output.raw(" ")
      words.write(.ringIsMove, into: &output)
    }
    if timeline.lanes.contains(where: { !$0.changes.isEmpty }) {
      output.raw(" ")
      words.write(.lineIsChangeOfGovernment, into: &output)
    }
    if timeline.omitted > 0 {
      output.raw(" ")
      words.write(.furtherPartiesBelow, count: timeline.omitted, into: &output)
    }
    output.raw("</figcaption>\n</figure>\n")
  }

  private func write(_ lane: Timeline.Lane, top: Int, into output: inout HTML) {
    output.raw("<g")
    output.hueClass(lane.party, of: page.site.hues)
    output.raw(">\n")
    let middle = top + Self.bandTop + 2 * Self.step
    output.line("level", from: (0, middle), to: (1000, middle))
    output.raw("<rect class=\"hue\" x=\"0\" width=\"9\" height=\"9\" y=\"")
    output.number(top + 6)
    output.raw("\"/>\n<text paint-order=\"stroke\" class=\"party\" x=\"15\" y=\"")
    output.number(top + 15)
    output.raw("\">")
    output.append(page.site.partyNames, lane.party.index)
    output.raw("</text>\n")
    for change in lane.changes {
      let x = TimeAxis.place(of: change, in: timeline)
      output.line("handover", from: (x, top + 20), to: (x, top + Self.laneHeight - 4))
    }
    steps(lane, top: top, into: &output)
    let named = named(lane)
    let places = lane.marks.map { place($0, top: top) }
    for (place, mark) in lane.marks.enumerated() {
      let word = named.contains(place) ? label(of: place, among: places, in: lane) : nil
      write(mark, of: lane.party, top: top, word: word, into: &output)
    }
    output.raw("</g>\n")
  }

  private func place(_ mark: Timeline.Mark, top: Int) -> (x: Int, y: Int) {
    let x = TimeAxis.place(of: mark.middle, in: timeline)
    guard let stance = mark.stance else { return (x, top + Self.bandTop + 4 * Self.step + 9) }
    return (x, top + Self.bandTop + (2 - stance.height) * Self.step)
  }

  /// The distance from a mark down to its label, in pixels: where it covers no other mark of the lane; nil: nowhere.
  private func label(of mark: Int, among places: [(x: Int, y: Int)], in lane: Timeline.Lane) -> Int? {
    let place = places[mark]
    let before = places[..<mark].last { $0.y != place.y } ?? place
    // A line that reaches the mark from above leaves room below the mark.
    let offsets = before.y < place.y ? [19, -10] : [-10, 19]
    return offsets.first { offset in
      places.indices.allSatisfy { other in
        other == mark || abs(places[other].x - place.x) >= Self.halfLabel
          || abs(places[other].y - (place.y + offset - Self.halfLine)) >= Self.leastHeight
      }
    }
  }

  /// A stance lasts until the next one. The lines to and from a mixed stance, which is not on the scale, are
  /// dashed. Stances that answer different propositions are not connected.
  private func steps(_ lane: Timeline.Lane, top: Int, into output: inout HTML) {
    let rated = lane.marks.filter { $0.stance != nil }
    let record = page.site.record
    for (before, after) in zip(rated, rated.dropFirst())
    where record.meaning(of: before.position, on: issue.id)
      == record.meaning(of: after.position, on: issue.id)
    {
      let (from, to) = (place(before, top: top), place(after, top: top))
      let isMixed = before.stance == .mixed || after.stance == .mixed
      let style: StaticString = isMixed ? "step-line unordered" : "step-line"
      if from.x != to.x { output.line(style, from: from, to: (to.x, from.y)) }
      if from.y != to.y { output.line(style, from: (to.x, from.y), to: to) }
    }
  }

  /// The marks with a label: the newest one, and each one that differs from the previous one if there is
  /// room.
  private func named(_ lane: Timeline.Lane) -> Set<Int> {
    var named: Set<Int> = []
    var next: Int?
    let rated = lane.marks.indices.filter { lane.marks[$0].stance != nil }
    for (order, place) in rated.enumerated().reversed() {
      let isNew = order == 0 || lane.marks[rated[order - 1]].stance != lane.marks[place].stance
      let x = TimeAxis.place(of: lane.marks[place].middle, in: timeline)
      guard isNew || next == nil, next.map({ $0 - x >= Self.leastGap }) ?? true else { continue }
      named.insert(place)
      next = x
    }
    return named
  }

  /// - Parameter word: the distance from the mark down to its label, in pixels; nil: no label.
  private func write(
    _ mark: Timeline.Mark, of party: ID<Party>, top: Int, word: Int?, into output: inout HTML
  ) {
    let place = place(mark, top: top)
    let style = mark.stance?.styleClass ?? "unrated"
    let isAlone = word == nil && mark.days.first == mark.days.last && moves[mark.position] == nil
    if isAlone {
      return output.circle("mark", style, centre: place, radius: mark.stance == nil ? 3 : 5) {
        describe(mark, of: party, into: &$0)
      }
    }
    output.raw("<g class=\"")
    output.raw(style)
    output.raw("\"><title>")
    describe(mark, of: party, into: &output)
    output.raw("</title>")
    if mark.days.first < mark.days.last {
      let (start, end) = (Int(mark.days.first), Int(mark.days.last))
      output.line(
        "interval", from: (TimeAxis.place(of: start, in: timeline), place.y),
        to: (TimeAxis.place(of: end, in: timeline), place.y))
    }
    if moves[mark.position] != nil { output.circle("move", centre: place, radius: 9) }
    output.circle("mark", centre: place, radius: mark.stance == nil ? 3 : 5)
    if let word, let stance = mark.stance {
      let style: StaticString = place.x < 130 ? "word at-start" : place.x > 870 ? "word at-end" : "word"
      output.label(style, at: (place.x, place.y + word)) { words.stances.writeName(stance, into: &$0) }
    }
    output.raw("</g>\n")
  }

  /// Writes what a mark stands for, in words.
  private func describe(_ mark: Timeline.Mark, of party: ID<Party>, into output: inout HTML) {
    words.write(.labelled, into: &output) {
      $0.append(page.site.partyNames, party.index)
    } _: {
      if let stance = mark.stance {
        words.stances.writeName(stance, into: &$0)
      } else {
        words.write(.unrated, into: &$0)
      }
      words.write(.comma, into: &$0)
      words.dates.readable(mark.date, into: &$0)
      if case .remembered(let remembered) = mark.position {
        words.write(.comma, into: &$0)
        words.write(originOf: remembered, into: &$0)
      }
      guard let direction = moves[mark.position] else { return }
      words.write(.comma, into: &$0)
      words.write(direction.label, into: &$0)
    }
  }
}

extension Stance {
  /// Steps above the middle of a lane; a mixed stance, which is not on the scale, is in the middle.
  fileprivate var height: Int { value ?? 0 }
}
