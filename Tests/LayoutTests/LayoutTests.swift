import Foundation
import Testing

/// The layout of `Sources` that `Guide/architecture.md` describes.
@Suite("The layout of the sources") struct LayoutTests {
  /// The rooms that each room may import. Only rooms further up in this list are allowed, so that there are no cycles.
  static let rooms: KeyValuePairs<String, Set<String>> = [
    "CArena": [], "CMark": [], "CSQLite": [], "CTheme": [], "CSyscalls": [],
    "Text": [],
    "Diagnostics": ["Text"],
    "Markdown": ["CArena", "CMark", "Text", "Diagnostics"],
    "Content": ["CTheme", "Text", "Diagnostics", "Markdown", "Yams"],
    "Importing": ["Text", "Diagnostics", "Markdown", "Content", "TOMLKit"],
    "Graph": ["Text", "Diagnostics", "Markdown", "Content"],
    "Editions": ["Text", "Diagnostics", "Markdown", "Content", "Graph"],
    "Site": ["CTheme", "Text", "Diagnostics", "Markdown", "Content", "Graph", "Editions", "Mustache"],
    "FileSystem": ["CSyscalls", "Subprocess", "SystemPackage"],
    "Workspace": ["Text", "Diagnostics", "Markdown", "Content", "Importing", "Graph", "FileSystem"],
    "Publishing": [
      "Text", "Diagnostics", "Markdown", "Content", "Importing", "Graph", "Editions", "Site", "FileSystem",
      "Workspace", "CSQLite",
    ],
    "Preview": [
      "Text", "Diagnostics", "Site", "FileSystem", "Workspace", "Publishing", "NIOCore", "NIOHTTP1",
      "NIOPosix",
    ],
    "LanguageServer": [
      "Text", "Diagnostics", "Markdown", "Content", "Graph", "Editions", "Site", "FileSystem", "Workspace",
      "Publishing",
    ],
    "standpoint": [
      "Text", "Diagnostics", "Markdown", "Content", "Importing", "Graph", "Editions", "Site", "FileSystem",
      "Workspace", "Publishing", "Preview", "LanguageServer", "ArgumentParser",
    ],
  ]

  /// The modules that come with Swift: the first list for any room, the second for rooms that use the disk, sockets or the terminal.
  static let standard: Set<String> = ["Foundation", "FoundationEssentials", "Synchronization"]
  static let system: Set<String> = ["Glibc", "Darwin", "Musl"]
  static let systemRooms: Set<String> = ["FileSystem", "Preview", "standpoint"]

  @Test("each room imports only modules that the list allows")
  func imports() throws {
    let allowed = Dictionary(uniqueKeysWithValues: Self.rooms.map { ($0.key, $0.value) })
    for file in try SourceFile.all() {
      let own = try #require(allowed[file.room], "\(file.path) stands in a room that the list does not name")
      for module in file.imports where !Self.standard.contains(module) {
        let isAllowed =
          own.contains(module) || Self.system.contains(module) && Self.systemRooms.contains(file.room)
        #expect(isAllowed, "\(file.path) imports \(module)")
      }
    }
  }

  @Test("rooms import only rooms above them, and each third-party library is used in one room")
  func order() {
    let names = Self.rooms.map(\.key)
    var homes: [String: String] = [:]
    for (index, room) in Self.rooms.enumerated() {
      for module in room.value {
        if let other = names.firstIndex(of: module) {
          #expect(other < index, "\(room.key) may not use \(module), which comes after it")
        } else {
          #expect(homes.updateValue(room.key, forKey: module) == nil, "\(module) is used in two rooms")
        }
      }
    }
  }

  @Test("no folder contains more than 20 Swift files", arguments: ["Sources", "Tests"])
  func folders(root: String) throws {
    let files = Dictionary(grouping: try SourceFile.all(below: root), by: \.folder)
    for (folder, files) in files {
      #expect(files.count <= 20, "\(root)/\(folder) holds \(files.count) files")
    }
  }

  @Test("no file has more than 500 lines", arguments: ["Sources", "Tests"])
  func length(root: String) throws {
    for file in try SourceFile.all(below: root) {
      #expect(file.lines.count <= 501, "\(root)/\(file.path) has \(file.lines.count) lines")
    }
  }

  @Test("each room has its tests in the folder of the same name")
  func mirrored() throws {
    let rooms = Set(try SourceFile.all().map(\.room)).subtracting(["standpoint"])
    let tests = Set(try SourceFile.all(below: "Tests").map(\.room))
    for room in rooms { #expect(tests.contains(room + "Tests"), "Tests/\(room)Tests is missing") }
  }

  @Test("the guide lists each package that is depended on, with its version")
  func dependencies() throws {
    let package = try SourceFile.text("Package.swift")
    let expected = package.matches(of: /\.package\(url: "([^"]+)", from: "([^"]+)"\)/).map {
      "\($0.1) \($0.2)"
    }
    let guide = try SourceFile.text("Guide/safety.md")
    let listed = guide.matches(of: /(?m)^\| \[[^\]]+\]\(([^)]+)\) \| ([0-9.]+) \|/).map { "\($0.1) \($0.2)" }
    #expect(!expected.isEmpty)
    #expect(listed == expected)
  }

  @Test("the guide lists each program that is run")
  func programs() throws {
    let source = try SourceFile.text("Sources/FileSystem/Processes/Programs.swift")
    let guide = try SourceFile.text("Guide/safety.md")
    let names = Set(source.matches(of: /name: "([^"]+)"/).map(\.1))
    #expect(names.contains("git"))
    for name in names { #expect(guide.contains("`\(name)`"), "\(name)") }
  }

  /// What takes bytes as HTML without escaping them, with the number of places.
  private static let trusting = [
    // Templates, whose values are escaped; HTML in the head that site.yml names.
    "Site/Templates/Skeletons/PageSkeleton.swift": 1, "Site/Pages/PageDraft.swift": 1,
    // Raw HTML of authors who are trusted.
    "Markdown/HTML/HTMLRenderer.swift": 2,
    // Pages that were read as a tree, and are written again; style sheets of documents, and strings in them.
    "Site/Documents/MarkupTree.swift": 2, "Site/Documents/PaperStyle.swift": 2,
    // A part of HTML.
    "Text/Escaping/HTML.swift": 1,
  ]

  @Test("text becomes HTML only by being escaped, but in a few places")
  func trustedHTML() throws {
    for file in try SourceFile.all() {
      let count = file.lines.count {
        $0.contains("HTML(trusted:") && !$0.trimmingCharacters(in: .whitespaces).hasPrefix("//")
      }
      #expect(count == Self.trusting[file.path] ?? 0, "\(file.path)")
    }
  }

  /// What takes Markdown without escaping it, with the number of places.
  private static let trustingMarkdown = [
    // The escaping of imported texts, which keeps them as their authors would write them.
    "Importing/Markdown/MarkdownEscape.swift": 5, "Importing/Pandoc/PandocInlineWriter.swift": 1,
    // Text that authors wrote as Markdown, and that stays in the kind of place that it came from.
    "Content/Tables/CellReading.swift": 1, "Content/Sheets/MovedColumn.swift": 1,
    "Content/Sheets/RowPerPosition.swift": 3, "Importing/Sheets/PositionPivot.swift": 1,
    "Markdown/Extensions/Tables/TableFormatter.swift": 1,
    // The meanings of keys, which are our own.
    "LanguageServer/Features/HoverFeature.swift": 1,
    // Destinations of links.
    "Text/Escaping/MarkdownLine.swift": 2,
  ]

  @Test("text becomes Markdown only by being escaped, but in a few places")
  func trustedMarkdown() throws {
    for file in try SourceFile.all() {
      let count = file.text.matches(of: /MarkdownLine\(\s*(trusted|authored):/).count
      #expect(count == Self.trustingMarkdown[file.path] ?? 0, "\(file.path)")
    }
  }

  @Test("C types of libcmark stay in one file")
  func cmark() throws {
    #expect(try SourceFile.all().filter { $0.imports.contains("CMark") }.count == 1)
  }

  @Test("task groups are made in FileSystem, Workspace and Publishing alone")
  func taskGroups() throws {
    try expectNone(
      of: ["TaskGroup", "concurrentPerform"], outside: ["FileSystem", "Workspace", "Publishing"])
  }

  @Test("only FileSystem accesses the disk")
  func disk() throws {
    try expectNone(
      of: [
        "FileManager", "contentsOfFile", "contentsOf: URL", "FileHandle", "fopen(", "openat(", "opendir(",
      ],
      outside: ["FileSystem"])
  }

  @Test("nothing disables the compiler's checks")
  func checked() throws {
    try expectNone(
      of: ["@unchecked Sendable", "nonisolated(unsafe)", "try!", "as!", "fatalError("], outside: [])
  }

  @Test("no type has a meaningless name")
  func names() throws {
    let empty = ["Manager", "Helper", "Utils", "Utilities", "Context", "Misc"]
    for file in try SourceFile.all() {
      let name = file.path.split(separator: "/").last ?? ""
      for word in empty { #expect(!name.contains(word), "\(file.path) says nothing by “\(word)”") }
    }
  }

  private func expectNone(of words: [String], outside rooms: Set<String>) throws {
    for file in try SourceFile.all() where !rooms.contains(file.room) {
      for word in words { #expect(!file.text.contains(word), "\(file.path) has \(word)") }
    }
  }
}
