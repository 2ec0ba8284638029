import FileSystem
import TestSites
import Testing

@testable import Publishing

@Suite struct OutputLockTests {
  @Test("a second build waits, says so once, and then runs")
  func waits() async throws {
    let bench = try SiteWriterTests.Bench()
    let first = try await OutputLock.take(bench.output) {}
    var said = 0
    let second = try await OutputLock.take(bench.output) {
      said += 1
      first.release()
    }
    second.release()
    #expect(said == 1)
    #expect(!bench.scratch.exists(".Public.standpoint-lock"))
  }

  @Test("a build that has waited too long gives up with an error")
  func givesUp() async throws {
    let bench = try SiteWriterTests.Bench()
    let lock = try await OutputLock.take(bench.output) {}
    let fault = await #expect(throws: EnvironmentError.self) {
      _ = try await OutputLock.take(bench.output, patience: .milliseconds(50)) {}
    }
    #expect(
      fault?.message.hasPrefix("another build has been writing “\(bench.output.path.text)” for ") == true)
    lock.release()
  }

  @Test("a lock file left by a killed build does not block")
  func leftOver() async throws {
    let bench = try SiteWriterTests.Bench()
    try bench.scratch.write(".Public.standpoint-lock")
    let lock = try await OutputLock.take(bench.output, patience: .seconds(1)) {}
    lock.release()
  }

  @Test("two builds never have the lock at the same time")
  func inTurn() async throws {
    let bench = try SiteWriterTests.Bench()
    let inside = bench.scratch.disk("inside").text
    let builds = (0..<8).map { _ in
      Task {
        var clashes = 0
        for _ in 0..<5 {
          let lock = try await OutputLock.take(bench.output, patience: .seconds(3_600)) {}
          if mkdir(inside, 0o700) != 0 { clashes += 1 }
          await Task.yield()
          if rmdir(inside) != 0 { clashes += 1 }
          lock.release()
        }
        return clashes
      }
    }
    for build in builds { #expect(try await build.value == 0) }
  }
}

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif
