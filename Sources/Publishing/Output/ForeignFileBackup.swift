import FileSystem

/// Keeps files that another program wrote to the output folder while the site was being built.
enum ForeignFileBackup {
  /// Moves the rest of the old site, which is now in the staging folder, to a folder beside the output, and throws to say so.
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
