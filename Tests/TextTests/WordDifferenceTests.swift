import TestSupport
import Testing
import Text

@Suite("Differences between two texts")
struct WordDifferenceTests {
  @Test("words are compared whole, and a replaced word is removed before the new one is added")
  func words() {
    #expect(
      WordDifference.runs(from: "Wants the dam by 2030", to: "Wants the dam by 2028") == [
        WordRun(.equal, "Wants the dam by "), WordRun(.removed, "2030"), WordRun(.added, "2028"),
      ])
    #expect(WordDifference.runs(from: "", to: "") == [])
    #expect(WordDifference.runs(from: "same", to: "same") == [WordRun(.equal, "same")])
    #expect(WordDifference.runs(from: "", to: "new") == [WordRun(.added, "new")])
  }

  @Test("the runs give back both texts", arguments: 0..<16 as Range<UInt64>)
  func parts(seed: UInt64) {
    var files = HostileBytes(seed: seed, words: ["dam", " ", " ", ", ", "2030", "border", "中", "е́"])
    for _ in 0..<30 {
      let before = String(decoding: files.file(length: 14), as: UTF8.self)
      let after = String(decoding: files.file(length: 14), as: UTF8.self)
      let runs = WordDifference.runs(from: before, to: after)
      func joined(without kind: WordRun.Kind) -> [UInt8] {
        runs.filter { $0.kind != kind }.flatMap { Array($0.text.utf8) }
      }
      #expect(joined(without: .added) == Array(before.utf8))
      #expect(joined(without: .removed) == Array(after.utf8))
      #expect(zip(runs, runs.dropFirst()).allSatisfy { $0.kind != $1.kind })
      #expect(!runs.contains { $0.text.isEmpty })
    }
  }

  @Test("swapping the texts swaps added and removed", arguments: 0..<8 as Range<UInt64>)
  func swapped(seed: UInt64) {
    var files = HostileBytes(seed: seed, words: ["dam", " ", " ", "2030", "border"])
    for _ in 0..<30 {
      let pair = (0..<2).map { _ in String(decoding: files.file(length: 14), as: UTF8.self) }
      func texts(_ runs: [WordRun], _ kind: WordRun.Kind) -> [String] {
        runs.filter { $0.kind == kind }.map(\.text)
      }
      let there = WordDifference.runs(from: pair[0], to: pair[1])
      let back = WordDifference.runs(from: pair[1], to: pair[0])
      #expect(texts(there, .added) == texts(back, .removed))
      #expect(texts(there, .removed) == texts(back, .added))
      #expect(texts(there, .equal) == texts(back, .equal))
    }
  }

  @Test("texts that share too few words are not compared")
  func sharedWords() {
    #expect(SharedWords.mayBeMany("Sees the old line as a threat", "Sees the new line as a threat"))
    #expect(!SharedWords.mayBeMany("Sees the old line as a threat", "A new treaty and talks in spring"))
    #expect(SharedWords.letters(of: "Two words — “here”.") == 12)
  }
}
