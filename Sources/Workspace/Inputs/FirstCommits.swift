import Content
import FileSystem

/// The day on which each file of a folder was first committed, from git’s log.
struct FirstCommits: Sendable, Hashable {
  /// Dates by path below the folder.
  let days: [String: PartialDate]
  /// The files whose first commit is not in a shallow clone, by path below the folder; they have no date.
  let cutOff: Set<String>

  /// Runs git once for the whole folder; without git or a repository, there are no days.
  ///
  /// - Parameter commit: the newest commit that counts.
  init(below folder: DiskPath, upTo commit: String = "HEAD") async {
    self.init(log: await Self.git(Self.arguments(folder, commit), in: folder) ?? [])
  }

  /// Reads the log that git prints for `arguments`, oldest commit first. A renamed file keeps the day of its first name.
  ///
  /// Files of a commit whose parents are missing (in a shallow clone) may be older, and have no day.
  init(log: [UInt8]) {
    var days: [String: PartialDate] = [:]
    var cutOff: Set<String> = []
    var day: PartialDate?
    var fields = log.split(separator: 0, omittingEmptySubsequences: false)[...]
    while var field = fields.popFirst() {
      if field.first == Self.headerMark {
        day = Self.day(of: field.dropFirst())
        continue
      }
      if field.first == UInt8(ascii: "\n") { field = field.dropFirst() }
      guard let path = field.isEmpty ? nil : fields.popFirst() else { continue }
      let isRenamed = field.first == UInt8(ascii: "R")
      guard let name = isRenamed ? fields.popFirst() : path, !name.isEmpty else { continue }
      let old = isRenamed ? String(decoding: path, as: UTF8.self) : ""
      let key = String(decoding: name, as: UTF8.self)
      guard days[key] == nil else { continue }
      if let first = cutOff.contains(old) ? nil : days[old] ?? day {
        days[key] = first
        cutOff.remove(key)
      } else {
        cutOff.insert(key)
      }
    }
    self.days = days
    self.cutOff = cutOff
  }

  /// The byte before and after the date of a commit.
  private static let headerMark: UInt8 = 2

  /// The date, followed by the commit’s decorations; nil where the history was cut off.
  private static func day(of header: ArraySlice<UInt8>) -> PartialDate? {
    let parts = header.split(separator: headerMark, maxSplits: 1, omittingEmptySubsequences: false)
    let decorations = parts.count > 1 ? String(decoding: parts[1], as: UTF8.self) : ""
    let isCutOff = decorations.split(separator: ",").contains { $0.drop { $0 == " " } == "grafted" }
    return isCutOff ? nil : parts.first.flatMap { PartialDate(utf8: $0) }
  }

  /// The file in which git logs every move of HEAD; nil without a repository. It may not exist yet.
  static func journal(of folder: DiskPath) async -> DiskPath? {
    let arguments = ["-C", folder.text, "rev-parse", "--git-path", "logs/HEAD"]
    guard let output = await git(arguments, in: folder) else { return nil }
    let path = String(decoding: output.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
    if path.isEmpty { return nil }
    return path.utf8.first == UInt8(ascii: "/") ? DiskPath(path) : folder.appending(path)
  }

  /// The output of git; nil if git is not installed or fails.
  private static func git(_ arguments: [String], in folder: DiskPath) async -> [UInt8]? {
    var git = Programs.git
    git.environment["GIT_TERMINAL_PROMPT"] = "0"
    git.environment["GIT_NO_LAZY_FETCH"] = "1"
    git.timeout = .seconds(600)
    return try? await git.run(arguments, in: folder)
  }

  private static func arguments(_ folder: DiskPath, _ commit: String) -> [String] {
    [
      "-C", folder.text, "--no-pager", "-c", "log.showRoot=true", "log", "--reverse", "-z", "--relative",
      "--find-renames", "--name-status", "--diff-filter=AR", "--no-show-signature", "--no-color",
      "--date=short", "--decorate=short", "--format=%x02%ad%x02%D", commit, "--", ".",
    ]
  }
}
