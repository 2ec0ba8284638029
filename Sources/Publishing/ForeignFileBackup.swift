#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Saves files that another program put into the output folder while the site was being built.
enum ForeignFileBackup {
  /// Moves what is left of the old site, now in the staging folder, to a folder beside the output, and says so.
  static func run(_ output: OutputFolder) throws(EnvironmentError) {
    var target = output.path.parent.appending("\(output.path.name)-other-files")
    var number = 2
    while try FileStatus.of(target, followingLinks: false) != nil {
      target = output.path.parent.appending("\(output.path.name)-other-files-\(number)")
      number += 1
    }
    guard rename(output.staging.text, target.text) == 0 else {
      throw EnvironmentError("cannot move", output.staging, code: errno)
    }
    throw EnvironmentError(
      "the site is built, but another program wrote into “\(output.path.shown)” meanwhile",
      advice: "its files have been moved to “\(target.shown)”")
  }
}
