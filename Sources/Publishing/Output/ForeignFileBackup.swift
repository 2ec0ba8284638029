import FileSystem

/// Saves files that another program wrote to the output folder during the build.
enum ForeignFileBackup {
  /// Moves what is left of the old site, which is now in the staging folder, to a folder beside the output, and throws an error
  /// that names that folder.
  static func run(_ output: OutputFolder) throws(EnvironmentError) {
    var target = output.path.parent.appending("\(output.path.name)-other-files")
    var number = 2
    while try FileStatus.of(target, followingLinks: false) != nil {
      target = output.path.parent.appending("\(output.path.name)-other-files-\(number)")
      number += 1
    }
    try FileWriter.move(output.staging, to: target, action: "cannot move", subject: output.staging)
    throw EnvironmentError(
      "the site is built, but another program wrote to “\(output.path.shown)” during the build",
      advice: "its files have been moved to “\(target.shown)”")
  }
}
