import Foundation
import Testing

@testable import Site

/// The colours of the built-in style sheet, checked for contrast and for all kinds of colour vision.
@Suite("The colours of the theme") struct PaletteTests {
  /// Light or dark.
  private static let schemes = [0, 1]

  @Test("text has enough contrast with its background (WCAG AA)", arguments: schemes)
  func words(scheme: Int) throws {
    let sheet = try Sheet(scheme)
    var pairs = ["champions", "supports", "mixed", "neutral", "opposes", "red-line"].map {
      ($0, $0 + "-back")
    }
    for paper in ["paper", "raised", "sunk", "target", "mark"] { pairs += [("ink", paper), ("link", paper)] }
    for paper in ["paper", "raised", "sunk"] { pairs += [("soft", paper), ("opposes", paper)] }
    for (words, paper) in pairs {
      let contrast = try sheet.colour(words).contrast(to: sheet.colour(paper))
      #expect(contrast >= 4.5, "\(words) on \(paper)")
    }
  }

  @Test(
    "hues, borders of fields and the focus have enough contrast with the page (WCAG 1.4.11)",
    arguments: schemes)
  func shapes(scheme: Int) throws {
    let sheet = try Sheet(scheme)
    for name in Sheet.hues + ["focus", "strong-line"] {
      for paper in ["paper", "raised"] {
        #expect(try sheet.colour(name).contrast(to: sheet.colour(paper)) >= 3, "\(name) on \(paper)")
      }
    }
  }

  @Test(
    "fills of stances differ in lightness, each from all others, and text on them has enough contrast",
    arguments: schemes)
  func fills(scheme: Int) throws {
    let sheet = try Sheet(scheme, file: "assets/matrix.css")
    let ink = try Sheet(scheme).colour("ink")
    let names = ["champions", "supports", "mixed", "neutral", "opposes", "red-line"]
    let fills = try names.map { try sheet.colour($0 + "-fill") }
    for (place, fill) in fills.enumerated() {
      for other in fills[(place + 1)...] { #expect(fill.contrast(to: other) >= 1.3, "\(names[place])") }
      let isEnd = place == 0 || place == 5
      #expect(try fill.contrast(to: isEnd ? sheet.colour("on-strong-fill") : ink) >= 4.5, "\(names[place])")
    }
  }

  @Test(
    "distances between parties differ in lightness, and text on them has enough contrast", arguments: schemes)
  func distances(scheme: Int) throws {
    let sheet = try Sheet(scheme, file: "assets/compare.css")
    let ink = try Sheet(scheme).colour("ink")
    let fills = try (0...4).map { try sheet.colour("distance-\($0)") }
    for (nearer, wider) in zip(fills, fills.dropFirst()) { #expect(nearer.contrast(to: wider) >= 1.3) }
    for (place, fill) in fills.enumerated() {
      #expect(try fill.contrast(to: place < 3 ? ink : sheet.colour("far")) >= 4.5, "distance \(place)")
    }
  }

  @Test("the hues of parties can be distinguished with any kind of colour vision", arguments: schemes)
  func hues(scheme: Int) throws {
    let sheet = try Sheet(scheme)
    #expect(PartyHues.count == Sheet.hues.count)
    for (place, first) in Sheet.hues.enumerated() {
      for second in Sheet.hues[(place + 1)...] {
        for eye in Colour.Eye.allCases {
          let distance = try sheet.colour(first).seen(by: eye).distance(
            to: sheet.colour(second).seen(by: eye))
          // The palette of Okabe and Ito has a minimum of 0.076.
          #expect(distance >= 0.076, "\(first) and \(second), \(eye)")
        }
      }
    }
  }

  @Test("the hues of further parties have enough contrast and differ from all others", arguments: schemes)
  func furtherHues(scheme: Int) throws {
    let sheet = try Sheet(scheme)
    let further = try PartyHues.furtherHues.map { fill in
      try #require(Colour((scheme == 0 ? fill.light : fill.dark).text.dropFirst()))
    }
    #expect(further.count == PartyHues.count)
    for hue in further {
      for paper in ["paper", "raised"] { #expect(try sheet.colour(paper).contrast(to: hue) >= 3) }
    }
    let all = try Sheet.hues.map(sheet.colour) + further
    for (place, first) in all.enumerated() {
      for second in all[(place + 1)...] {
        // Sixteen hues cannot differ for every eye as much as eight do.
        for eye in Colour.Eye.allCases {
          let distance = first.seen(by: eye).distance(to: second.seen(by: eye))
          #expect(distance >= (eye == .usual ? 0.076 : 0.055), "\(place), \(eye)")
        }
      }
    }
  }
}

@Suite("Browsers without support for light-dark()") struct FallbackColourTests {
  @Test("get every colour of the light scheme")
  func fallback() throws {
    let tokens = ThemeToken.all.filter { $0.dark != nil }
    #expect(tokens.count > 30)
    for token in tokens {
      let text = String(decoding: try #require(Theme.builtIn[token.sheet]), as: UTF8.self)
      let parts = text.components(separatedBy: "@supports not (color: light-dark(#000, #fff)) {")
      #expect(parts.count == 2, "\(token.sheet)")
      let block = try #require(parts.last).components(separatedBy: "\n}\n")[0]
      #expect(block.contains(" \(token.name): \(token.light);"), "\(token.name)")
    }
  }
}

/// The colours at the top of a built-in style sheet, for one scheme.
private struct Sheet {
  static let hues = (1...8).map { "party-\($0)" }
  private let text: String
  private let scheme: Int

  init(_ scheme: Int, file: String = "assets/site.css") throws {
    text = String(decoding: try #require(Theme.builtIn[file]), as: UTF8.self)
    self.scheme = scheme
  }

  func colour(_ name: String) throws -> Colour {
    let line = try #require(
      text.split(separator: "\n").first { $0.contains("  --\(name): light-dark(") }, "\(name)")
    let values = line.split(whereSeparator: { "(,) ".contains($0) }).filter { $0.hasPrefix("#") }
    try #require(values.count == 2, "\(name)")
    return try #require(Colour(values[scheme].dropFirst()), "\(name)")
  }
}

/// A colour in linear light, red, green and blue from 0 to 1.
private struct Colour {
  enum Eye: CaseIterable { case usual, protanopia, deuteranopia, tritanopia }

  let red: Double
  let green: Double
  let blue: Double

  init(red: Double, green: Double, blue: Double) {
    (self.red, self.green, self.blue) = (red, green, blue)
  }

  /// `fff` or `1a2b3c`.
  init?(_ digits: some StringProtocol) {
    let digits = digits.count == 3 ? digits.map { "\($0)\($0)" }.joined() : String(digits)
    guard digits.count == 6, let number = Int(digits, radix: 16) else { return nil }
    let parts = [16, 8, 0].map { shift -> Double in
      let value = Double(number >> shift & 255) / 255
      return value <= 0.04045 ? value / 12.92 : Self.power((value + 0.055) / 1.055, 2.4)
    }
    self.init(red: parts[0], green: parts[1], blue: parts[2])
  }

  private var luminance: Double { 0.2126 * red + 0.7152 * green + 0.0722 * blue }

  func contrast(to other: Colour) -> Double {
    let (low, high) = (min(luminance, other.luminance), max(luminance, other.luminance))
    return (high + 0.05) / (low + 0.05)
  }

  /// As seen without one of the three types of cone (Machado, Oliveira and Fernandes 2009, severity 1).
  func seen(by eye: Eye) -> Colour {
    let rows: [[Double]] =
      switch eye {
      case .usual: [[1, 0, 0], [0, 1, 0], [0, 0, 1]]
      case .protanopia:
        [
          [0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998],
        ]
      case .deuteranopia:
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.01182, 0.04294, 0.968881]]
      case .tritanopia:
        [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.3039]]
      }
    let parts = rows.map { row in
      min(1, max(0, row[0] * red + row[1] * green + row[2] * blue))
    }
    return Colour(red: parts[0], green: parts[1], blue: parts[2])
  }

  /// The distance in OKLab (Ottosson 2020).
  func distance(to other: Colour) -> Double {
    let (a, b) = (lab, other.lab)
    return Self.root(zip(a, b).map { ($0 - $1) * ($0 - $1) }.reduce(0, +))
  }

  private var lab: [Double] {
    let long = Self.cubeRoot(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
    let middle = Self.cubeRoot(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
    let short = Self.cubeRoot(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
    return [
      0.2104542553 * long + 0.793617785 * middle - 0.0040720468 * short,
      1.9779984951 * long - 2.428592205 * middle + 0.4505937099 * short,
      0.0259040371 * long + 0.7827717662 * middle - 0.808675766 * short,
    ]
  }

  private static func root(_ value: Double) -> Double { value.squareRoot() }
  private static func cubeRoot(_ value: Double) -> Double { power(max(0, value), 1 / 3) }
  private static func power(_ value: Double, _ exponent: Double) -> Double {
    value == 0 ? 0 : pow(value, exponent)
  }
}
