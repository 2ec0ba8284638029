import ArgumentParser
import Content
import Diagnostics
import FileSystem
import Publishing
import Workspace

/// The site and the options of all commands that read a whole site.
struct SiteOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "The site: a folder with a Content folder, a folder of Markdown files, or one .md file.",
      valueName: "site"), completion: .directory)
  var site = "."

  @OptionGroup var reading: ReadingOptions

  /// Whether warnings are errors.
  var strict: Bool { reading.strict }

  /// The build options for these command line options.
  var buildOptions: BuildOptions { reading.buildOptions }

  /// The site's folders. Throws if one of them does not exist.
  ///
  /// - Parameter onlyTells: whether a change that was interrupted is only told.
  func folders(output: String? = nil, onlyTells: Bool = false) throws(EnvironmentError) -> SiteFolders {
    try reading.folders(of: site, output: output, onlyTells: onlyTells)
  }

  /// Builds the site's graph and prints its diagnostics. Ends the command if the content has errors.
  ///
  /// - Parameter record: the day whose record the graph holds.
  func graph(
    of folders: SiteFolders, quiet: Bool, record: RecordOptions? = nil
  ) async throws -> GraphedSite {
    try await reading.graph(of: folders, quiet: quiet, record: record)
  }

  func validate() throws {
    if site == "" { throw ValidationError("SITE is empty; give a folder.") }
  }
}

/// The site and the options of commands that read a whole site and have other arguments.
struct NamedSiteOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("The site; see “standpoint help build”.", valueName: "site"),
    completion: .directory)
  var site = "."

  @OptionGroup var reading: ReadingOptions

  /// The site's folders. Throws if one of them does not exist.
  func folders() throws(EnvironmentError) -> SiteFolders { try reading.folders(of: site) }

  /// Builds the site's graph and prints its diagnostics. Ends the command if the content has errors.
  func graph(of folders: SiteFolders, quiet: Bool) async throws -> GraphedSite {
    try await reading.graph(of: folders, quiet: quiet)
  }

  func validate() throws {
    if site == "" { throw ValidationError("--site is empty; give a folder.") }
  }
}

/// The options of all commands that read a whole site, without the site itself.
struct ReadingOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The content folder.", discussion: "Default: SITE/Content, or SITE.", valueName: "folder"),
    completion: .directory)
  var content: String?

  @Option(
    help: ArgumentHelp(
      "The folder whose files replace those of the built-in theme.", discussion: "Default: SITE/Templates.",
      valueName: "folder"), completion: .directory)
  var templates: String?

  @Option(
    name: .customLong("base-url"),
    help: ArgumentHelp(
      "The address of the site, such as https://example.org/briefing/.",
      discussion: "Replaces “base-url:” in site.yml.", valueName: "url"),
    transform: BaseURL.parse)
  var baseURL: BaseURL?

  @Flag(help: "Include drafts.")
  var drafts = false

  @Option(
    help: ArgumentHelp(
      "Build as if today were this date, as YYYY-MM-DD.",
      discussion: "Default: today, in the time zone of site.yml.", valueName: "day"),
    transform: BuildDay.parse)
  var now: PartialDate?

  @Flag(help: "Treat warnings as errors.")
  var strict = false

  /// The build options for these command line options.
  var buildOptions: BuildOptions {
    var options = BuildOptions()
    options.includesDrafts = drafts
    options.today = now
    options.baseURL = baseURL
    options.isStrict = strict
    options.layoutCache = LayoutCache.usualFolder
    return options
  }

  /// The folders of a site. Throws if one of them does not exist.
  func folders(
    of site: String, output: String? = nil, onlyTells: Bool = false
  ) throws(EnvironmentError) -> SiteFolders {
    try SiteFolders.opened(
      SiteFolders.Arguments(site: site, content: content, templates: templates, output: output),
      onlyTells: onlyTells)
  }

  /// Builds the site's graph and prints its diagnostics. Ends the command if the content has errors.
  ///
  /// - Parameter record: the day whose record the graph holds.
  func graph(
    of folders: SiteFolders, quiet: Bool, record: RecordOptions? = nil
  ) async throws -> GraphedSite {
    var options = buildOptions
    options.recordDay = record?.asOf
    let line = ProgressLine(isWanted: !quiet)
    let pipeline = SitePipeline(folders, options: options, progress: line.show)
    let graphed = try await line.during { try await pipeline.graph() }
    DiagnosticFormat.text.write(graphed.diagnostics, of: folders)
    if graphed.diagnostics.hasErrors { throw ExitCode(ExitStatus.content) }
    return graphed
  }

  func validate() throws {
    for (name, value) in [("--content", content), ("--templates", templates)] where value == "" {
      throw ValidationError("\(name) is empty; give a folder.")
    }
  }
}

/// The option of the commands that can show the record of a day.
struct RecordOptions: ParsableArguments {
  @Option(
    name: .customLong("as-of"),
    help: ArgumentHelp(
      "Show the record as it was on this day: 2025-03-01, 2025-03 or 2025.",
      discussion:
        "Leaves out reports and positions from later days. A month or a year means its last day. --now defaults to that day.",
      valueName: "day"),
    transform: RecordDay.parse)
  var asOf: PartialDate?
}

/// Parses the value of `--as-of`.
enum RecordDay {
  static func parse(_ text: String) throws -> PartialDate {
    guard let day = PartialDate(text) else {
      throw ValidationError("“\(text)” is not a date; use YYYY-MM-DD, YYYY-MM or YYYY, such as 2025-03-01.")
    }
    return day
  }
}

extension BaseURL {
  /// Parses the value of `--base-url`, by the rules of `base-url:`.
  static func parse(_ text: String) throws -> BaseURL {
    do throws(InvalidValue) {
      return try BaseURL(text)
    } catch {
      throw ValidationError(
        [error.message, error.suggestion?.message].compactMap(\.self).joined(separator: "; "))
    }
  }
}

/// Parses the value of `--now`.
enum BuildDay {
  static func parse(_ text: String) throws -> PartialDate {
    guard text.utf8.count == 10, let day = PartialDate(text), day.day != nil else {
      throw ValidationError("“\(text)” is not a date; use YYYY-MM-DD, such as 2025-03-02.")
    }
    return day
  }
}
