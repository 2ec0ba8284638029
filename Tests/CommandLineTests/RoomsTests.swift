import Foundation
import Testing

/// The rules of the rooms, read off the sources.
@Suite struct RoomsTests {
  /// Each room may import those above it in this list.
  static let order = [
    "CArena", "CMark", "CTheme", "CSyscalls", "Diagnostics", "Markdown", "Content", "Importing", "Graph",
    "Site",
    "Publishing",
    "Preview",
    "standpoint",
  ]

  /// The one room in which each dependency stands.
  static let homes = [
    "CArena": "Markdown", "CMark": "Markdown", "CTheme": "Site", "CSyscalls": "Publishing", "Yams": "Content",
    "Mustache": "Site",
    "NIOCore": "Preview", "NIOHTTP1": "Preview", "NIOPosix": "Preview", "ArgumentParser": "standpoint",
    "Subprocess": "Publishing", "System": "Publishing", "SystemPackage": "Publishing",
  ]

  /// What comes with Swift; the first list in any room, the second only where the disk or the terminal is.
  static let standard: Set<String> = ["Foundation", "FoundationEssentials", "Synchronization"]
  static let system: Set<String> = ["Glibc", "Darwin", "Musl"]
  static let systemRooms: Set<String> = ["Publishing", "Preview", "standpoint"]

  struct Source {
    let room: String
    let name: String
    let text: String

    var imports: [String] {
      text.split(separator: "\n").compactMap { line in
        let words = line.split(separator: " ").filter { !$0.hasPrefix("@") && $0 != "public" }
        guard words.first == "import", let module = words.last else { return nil }
        return module.split(separator: ".").first.map(String.init)
      }
    }
  }

  static func sources() throws -> [Source] {
    let root = packageRoot.appendingPathComponent("Sources")
    return try FileManager.default.subpathsOfDirectory(atPath: root.path).filter { $0.hasSuffix(".swift") }
      .sorted()
      .map { path in
        let text = try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
        return Source(room: String(path.prefix { $0 != "/" }), name: path, text: text)
      }
  }

  @Test("rooms import only rooms above them, and each dependency stands in one room")
  func imports() throws {
    let sources = try Self.sources()
    #expect(Set(sources.map(\.room)).isSubset(of: Self.order))
    for source in sources {
      let own = try #require(Self.order.firstIndex(of: source.room))
      for module in source.imports {
        if let home = Self.homes[module] {
          #expect(home == source.room, "\(source.name) imports \(module), which belongs to \(home)")
        } else if let other = Self.order.firstIndex(of: module) {
          #expect(other < own, "\(source.name) imports \(module), which is not above \(source.room)")
        } else if Self.system.contains(module) {
          #expect(Self.systemRooms.contains(source.room), "\(source.name) imports \(module)")
        } else {
          #expect(Self.standard.contains(module), "\(source.name) imports \(module), which has no room")
        }
      }
    }
  }

  @Test("C types of libcmark stand in one file")
  func oneFile() throws {
    #expect(try Self.sources().filter { $0.imports.contains("CMark") }.count == 1)
  }

  @Test("task groups stand in Publishing alone")
  func taskGroups() throws {
    let words = ["TaskGroup", "async let", "DispatchQueue.concurrentPerform"]
    for source in try Self.sources() where source.room != "Publishing" {
      for word in words { #expect(!source.text.contains(word), "\(source.name) has \(word)") }
    }
  }

  @Test("the disk is touched in Publishing alone")
  func disk() throws {
    let words = [
      "FileManager", "contentsOfFile", "contentsOf: URL", "FileHandle", "fopen(", "openat(", "opendir(",
    ]
    for source in try Self.sources() where source.room != "Publishing" {
      for word in words { #expect(!source.text.contains(word), "\(source.name) has \(word)") }
    }
  }

  @Test("no file has more than 300 lines")
  func length() throws {
    for source in try Self.sources() {
      let lines = source.text.split(separator: "\n", omittingEmptySubsequences: false).count
      #expect(lines <= 301, "\(source.name) has \(lines) lines")
    }
  }

  @Test("what the compiler is talked out of checking is not used")
  func checked() throws {
    let words = ["@unchecked Sendable", "nonisolated(unsafe)", "try!", "as!", "fatalError("]
    for source in try Self.sources() {
      for word in words { #expect(!source.text.contains(word), "\(source.name) has \(word)") }
    }
  }
}
