import TestSupport
import Testing

@testable import Diagnostics

struct DiagnosticTallyTests {
  private static func diagnostic(_ message: String, at offset: Int) -> Diagnostic {
    Diagnostic(.unknownName, at: Place(path: "a.md", range: offset..<offset + 1), message)
  }

  /// The list after 5 diagnostics with one message, and 2 with another between them.
  private static var list: [Diagnostic] {
    var limits = Limits()
    limits[.diagnosticsOfOneCause] = 3
    var tally = DiagnosticTally(limits)
    for offset in 0..<5 {
      tally.add(diagnostic("often", at: offset))
      if offset.isMultiple(of: 3) { tally.add(diagnostic("rare", at: offset)) }
    }
    return tally.diagnostics
  }

  @Test func `the first diagnostics of a cause are kept in order, and the last of them counts the rest`() {
    #expect(Self.list.map(\.message) == ["often", "rare", "often", "often", "rare"])
    #expect(Self.list.map(\.furtherCount) == [0, 0, 0, 2, 0])
  }

  @Test func `diagnostics that are not listed are part of the counts`() {
    let list = DiagnosticPolicy().apply(to: Self.list)
    #expect(list.entries.count == 5)
    #expect(list.count == 7)
    #expect(list.summary == "7 errors")
  }

  @Test func `the last diagnostic says how many more there are, in every format`() {
    let list = DiagnosticPolicy().apply(to: Self.list)
    let source: DiagnosticPrinter.Source = { _ in Array("abcdefgh".utf8) }
    let note = "2 more places in this file have the same problem"
    let texts = [
      DiagnosticPrinter(source: source).text(list), DiagnosticAnnotations(source: source).text(list),
      DiagnosticSARIF(version: "1", source: source).text(list),
    ]
    for text in texts {
      #expect(text.split(separator: note, omittingEmptySubsequences: false).count == 2, "\(text)")
    }
    let json = DiagnosticJSON(source: source).text(list)
    #expect(json.contains("\"further\":2}") && json.contains("\"errors\":7"), "\(json)")
  }

  /// Limits of a cause and of a kind.
  private static func limits(_ cause: Int, _ kind: Int) -> Limits {
    var limits = Limits()
    limits[.diagnosticsOfOneCause] = cause
    limits[.diagnosticsOfOneKind] = kind
    return limits
  }

  @Test func `the first diagnostics of a kind are kept, and the last of them counts the others of that kind`()
  {
    let all = (0..<5).map { Self.diagnostic("unknown \($0)", at: $0) }
    let list = DiagnosticTally.limited(all, Self.limits(2, 3))
    #expect(list.map(\.message) == ["unknown 0", "unknown 1", "unknown 2"])
    #expect(list.map(\.furtherCount) == [0, 0, 2])
    #expect(
      list.last?.further
        == "2 more problems of this kind in this file are not listed; to list more, set “limits: {diagnostics-of-one-kind: …}” in site.yml"
    )
  }

  @Test func `diagnostics of other files and other kinds are not counted together`() {
    let all = (0..<6).map { number in
      Diagnostic(
        number % 3 == 2 ? .rawHTML : .unknownName,
        at: Place(path: number % 3 == 0 ? "a.md" : "b.md", range: 0..<1),
        "the same")
    }
    #expect(DiagnosticTally.limited(all, Self.limits(2, 2)) == all)
  }

  @Test(arguments: 0..<60)
  func `limits lose no diagnostic, and may be applied again`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let kinds: [DiagnosticID] = [.unknownName, .rawHTML, .brokenLink]
    let all = (0..<Int.random(in: 1...80, using: &random)).map { offset in
      Diagnostic(
        kinds[Int.random(in: kinds.indices, using: &random)],
        at: Place(path: Bool.random(using: &random) ? "a.md" : "b.md", range: offset..<offset + 1),
        "message \(Int.random(in: 0..<12, using: &random))")
    }
    let limits = Self.limits(Int.random(in: 1...4, using: &random), Int.random(in: 1...9, using: &random))
    let once = DiagnosticTally.limited(all, limits)
    let narrower = DiagnosticTally.limited(once, Self.limits(1, 1))
    for list in [once, narrower] {
      for id in kinds {
        for path in ["a.md", "b.md"] {
          let isOwn = { (one: Diagnostic) in one.id == id && one.place?.path == path }
          let total = list.filter(isOwn).reduce(0) { $0 + 1 + $1.furtherCount }
          #expect(total == all.count(where: isOwn))
        }
      }
    }
    #expect(DiagnosticTally.limited(once, limits) == once)
    #expect(narrower.count <= 6)
  }

  @Test func `diagnostics without a file are all listed`() {
    let all = (0..<9).map { Diagnostic(.unknownName, at: nil, "unknown \($0 / 2)") }
    #expect(DiagnosticTally.limited(all, Self.limits(1, 2)) == all)
  }

  @Test func `the number of a kind counts those that are not listed`() {
    var all = (0..<9).map { Self.diagnostic("unknown \($0)", at: $0) }
    all.append(Diagnostic(.rawHTML, at: Place(path: "a.md", range: 0..<1), "raw"))
    let list = DiagnosticPolicy(limits: Self.limits(2, 3)).apply(to: all)
    #expect(list.entries.count == 4)
    #expect(list.count(of: .unknownName) == 9 && list.count(of: .rawHTML) == 1)
  }
}
