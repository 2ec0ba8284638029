import ArgumentParser
import Content
import Diagnostics
import FileSystem
import Markdown
import Publishing
import Workspace

/// `standpoint format`
struct FormatCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "format",
    abstract: "Align the columns of the tables in Markdown files.",
    discussion: """
      Columns are as wide as their widest cell on a screen, whatever the script. Only the spaces between cells, the rows of \
      dashes and missing pipes at the ends of rows change. In a folder, all files that end in .md are formatted. With “-”, \
      standard input is formatted to standard output. A file that is not UTF-8 stays as it is, and the exit code is 1.

      Examples:

        standpoint format Content/reports/march.md
        standpoint format Content --check
      """)

  @Argument(help: ArgumentHelp("The files, folders of files, or - for standard input.", valueName: "file"))
  var files: [String]

  @Flag(help: "Change nothing, list the files that would change, and exit with 1 if there are any.")
  var check = false

  @Flag(name: .shortAndLong, help: "Do not list the files.")
  var quiet = false

  func validate() throws {
    if files.contains("-"), files.count > 1 {
      throw ValidationError("“-” cannot be combined with other files.")
    }
    if files.contains("") { throw ValidationError("FILE is empty; give a file.") }
  }

  func run() throws {
    if files == ["-"] { return try formatInput() }
    var changed = 0
    var unreadable = 0
    let paths = try files.flatMap(Self.paths)
    for path in paths {
      guard let (old, new) = try Self.formatted(path) else {
        unreadable += 1
        continue
      }
      if old == new { continue }
      changed += 1
      if !check { try FileWriter.write(new, to: path.resolved) }
      if !quiet { Terminal.standardOutput.writeLine(path.shown) }
    }
    if !quiet {
      Terminal.standardError.writeLine(
        "\(check ? "Would format" : "Formatted") \(changed) of \(paths.count.counted("file"))")
    }
    if check && changed > 0 || unreadable > 0 { throw ExitCode(ExitStatus.content) }
  }

  private func formatInput() throws {
    guard case .bytes(let bytes) = try FileReader.readStandardInput() else {
      throw EnvironmentError("the input is larger than \(FileReader.sourceLimit / 1_000_000) MB")
    }
    guard String(validating: bytes, as: UTF8.self) != nil else {
      Self.refuse("standard input", "it is not UTF-8")
      throw ExitCode(ExitStatus.content)
    }
    let new = Self.formatted(SourceText(path: "standard input", bytes: bytes))
    if !check { return Terminal.standardOutput.write(new) }
    if new != bytes { throw ExitCode(ExitStatus.content) }
  }

  /// The file itself, or the Markdown files below a folder, sorted.
  private static func paths(_ name: String) throws -> [DiskPath] {
    let path = DiskPath(name)
    guard let kind = try FileStatus.of(path, followingLinks: true)?.kind else {
      throw EnvironmentError("“\(name)” does not exist")
    }
    guard kind == .folder else { return [path] }
    var found: [String] = []
    try FolderListing.walk(path) { entry, below throws(EnvironmentError) in
      if !entry.isUTF8 || entry.name.hasPrefix(".") { return false }
      let kind = try entry.kind(at: path.appending(below))
      if kind == .regular, FileRole.isMarkdown(below) { found.append(below) }
      return kind == .folder
    }
    return found.sorted().map(path.appending)
  }

  /// The bytes before and after; nil, with a warning, if the file is too large or not UTF-8.
  private static func formatted(_ path: DiskPath) throws(EnvironmentError) -> (old: [UInt8], new: [UInt8])? {
    guard case .bytes(let bytes) = try FileReader.readSource(path) else {
      refuse(path.shown, "it is larger than \(FileReader.sourceLimit / 1_000_000) MB")
      return nil
    }
    guard String(validating: bytes, as: UTF8.self) != nil else {
      refuse(path.shown, "it is not UTF-8")
      return nil
    }
    return (bytes, formatted(SourceText(path: path.shown, bytes: bytes)))
  }

  private static func refuse(_ name: String, _ reason: String) {
    Terminal.standardError.writeLine("not formatted: \(name): \(reason)")
  }

  private static func formatted(_ source: SourceText) -> [UInt8] {
    TableFormatter.formatted(source, from: FrontMatterBlock.find(in: source).block.body)
  }
}
