import Foundation
import TestSupport
import Testing

@Suite("The guide's tutorial")
struct TutorialTests {
  /// A code block and the text above it.
  private struct Block {
    let language: String
    let text: String
    let above: Substring
  }

  private static func blocks() throws -> [Block] {
    let chapter = try String(
      contentsOf: packageRoot.appendingPathComponent("Guide/tutorial.md"), encoding: .utf8)
    return chapter.matches(of: /```(console|markdown)\n((?:.|\n)*?)```\n/).map {
      Block(language: String($0.1), text: String($0.2), above: chapter[..<$0.range.lowerBound])
    }
  }

  @Test("is correct: every command works and prints what is shown")
  func walk() throws {
    let folder = try TestFolder()
    var place = ""
    for block in try Self.blocks() {
      if block.language == "markdown" {
        let file = try #require(block.above.matches(of: /`(Content\/[^`]+\.md)`/).last?.1)
        #expect(folder.exists(place + file), "\(file)")
        try folder.write(place + file, block.text)
        continue
      }
      var answer = ""
      for line in block.text.split(separator: "\n") {
        guard line.hasPrefix("$ ") else {
          #expect(Self.says(answer, line), "\(line)\nis not in\n\(answer)")
          continue
        }
        let command = line.dropFirst(2)
        if command.hasPrefix("cd ") {
          place += command.dropFirst(3) + "/"
        } else {
          answer = try Self.answer(to: command, in: folder, place)
          try Self.mend(folder, place, after: answer)
        }
      }
    }
    #expect(folder.exists("briefing/Public/issues/the-new-dam/index.html"))
    #expect(
      try folder.text("briefing/Public/issues/summer-water/index.html").contains("from “Opposes” to “Mixed”"))
  }

  /// Makes the change that the text asks for after the first error.
  private static func mend(_ folder: TestFolder, _ place: String, after answer: String) throws {
    guard answer.contains("did you mean “Summer water”") else { return }
    let file = place + "Content/reports/the-april-round.md"
    try folder.write(file, try folder.text(file).replacing("[[Summer watr]]", with: "[[Summer water]]"))
  }

  /// Whether the output has this line; for a line that ends in “…”, only the start must match.
  private static func says(_ answer: String, _ line: Substring) -> Bool {
    let start = line.hasSuffix("…") ? line.dropLast() : nil
    return answer.split(separator: "\n").contains { start.map($0.hasPrefix) ?? ($0 == line) }
  }

  /// Runs a command line in a shell with the built tool on the PATH.
  private static func answer(
    to command: Substring, in folder: TestFolder, _ place: String
  ) throws -> String {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    var shell = Tool(folder: folder)
    shell.program = URL(fileURLWithPath: "/bin/sh")
    let run = try shell.start(
      ["-c", "cd './\(place)' && \(command)"],
      environment: ["PATH": Tool.location.deletingLastPathComponent().path + ":" + path]
    ).finish()
    return run.errors + run.output
  }
}
