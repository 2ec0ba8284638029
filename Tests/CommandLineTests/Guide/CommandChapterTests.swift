import Foundation
import TestSupport
import Testing

@Suite("The guide's chapter on the command line")
struct CommandChapterTests {
  private static let shared = "Options for reading a site"
  private static let chapter = try? String(
    contentsOf: packageRoot.appendingPathComponent("Guide/command-line.md"), encoding: .utf8)

  /// The part of the chapter below a heading; nil if there is no such heading.
  private static func section(_ heading: String) -> String? {
    guard let chapter, let start = chapter.range(of: "\n## \(heading)\n")?.upperBound else { return nil }
    let rest = chapter[start...]
    return String(rest[..<(rest.range(of: "\n## ")?.lowerBound ?? rest.endIndex)])
  }

  /// The tool's commands, as listed in its help; a command with subcommands is replaced by them.
  private static func commands() throws -> [String] {
    try subcommands().flatMap { command in
      let own = try subcommands(of: command)
      return own.isEmpty ? [command] : own.map { "\(command) \($0)" }
    }
  }

  private static func subcommands(of command: String...) throws -> [String] {
    let help = try Tool().start(command + ["--help"]).finish().output
    let parts = help.components(separatedBy: "SUBCOMMANDS:\n")
    guard parts.count == 2, let list = parts.last else { return [] }
    return list.split(separator: "\n").compactMap {
      $0.hasPrefix("  ") && !$0.hasPrefix("   ") ? $0.split(separator: " ").first.map(String.init) : nil
    }.filter { !["See", "help"].contains($0) }
  }

  private static func options(in text: String) throws -> Set<String> {
    let option = try Regex("--[a-z][a-z-]*")
    return Set(text.matches(of: option).map { String(text[$0.range]) })
  }

  /// The options of the tables of a section.
  private static func told(_ section: String) throws -> Set<String> {
    let rows = section.split(separator: "\n").filter { $0.hasPrefix("| `-") }
    return try options(in: rows.compactMap { $0.split(separator: "|").first }.joined())
  }

  @Test("has every command, with exactly its options in the table")
  func complete() throws {
    let common = try Self.told(try #require(Self.section(Self.shared)))
    let commands = try Self.commands()
    #expect(commands.count > 9)
    for command in commands {
      let section = try #require(Self.section("standpoint \(command)"), "\(command)")
      let help = try Tool().start(command.split(separator: " ").map(String.init) + ["--help"]).finish().output
      let list = try #require(help.components(separatedBy: "OPTIONS:\n").last)
      let lines = list.split(separator: "\n").filter { $0.hasPrefix("  -") }
      let offered = try Self.options(in: lines.map { $0.prefix(26) }.joined(separator: "\n"))
        .subtracting(["--help", "--version"])
      let isSite = offered.isSuperset(of: common)
      #expect(try Self.told(section) == (isSite ? offered.subtracting(common) : offered), "\(command)")
      #expect(isSite == (Self.section(Self.shared)?.contains("`\(command)`") ?? false), "\(command)")
    }
  }

  @Test("has no unknown commands")
  func noMore() throws {
    let headings = try #require(Self.chapter).split(separator: "\n").filter { $0.hasPrefix("## standpoint ") }
    #expect(
      headings.map { String($0.dropFirst("## standpoint ".count)) }.sorted() == (try Self.commands()).sorted()
    )
  }
}
