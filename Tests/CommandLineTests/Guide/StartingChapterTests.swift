import Foundation
import Publishing
import TestSupport
import Testing

@Suite("The guide's chapters on installing and starting")
struct StartingChapterTests {
  private static func text(_ path: String) throws -> String {
    try String(contentsOf: packageRoot.appendingPathComponent(path), encoding: .utf8)
  }

  /// The part of a chapter below a heading.
  private static func section(_ heading: String, of chapter: String) throws -> String {
    let start = try #require(chapter.range(of: "\n## \(heading)\n")?.upperBound)
    let rest = chapter[start...]
    return String(rest[..<(rest.range(of: "\n## ")?.lowerBound ?? rest.endIndex)])
  }

  @Test(
    "the chapter lists exactly the options of the command",
    arguments: ["init", "new"])
  func options(_ command: String) throws {
    let section = try Self.section("standpoint \(command)", of: Self.text("Guide/starting.md"))
    let help = try Tool().run(command, "--help").output
    let pattern = try Regex("--[a-z][a-z-]*")
    let list = try #require(help.components(separatedBy: "OPTIONS:").last)
    let offered = Set(list.matches(of: pattern).map { String(list[$0.range]) })
      .subtracting(["--help", "--version", "--"])
    let told = Set(section.matches(of: pattern).map { String(section[$0.range]) })
    #expect(offered == told)
  }

  @Test("the chapter lists every file of a new site and every host")
  func files() throws {
    let chapter = try Self.text("Guide/starting.md")
    let folder = try TestFolder()
    for host in StarterHost.allCases {
      #expect(chapter.contains("`\(host.rawValue)`"))
      let run = try Tool(folder: folder).run(
        "init", ".", "--force", "--host", host.rawValue, "--domain", "a.example")
      #expect(run.exitCode == 0)
      for file in run.output.split(separator: "\n") {
        let named =
          file.hasPrefix(".schemas/") ? ".schemas/*.json" : String(file.split(separator: "/").last ?? "")
        #expect(chapter.contains(named), "\(file)")
      }
    }
    for kind in NewFileKind.allCases { #expect(chapter.contains("| `\(kind.rawValue)` |")) }
  }

  @Test("the chapter lists the files that make install creates")
  func installed() throws {
    let chapter = try Self.text("Guide/installing.md")
    let script = try Self.text("Scripts/install").replacingOccurrences(of: "$share", with: "share")
    let listed = script.split(separator: "\n").compactMap { line -> String? in
      let words = line.replacingOccurrences(of: "files=\"", with: "").split(separator: " ")
      guard words.count == 2, words[0] == "755" || words[0] == "644" else { return nil }
      return words[1].replacingOccurrences(of: "\"", with: "")
    }
    #expect(listed.count == 5)
    for path in listed { #expect(chapter.contains("| `\(path)` |"), "\(path)") }
  }
}
