import FileSystem
import Testing

@testable import Workspace

@Suite struct ConcurrentMapTests {
  @Test("results keep their order, whatever the size", arguments: [0, 1, 63, 64, 65, 1_000])
  func ordered(_ count: Int) async throws {
    #expect(try await concurrentMap(count) { $0 * 3 } == (0..<count).map { $0 * 3 })
  }

  @Test("results are passed on in their order while others are calculated", arguments: [0, 1, 64, 65, 1_000])
  func passedOn(_ count: Int) async throws {
    var seen: [Int] = []
    var passedAt: [Int] = []
    try await concurrentForEach(
      count, advanced: { _ in passedAt.append(seen.count) }, { $0 * 3 }, body: { seen.append($0) })
    #expect(seen == (0..<count).map { $0 * 3 })
    // Of a thousand, some are passed on before the last are calculated.
    if count == 1_000 { #expect(passedAt.last.map { $0 > 0 } == true) }
  }

  @Test("the first error ends the work")
  func error() async {
    await #expect(throws: EnvironmentError.self) {
      try await concurrentMap(1_000) { index in
        if index == 500 { throw EnvironmentError("no") }
        return index
      }
    }
  }

  @Test("progress grows to the whole")
  func progress() async throws {
    var seen: [Int] = []
    _ = try await concurrentMap(200, advanced: { seen.append($0) }, { $0 })
    #expect(seen == seen.sorted() && seen.last == 200)
  }
}
