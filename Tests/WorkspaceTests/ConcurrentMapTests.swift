import FileSystem
import Testing

@testable import Workspace

@Suite struct ConcurrentMapTests {
  @Test("results keep their order, whatever the size", arguments: [0, 1, 63, 64, 65, 1_000])
  func ordered(_ count: Int) async throws {
    #expect(try await concurrentMap(count) { $0 * 3 } == (0..<count).map { $0 * 3 })
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
