import ArgumentParser
import Content
import FileSystem
import Publishing
import Text
import Workspace

/// `standpoint init`
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Create a new site.",
    discussion: """
      Writes one report, the settings, schemas for editors, a hook that checks every commit, and the files that the \
      host needs. Existing files are never changed.

      Examples:

        standpoint init briefing
        standpoint init briefing --host github-pages --title "Who stands where"
        standpoint init briefing --ci gitlab
        standpoint init . --host netlify --domain briefing.example.org --force
      """)

  @Argument(
    help: ArgumentHelp("The folder of the site; created if it does not exist.", valueName: "dir"),
    completion: .directory)
  var folder: String

  @Option(
    help: ArgumentHelp(
      "Where the site will be published: " + StarterHost.allCases.map(\.rawValue).joined(separator: ", ")
        + ".",
      valueName: "host"))
  var host = StarterHost.none

  @Option(
    help: ArgumentHelp(
      "Where proposed changes are reviewed: github or gitlab. Writes the workflow that comments on them. --host github-pages includes github.",
      valueName: "pipeline"))
  var ci: StarterPipeline?

  @Option(help: "The site’s title.")
  var title = "Briefing"

  @Option(
    help: ArgumentHelp("The domain of the site, such as briefing.example.org.", valueName: "name"),
    transform: DomainName.parse)
  var domain: String?

  @Option(
    help: ArgumentHelp(
      "The date of the first report, as YYYY-MM-DD.", discussion: "Default: today.", valueName: "day"),
    transform: BuildDay.parse)
  var now: PartialDate?

  @Flag(name: .shortAndLong, help: "Add missing files to a folder that is not empty.")
  var force = false

  @Flag(name: .shortAndLong, help: "Do not list the files and the next steps.")
  var quiet = false

  func validate() throws {
    if folder == "" { throw ValidationError("DIR is empty; give a folder.") }
    if !title.contains(where: { !$0.isWhitespace }) {
      throw ValidationError("--title is empty; give a title.")
    }
  }

  func run() throws {
    let place = DiskPath(folder)
    // An interrupted call in this folder is completed, and the files that it has created are no obstacle to this one.
    let earlier = try InterruptedChange.finishAndTell(in: place)
    let isOwn = earlier.map { $0.command == SiteStarter.command && $0.isComplete } ?? false
    let outcome = try SiteStarter(
      StarterRequest(
        folder: place, title: title, host: host, pipeline: ci, domain: domain, today: now,
        addsToFolder: force || isOwn)
    ).run()
    if quiet { return }
    let stream = Terminal.standardOutput
    for path in outcome.written { stream.writeLine(path.shown) }
    for path in outcome.kept { Terminal.standardError.writeLine("not changed: \(path.shown)") }
    Terminal.standardError.write(next(place, missing: missingSettings(place)))
  }

  /// The settings that were requested but are missing in an existing site.yml, as lines for it.
  private func missingSettings(_ place: DiskPath) -> [String] {
    guard let folders = try? SiteFolders(SiteFolders.Arguments(site: place.text)),
      let settings = Publication.settings(of: folders)
    else { return [] }
    let hosts = host.setting.flatMap { settings.host == $0 ? nil : "host: \($0.rawValue)" }
    let address = domain.flatMap { settings.baseURL == nil ? "base-url: https://\($0)/" : nil }
    return [hosts, address].compactMap(\.self)
  }

  private func next(_ place: DiskPath, missing: [String]) -> String {
    let enter = place == .current ? [] : ["cd \(ShellWord.quoted(place.shown))"]
    let lines = enter + ["standpoint serve", "standpoint new report \"My first report\""]
    let lacks = missing.isEmpty ? [] : ["add to Content/site.yml: " + missing.joined(separator: " and ")]
    let steps = (lacks + host.steps(domain: domain) + (ci?.steps ?? [])).map { "- \($0)\n" }.joined()
    return "Next:\n" + lines.map { "  \($0)\n" }.joined() + (steps.isEmpty ? "" : "To publish:\n" + steps)
  }
}

extension StarterHost: ExpressibleByArgument {}

extension StarterPipeline: ExpressibleByArgument {}

/// Parses the value of `--domain`.
enum DomainName {
  /// The name in lower case. It must have at least two labels of letters, digits and inner hyphens (RFC 1123, section 2.1).
  static func parse(_ text: String) throws -> String {
    let labels = text.split(separator: ".", omittingEmptySubsequences: false)
    let isName = labels.count > 1 && text.utf8.count <= 253 && labels.allSatisfy(isLabel)
    guard isName else {
      throw ValidationError(
        "“\(text)” is not a domain name; use a name such as briefing.example.org, without https:// or slashes."
      )
    }
    return text.lowercased()
  }

  private static func isLabel(_ label: Substring) -> Bool {
    let allowed = label.utf8.allSatisfy { byte in
      byte.isDigit || byte.isLetter || byte == UInt8(ascii: "-")
    }
    return allowed && (1...63).contains(label.utf8.count) && label.first != "-" && label.last != "-"
  }
}
