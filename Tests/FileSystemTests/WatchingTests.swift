import TestSupport
import Testing

@testable import FileSystem

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Waits of two hours stand for “until something happens”; no machine is so busy that the time limit is too short.
@Suite("Waking a thread") struct WakePipeTests {
  @Test("a wait ends at once if the thread was woken before, and uses all calls up")
  func wokenBefore() throws {
    let pipe = try #require(WakePipe())
    for _ in 0..<3 { pipe.wake() }
    #expect(isReadable(pipe.descriptor))
    pipe.wait(seconds: 60, or: -1)
    #expect(!isReadable(pipe.descriptor))
  }

  @Test("a wait ends when another thread wakes it", .timeLimit(.minutes(60)))
  func wokenMeanwhile() async throws {
    let pipe = try #require(WakePipe())
    let waiting = Task.detached { pipe.wait(seconds: 7_200, or: -1) }
    pipe.wake()
    await waiting.value
  }

  @Test(
    "a wait ends when the other descriptor is readable, and takes nothing from it", .timeLimit(.minutes(60)))
  func other() throws {
    let (pipe, other) = (try #require(WakePipe()), try #require(WakePipe()))
    other.wake()
    pipe.wait(seconds: 7_200, or: other.descriptor)
    #expect(isReadable(other.descriptor))
  }

  @Test("waking never blocks, however full the pipe is", .timeLimit(.minutes(60)))
  func full() throws {
    let pipe = try #require(WakePipe())
    for _ in 0..<200_000 { pipe.wake() }
    pipe.wait(seconds: 7_200, or: -1)
    #expect(!isReadable(pipe.descriptor))
  }

  @Test("a wait without calls ends after its time", arguments: [0, 0.01])
  func timeOut(seconds: Double) throws {
    let pipe = try #require(WakePipe())
    pipe.wait(seconds: seconds, or: -1)
    #expect(!isReadable(pipe.descriptor))
  }

  private func isReadable(_ descriptor: Int32) -> Bool {
    var file = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return poll(&file, 1, 0) == 1
  }
}

#if canImport(Glibc)
  @Suite("Events of inotify") struct InotifyTableTests {
    @Test("a file counts as settled once it is closed or renamed into place")
    func files() throws {
      let scratch = try ScratchFolder()
      let table = try Table()
      #expect(table.watch([scratch.root]))
      #expect(table.drain().isEmpty)

      let descriptor = open(scratch.disk("a").text, O_CREAT | O_WRONLY, 0o600)
      try #require(descriptor >= 0 && write(descriptor, "x", 1) == 1)
      let open = table.drain()
      #expect(!open.isEmpty && open.allSatisfy { $0.path == scratch.root + "/a" && !$0.isSettled })
      close(descriptor)
      #expect(settled(table.drain()) == [scratch.root + "/a"])

      try #require(rename(scratch.disk("a").text, scratch.disk("b").text) == 0)
      let renamed = table.drain()
      #expect(renamed.map(\.path) == [scratch.root + "/a", scratch.root + "/b"])
      #expect(settled(renamed) == [scratch.root + "/b"])

      try #require(unlink(scratch.disk("b").text) == 0)
      let removed = table.drain()
      #expect(removed.map(\.path) == [scratch.root + "/b"] && settled(removed).isEmpty)
      #expect(removed.allSatisfy { !$0.concernsFolders })
    }

    @Test("new folders are told as folders; what is in them is not watched yet")
    func folders() throws {
      let scratch = try ScratchFolder()
      let table = try Table()
      #expect(table.watch([scratch.root]))
      try scratch.makeFolder("sub")
      let made = table.drain()
      #expect(made.map(\.path) == [scratch.root + "/sub"])
      #expect(made.allSatisfy { $0.concernsFolders && !$0.isSettled })
      try scratch.write("sub/a")
      #expect(table.drain().isEmpty)
      #expect(table.watch([scratch.root, scratch.root + "/sub"]))
      try scratch.write("sub/b")
      #expect(settled(table.drain()).contains(scratch.root + "/sub/b"))
    }

    @Test(
      "a folder that is left out of the next list is no longer watched; one that does not exist is no failure"
    )
    func changes() throws {
      let scratch = try ScratchFolder()
      for name in ["one", "two"] { try scratch.makeFolder(name) }
      let table = try Table()
      #expect(table.watch([scratch.root + "/one", scratch.root + "/two", scratch.root + "/missing"]))
      #expect(table.watch([scratch.root + "/two"]))
      try scratch.write("one/a")
      try scratch.write("two/a")
      #expect(Set(table.drain().map(\.path)).isSubset(of: [scratch.root + "/two/a"]))
    }

    @Test("the end of a watched folder means that anything may have changed", arguments: [true, false])
    func end(isMoved: Bool) throws {
      let scratch = try ScratchFolder()
      try scratch.makeFolder("folder")
      let folder = scratch.disk("folder")
      let table = try Table()
      #expect(table.watch([folder.text]))
      try #require((isMoved ? rename(folder.text, folder.text + "-2") : rmdir(folder.text)) == 0)
      let events = table.drain()
      #expect(events.contains { $0.path == nil && $0.concernsFolders && !$0.isSettled })
    }

    @Test("a folder that is reached by two paths is told by the first")
    func links() throws {
      let scratch = try ScratchFolder()
      try scratch.makeFolder("real")
      try scratch.link("link", to: "real")
      let table = try Table()
      #expect(table.watch([scratch.root + "/real", scratch.root + "/link"]))
      try scratch.write("real/a")
      #expect(Set(table.drain().map(\.path)) == [scratch.root + "/real/a"])
    }

    @Test("more events than one read takes are all told")
    func many() throws {
      let scratch = try ScratchFolder()
      let table = try Table()
      #expect(table.watch([scratch.root]))
      let names = (0..<1_500).map { "a-rather-long-file-name-\($0).md" }
      for name in names { try scratch.write(name) }
      #expect(Set(settled(table.drain())).isSuperset(of: names.map { scratch.root + "/" + $0 }))
    }

    /// The table as a value that expectations can hold.
    private final class Table {
      private var table: InotifyTable

      init() throws {
        guard let table = InotifyTable() else { throw EnvironmentError("the system has no watches left") }
        self.table = table
      }

      func watch(_ paths: [String]) -> Bool { table.watch(paths) }
      func drain() -> [InotifyTable.Event] { table.drain() }
    }

    private func settled(_ events: [InotifyTable.Event]) -> [String] {
      events.filter(\.isSettled).compactMap(\.path)
    }
  }
#endif
