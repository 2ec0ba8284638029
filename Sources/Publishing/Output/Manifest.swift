import FileSystem
import Text

/// The list of files that Standpoint wrote to an output folder; Standpoint removes no other files.
///
/// A text file beside the output: the first line names the format, and each further line has one path below the output folder,
/// sorted by bytes. A backslash in a name is written as `\\`, a line break as `\n`. A line that starts with `\options ` gives the
/// options of a build that shows something else than readers should see today.
struct Manifest: Sendable, Hashable {
  /// Sorted by bytes, without duplicates.
  let paths: [String]
  /// The options with which the site was built for another day, or with drafts, such as `--as-of 2025-03-01`; nil: without any.
  let previewOptions: String?

  private static let firstLine = "standpoint-manifest 1"
  private static let optionsMark = "\\options "

  init(_ paths: some Sequence<String>, previewOptions: String? = nil) {
    self.previewOptions = previewOptions
    var sorted = paths.sortedByBytes()
    for index in sorted.indices.reversed().dropLast() where sorted[index] == sorted[index - 1] {
      sorted.remove(at: index)
    }
    self.paths = sorted
  }

  /// The manifest at `path`; nil if the file does not exist.
  static func read(_ path: DiskPath) throws(EnvironmentError) -> Manifest? {
    guard try FileStatus.of(path, followingLinks: false) != nil else { return nil }
    let bytes = try FileReader.readAll(path)
    let lines = bytes.split(separator: UInt8(ascii: "\n")).map { String(decoding: $0, as: UTF8.self) }
    guard lines.first == firstLine else {
      throw EnvironmentError(
        "“\(path.shown)” is not a manifest that this version can read",
        advice: "empty the output folder and remove this file, or choose another folder with --output")
    }
    let options = lines.dropFirst().first { $0.hasPrefix(optionsMark) }
    return Manifest(
      lines.dropFirst().filter { !$0.hasPrefix(optionsMark) }.map(unescaped),
      previewOptions: options.map { String($0.dropFirst(optionsMark.count)) })
  }

  /// Writes the manifest atomically: a reader sees either the old or the new one.
  func write(to path: DiskPath) throws(EnvironmentError) {
    var bytes = Array((Self.firstLine + "\n").utf8)
    if let previewOptions { bytes += Array((Self.optionsMark + previewOptions + "\n").utf8) }
    for entry in paths {
      bytes += Self.escaped(entry).utf8
      bytes.append(UInt8(ascii: "\n"))
    }
    try FileWriter.write(bytes, to: path)
  }

  private static func escaped(_ path: String) -> String {
    guard path.utf8.contains(where: { $0 == UInt8(ascii: "\\") || $0 == UInt8(ascii: "\n") }) else {
      return path
    }
    return path.unicodeScalars.reduce(into: "") {
      $0 += $1 == "\\" ? #"\\"# : $1 == "\n" ? #"\n"# : String($1)
    }
  }

  private static func unescaped(_ line: String) -> String {
    guard line.utf8.contains(UInt8(ascii: "\\")) else { return line }
    var result = ""
    var isEscaped = false
    for scalar in line.unicodeScalars {
      if isEscaped {
        result.unicodeScalars.append(scalar == "n" ? "\n" : scalar)
        isEscaped = false
      } else if scalar == "\\" {
        isEscaped = true
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
