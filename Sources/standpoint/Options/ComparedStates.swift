import ArgumentParser
import Content
import Diagnostics
import Editions
import FileSystem
import Publishing
import Site
import Workspace

/// Two states of the record that a command compares.
struct ComparedStates: Sendable {
  let before: Edition
  let after: Edition
  let difference: RecordDifference

  /// The words that name the states, and the site.
  struct Words: Sendable, Hashable {
    var before: String
    /// Nil: `before` is a range, or is compared with the content as it is now.
    var after: String?
    var site: String

    /// After a range, the next word is the site.
    init(_ before: String, _ after: String?, site: String) throws {
      self.before = before
      let isRange = RevisionRange(before) != nil
      if isRange, let after, site != "." {
        throw ValidationError(
          "“\(before)” already names both states, so the only other argument can be the site; “\(after)” is one too many."
        )
      }
      self.after = isRange ? nil : after
      self.site = isRange ? after ?? site : site
    }
  }

  /// Reads both states and compares them. Content errors end the command.
  ///
  /// - Parameter record: the day whose record the states from content show.
  static func read(
    _ words: Words, reading: ReadingOptions, record: RecordOptions? = nil
  ) async throws -> ComparedStates {
    let folders = try reading.folders(of: words.site)
    let names = StateNames(folders)
    let old: StateName
    let new: StateName
    if let range = try await names.range(words.before) {
      (old, new) = range
    } else {
      old = try await names.state(words.before)
      new = try await names.state(words.after ?? Edition.now)
    }
    if record?.asOf != nil, !old.isContent, !new.isContent {
      throw ValidationError("--as-of applies to “now” and to revisions, but both are editions.")
    }
    let archive = EditionArchive(try EditionFolder(folders).readAll().editions)
    let omissions = EditionOmissions(archive.withdrawals)
    let reader = StateReader(folders: folders, reading: reading, record: record)
    var before = try await reader.edition(old).without(omissions)
    let after = try await reader.edition(new).without(omissions)
    if case .revision(_, let commit) = old, new.isContent {
      let renames = try await RenamedReports.find(from: commit, to: new.commit, in: folders)
      before = before.following(renames, to: after)
    }
    return ComparedStates(
      before: before, after: after, difference: archive.difference(from: before, to: after))
  }
}

/// The arguments of the commands that compare two states.
struct ComparedStatesOptions: ParsableArguments {
  @Argument(
    help: "The earlier state: an edition or its file, a git revision, or “now”. Or both: A..B or A...B.")
  var before: String

  @Argument(help: "The later state.")
  var after: String?

  @OptionGroup var site: SiteOptions

  @OptionGroup var record: RecordOptions

  /// Reads both states and compares them. Content errors end the command.
  func read() async throws -> ComparedStates {
    try await ComparedStates.read(try words, reading: site.reading, record: record)
  }

  /// The settings of the site, with the base URL of the command line; nil if they cannot be read.
  func settings() throws -> SiteSettings? {
    var settings = Publication.settings(of: try site.reading.folders(of: try words.site))
    if let base = site.reading.baseURL { settings?.baseURL = base }
    return settings
  }

  /// The theme of the site, with its interface texts.
  ///
  /// - Parameter settings: of the site; nil: they cannot be read.
  func theme(_ settings: SiteSettings?) throws -> Theme {
    try Publication.theme(of: try site.reading.folders(of: try words.site), settings)
  }

  private var words: ComparedStates.Words {
    get throws { try ComparedStates.Words(before, after, site: site.site) }
  }
}

extension StateName {
  /// Whether it is read from the content, now or in a commit.
  fileprivate var isContent: Bool {
    switch self {
    case .now, .revision: true
    case .edition, .file: false
    }
  }

  /// The hash of its commit; nil: it is not a revision.
  fileprivate var commit: String? {
    if case .revision(_, let commit) = self { commit } else { nil }
  }
}

/// Reads states of the record, and prints their diagnostics.
private struct StateReader {
  let folders: SiteFolders
  let reading: ReadingOptions
  let record: RecordOptions?

  func edition(_ state: StateName) async throws -> Edition {
    switch state {
    case .now: try await reading.graph(of: folders, quiet: true, record: record).edition(named: Edition.now)
    case .edition(let name): try checked(EditionFolder(folders).read(name), folders)
    case .file(let path): try checked(EditionFolder.read(path), nil)
    case .revision(let name, let commit): try await revision(name, commit)
    }
  }

  private func checked(
    _ read: (edition: Edition?, diagnostics: [Diagnostic]), _ folders: SiteFolders?
  ) throws -> Edition {
    let policy = DiagnosticPolicy(isStrict: reading.strict)
    if !read.diagnostics.isEmpty {
      DiagnosticFormat.text.write(policy.apply(to: read.diagnostics), of: folders)
    }
    guard let edition = read.edition else { throw ExitCode(ExitStatus.content) }
    return edition
  }

  /// Of a commit, only errors are printed: its warnings can no longer be fixed.
  private func revision(_ name: String, _ commit: String) async throws -> Edition {
    var options = reading.buildOptions
    options.recordDay = record?.asOf
    let state = try await RevisionReader(folders, options: options).state(of: commit, named: name)
    guard state.diagnostics.hasErrors else { return state.edition }
    for entry in state.diagnostics.entries where entry.severity == .error {
      let place = entry.diagnostic.place.map { "\(commit.prefix(10)):\($0.path): " } ?? ""
      Terminal.standardError.writeLine(
        "\(place)error: \(entry.diagnostic.message) [\(entry.diagnostic.id.rawValue)]")
    }
    throw ExitCode(ExitStatus.content)
  }
}
