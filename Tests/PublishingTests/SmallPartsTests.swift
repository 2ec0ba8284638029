import Content
import Diagnostics
import FileSystem
import Foundation
import Testing

@testable import Publishing

@Suite struct ConcurrentMapTests {
  @Test("results keep their order, whatever their number", arguments: [0, 1, 63, 64, 65, 1_000])
  func ordered(_ count: Int) async throws {
    #expect(try await concurrentMap(count) { $0 * 3 } == (0..<count).map { $0 * 3 })
  }

  @Test("the first error ends the work")
  func fault() async {
    await #expect(throws: EnvironmentError.self) {
      try await concurrentMap(1_000) { index in
        if index == 500 { throw EnvironmentError("no") }
        return index
      }
    }
  }

  @Test("progress increases up to the total")
  func progress() async throws {
    var seen: [Int] = []
    _ = try await concurrentMap(200, advanced: { seen.append($0) }, { $0 })
    #expect(seen == seen.sorted() && seen.last == 200)
  }
}

@Suite struct LocalDestinationTests {
  @Test(
    "a destination is the path of a file beside the document",
    arguments: [("map.png", "map.png"), ("./a/b%20c.png?x#y", "a/b c.png"), ("a/./b.png", "a/b.png")])
  func inside(_ destination: String, _ path: String) {
    #expect(LocalDestination.path(destination) == path)
  }

  @Test(
    "other destinations are not paths of files",
    arguments: [
      "", "#top", "/a.png", "../a.png", "a/../../b", "https://x.org/a.png", ".ssh/id", "a//b", "%2e%2e/x",
      "%ff",
    ])
  func outside(_ destination: String) {
    #expect(LocalDestination.path(destination) == nil)
  }
}

@Suite struct CalendarDayTests {
  @Test("today's date depends on the site's time zone")
  func day() {
    let moment = Date(timeIntervalSince1970: 1_740_873_600)  // 2025-03-02T00:00:00Z
    #expect(CalendarDay.today(in: "UTC", at: moment) == PartialDate(year: 2025, month: 3, day: 2))
    #expect(
      CalendarDay.today(in: "America/New_York", at: moment) == PartialDate(year: 2025, month: 3, day: 1))
    #expect(CalendarDay.today(in: "Europe/Berlin", at: moment) == PartialDate(year: 2025, month: 3, day: 2))
    #expect(CalendarDay.today(in: "Europe/Berlim", at: moment) == nil)
  }
}

@Suite struct LargeFileTests {
  @Test("the message about a file that is too large gives its size")
  func tooLarge() {
    let diagnostic = TooLarge(sourcePath: "Content/reports/a.md", size: 12_340_000).diagnostic
    #expect(
      DiagnosticPrinter { _ in nil }.text(diagnostic) == """
        Content/reports/a.md: error: this file is too large: 12.3 MB (the limit is 10 MB) [file-too-large]
             = help: split it into several files

        """)
  }
}
