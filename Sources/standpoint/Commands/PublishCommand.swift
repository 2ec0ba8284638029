import ArgumentParser
import FileSystem
import Publishing
import Text
import Workspace

/// `standpoint publish`
struct PublishCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "publish",
    abstract: "Publish the built site to a branch, folder or server.",
    discussion: """
      Publishes what the last build wrote to SITE/Public: as one commit on a branch of a git remote, to a folder on this \
      machine, to another machine with rsync, or to a store such as S3, SFTP, WebDAV or Azure with rclone. The working tree and the local branches of the repository are not \
      changed, nothing is force-pushed, and only files that were published before are removed. If publishing fails, the \
      target is unchanged.

      Examples:

        standpoint build && standpoint publish --branch gh-pages
        standpoint publish --branch gh-pages --dry-run
        standpoint publish ~/briefing --branch main --remote git@example.org:briefing-site.git
        standpoint publish --folder /srv/www/briefing
        standpoint publish --rsync www@example.org:/srv/www/briefing/
        standpoint publish --rclone store:briefing
      """)

  @Argument(
    help: ArgumentHelp(
      "The site: a folder with a Content folder, a folder of Markdown files, or one .md file.",
      valueName: "site"), completion: .directory)
  var site = "."

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "The folder to publish.", discussion: "Default: SITE/Public.", valueName: "folder"),
    completion: .directory)
  var output: String?

  @Option(help: ArgumentHelp("Publish to this branch of a git remote.", valueName: "name"))
  var branch: String?

  @Option(
    help: ArgumentHelp(
      "With --branch: the remote, as the name of a remote of SITE’s repository or as a URL.",
      discussion: "Default: origin.", valueName: "remote"))
  var remote: String?

  @Option(
    help: ArgumentHelp("Publish to this folder on this machine.", valueName: "folder"), completion: .directory
  )
  var folder: String?

  @Option(
    help: ArgumentHelp(
      "Publish with rsync to this destination, such as www@example.org:/srv/www/site/.", valueName: "target"))
  var rsync: String?

  @Option(
    help: ArgumentHelp(
      "Publish with rclone to a remote from its configuration, such as store:briefing.", valueName: "target"))
  var rclone: String?

  @Flag(name: .customLong("dry-run"), help: "List what would change, and change nothing.")
  var dryRun = false

  @Flag(
    name: .customLong("take-over"),
    help: "Publish even if the target contains files that Standpoint did not publish.")
  var takeOver = false

  @Flag(
    name: .customLong("allow-preview"),
    help: "Publish even if the site was built with --drafts, --preview, --as-of or --now.")
  var allowPreview = false

  @Flag(name: .shortAndLong, help: "Print diagnostics only.")
  var quiet = false

  func validate() throws {
    let given = [("--branch", branch), ("--folder", folder), ("--rsync", rsync), ("--rclone", rclone)].filter
    { $0.1 != nil }
    if given.count > 1 {
      throw ValidationError("\(given.map(\.0).listed()) cannot be used together.")
    }
    if remote != nil, branch == nil { throw ValidationError("--remote requires --branch.") }
    for (name, value) in [("SITE", site), ("--output", output), ("--remote", remote)] + given
    where value == "" {
      throw ValidationError("\(name) is empty.")
    }
  }

  func run() async throws {
    let folders = try SiteFolders.opened(SiteFolders.Arguments(site: site, output: output))
    guard let target else {
      throw ValidationError(PublishAdvice.text(for: Publication.settings(of: folders)?.host))
    }
    var options = PublicationOptions()
    options.isRehearsal = dryRun
    options.takesOver = takeOver
    options.allowsPreview = allowPreview
    let report = try await Publication(folders, to: target, options: options).run { path in
      Terminal.standardError.writeLine("Waiting for another build of “\(path.shown)” …")
    }
    warnOfNewer(report.newer)
    if report.broken.hasErrors {
      DiagnosticFormat.text.write(report.broken, of: folders)
      Terminal.standardError.writeLine(
        "Nothing was published: account for each address under “redirects:” in a report or “withdrawn:” in site.yml"
      )
      throw ExitCode(ExitStatus.content)
    }
    warn(report)
    if dryRun { list(report) }
    if !quiet { (dryRun ? Terminal.standardError : .standardOutput).writeLine(summary(report)) }
  }

  /// Nil if the command line does not name a target.
  private var target: PublicationTarget? {
    if let branch { return .branch(branch, remote: remote ?? "origin") }
    if let folder { return .folder(DiskPath(folder)) }
    if let rclone { return .rclone(rclone) }
    return rsync.map(PublicationTarget.rsync)
  }

  private func list(_ report: PublicationReport) {
    let lines =
      report.added.map { ("add", $0) } + report.changed.map { ("change", $0) }
      + report.removed.map { ("remove", $0) }
    for (word, path) in lines {
      let isForeign = report.foreign.contains(path)
      Terminal.standardOutput.writeLine(
        isForeign ? "\(word) \(path) (not published by Standpoint)" : "\(word) \(path)")
    }
  }

  /// Warns about changes that are not in the published site.
  private func warnOfNewer(_ files: [String]) {
    guard let first = files.first else { return }
    let others = files.count > 1 ? " and \((files.count - 1).counted("other file"))" : ""
    Terminal.standardError.write(
      "warning: “\(first)”\(others) changed after the site was built, so the site is out of date\n"
        + "     = help: build it first: standpoint build\n")
  }

  /// Warns about removed pages, because other sites may link to them.
  private func warn(_ report: PublicationReport) {
    let gone = report.gonePages
    if gone.isEmpty { return }
    let verb = dryRun ? "would be removed" : "removed"
    let shown = gone.prefix(10).map { "  \($0)\n" }.joined()
    let more = gone.count > 10 ? "  and \(gone.count - 10) more\n" : ""
    Terminal.standardError.write(
      "warning: \(gone.count.counted("page")) \(verb) without a redirect:\n\(shown)\(more)"
        + "     = help: list the old address under “redirects:” in the file that replaces the page\n")
  }

  private func summary(_ report: PublicationReport) -> String {
    let files = report.total.counted("file")
    if report.isEmpty, report.commit == nil {
      return "Nothing to publish: \(place) is up to date (\(files))"
    }
    let changes = changes(report)
    if dryRun { return "Would publish \(files) to \(place): \(changes)" }
    let commit = report.commit.map { ", commit \($0.prefix(10))" } ?? ""
    return "Published \(files) to \(place): \(changes)\(commit)"
  }

  private func changes(_ report: PublicationReport) -> String {
    let (changed, removed) = (report.changed, report.removed)
    let replaced = changed.count { report.foreign.contains($0) }
    let lost = removed.count { report.foreign.contains($0) }
    let own =
      "\(report.added.count) added, \(changed.count - replaced) changed, \(removed.count - lost) removed"
    if replaced + lost == 0 { return own }
    return own + "; of the files that Standpoint did not publish, \(replaced) replaced, \(lost) removed"
  }

  private var place: String {
    if let branch { return "“\(branch)” of \(remote ?? "origin")" }
    return folder.map { DiskPath($0).shown } ?? rsync ?? rclone ?? ""
  }
}
