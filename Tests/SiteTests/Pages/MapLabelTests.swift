import Content
import Testing

@testable import Site

@Suite("Names on the map") struct MapLabelTests {
  private static func mark(_ name: String, radius: Int = 10) -> MapMark {
    MapMark(
      radius: radius, name: LabelLines(name, width: 17, most: 3), isNamed: true, parties: 1, redLines: 0)
  }

  private static let size = MapLayout.Point(x: 600, y: 400)

  private static func labels(
    _ marks: [MapMark], _ rings: [(Int, Int)], ties: [(Int, Int)], above: Set<Int> = []
  ) -> [MapLabel] {
    MapLabel.place(
      marks, rings: rings.map { MapLayout.Point(x: $0.0, y: $0.1) },
      isAbove: marks.indices.map(above.contains), ties: ties, size: size)
  }

  @Test("are on the preferred side if nothing is in the way") func wanted() {
    let marks = [Self.mark("NATO expansion"), Self.mark("Sanctions")]
    let labels = Self.labels(marks, [(100, 200), (400, 200)], ties: [(0, 1)], above: [1])
    #expect(labels[0] == MapLabel(marks[0], at: MapLayout.Point(x: 100, y: 200), on: .below))
    #expect(labels[1] == MapLabel(marks[1], at: MapLayout.Point(x: 400, y: 200), on: .above))
  }

  @Test("avoid lines if one side is free of them") func lines() {
    // The connections of the middle one lead steeply up and down.
    let marks = [Self.mark("Above"), Self.mark("NATO expansion"), Self.mark("Below")]
    let rings = [(290, 60), (300, 200), (310, 340)]
    let labels = Self.labels(marks, rings, ties: [(0, 1), (1, 2)], above: [0])
    #expect(labels[1].anchor == .start && labels[1].y == 204)
    let points = rings.map { MapLayout.Point(x: $0.0, y: $0.1) }
    for label in labels {
      #expect(!label.box.meets(points[0], points[1]) && !label.box.meets(points[1], points[2]))
    }
  }

  @Test("never leave the picture, and do not cover rings or other names if there is a free side") func crowd()
  {
    let marks = (0..<6).map { Self.mark("Issue number \($0)", radius: 6) }
    let rings = [(60, 60), (100, 110), (560, 60), (560, 380), (300, 200), (330, 230)]
    let labels = Self.labels(marks, rings, ties: [(0, 1), (1, 4), (4, 5), (3, 5), (2, 4)])
    for (place, label) in labels.enumerated() {
      #expect(MapBox(left: 0, top: 0, right: 600, bottom: 400).contains(label.box), "\(place)")
      for (other, ring) in rings.enumerated() where other != place {
        #expect(!label.box.intersects(labels[other].box), "\(place) and \(other)")
        let box = MapBox(around: MapLayout.Point(x: ring.0, y: ring.1), 6)
        #expect(!label.box.intersects(box), "\(place) and \(other)")
      }
    }
  }

  @Test(
    "are crossed by lines that touch their box, and by no others",
    arguments: [
      ((0, 0), (100, 100), true), ((0, 50), (100, 50), true), ((50, 0), (50, 39), false),
      ((0, 0), (39, 100), false), ((45, 45), (46, 46), true), ((0, 61), (100, 61), false),
      ((100, 0), (0, 100), true), ((61, 0), (61, 100), false),
    ])
  func meets(start: (Int, Int), end: (Int, Int), meets: Bool) {
    let box = MapBox(left: 40, top: 40, right: 60, bottom: 60)
    let (start, end) = (MapLayout.Point(x: start.0, y: start.1), MapLayout.Point(x: end.0, y: end.1))
    #expect(box.meets(start, end) == meets && box.meets(end, start) == meets)
  }
}
