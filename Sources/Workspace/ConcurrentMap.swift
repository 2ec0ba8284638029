import Foundation

/// How many pieces of work run at once.
package enum Workers {
  /// nil: as many as there are cores.
  @TaskLocal package static var count: Int?
}

/// The results of `transform` for 0 ..< `count`, in that order, calculated on all cores; see `concurrentForEach`.
package func concurrentMap<Result: Sendable>(
  _ count: Int, chunk: Int = 64, advanced: (Int) -> Void = { _ in },
  _ transform: @escaping @Sendable (Int) throws -> Result
) async throws -> [Result] {
  var results: [Result] = []
  results.reserveCapacity(count)
  try await concurrentForEach(count, chunk: chunk, advanced: advanced, transform) { results.append($0) }
  return results
}

/// Passes the results of `transform` for 0 ..< `count` to `body`, in that order and while others are still calculated, on all
/// cores.
///
/// Work is divided into chunks, and no more chunks run at once than there are cores, so that the memory of one call of
/// `transform` is free again before others start. Chunks get smaller towards the end, so that all cores finish together.
///
/// - Parameters:
///   - advanced: called from time to time with the number of results; never by two threads at once.
///   - transform: called once for each number, on any thread. The first error that it throws ends the work.
///   - body: never called by two threads at once.
package func concurrentForEach<Result: Sendable>(
  _ count: Int, chunk: Int = 64, advanced: (Int) -> Void = { _ in },
  _ transform: @escaping @Sendable (Int) throws -> Result, body: (Result) -> Void
) async throws {
  let cores = max(1, Workers.count ?? ProcessInfo.processInfo.activeProcessorCount)
  let ranges = chunks(of: count, largest: chunk, cores: cores)
  // The chunks that are calculated, but come after one that is not.
  var waiting: [Int: [Result]] = [:]
  var passed = 0
  var done = 0
  try await withThrowingTaskGroup(of: (Int, [Result]).self) { group in
    func add(_ index: Int) {
      group.addTask {
        try Task.checkCancellation()
        return (index, try ranges[index].map(transform))
      }
    }
    let atOnce = min(ranges.count, cores)
    for index in 0..<atOnce { add(index) }
    var next = atOnce
    while let (index, part) = try await group.next() {
      if next < ranges.count {
        add(next)
        next += 1
      }
      done += part.count
      advanced(done)
      waiting[index] = part
      while let part = waiting.removeValue(forKey: passed) {
        part.forEach(body)
        passed += 1
      }
    }
  }
}

/// 0 ..< `count` in pieces: the largest size first, then always a share of the rest, finally single numbers.
private func chunks(of count: Int, largest: Int, cores: Int) -> [Range<Int>] {
  var ranges: [Range<Int>] = []
  var start = 0
  while start < count {
    let size = min(largest, max(1, (count - start) / (cores * 4)))
    ranges.append(start..<start + size)
    start += size
  }
  return ranges
}
