import Content
import Diagnostics
import FileSystem
import Importing
import Text
import Workspace

/// Imports a folder of notes: an Obsidian vault, or the texts of a Hugo, Jekyll, Quartz or MkDocs site.
///
/// Notes keep their folders and names, so that links between them stay whole. Only attachments that a note other than a
/// draft shows or links to are included.
package struct FolderImport {
  /// The result of an import.
  package struct Outcome: Sendable {
    /// What the folder is, such as `an Obsidian vault`.
    package let origin: String
    /// Decisions and what was left out, as lines of text.
    package var lines: [String] = []
    /// The notes that were written, in order.
    package var notes: [DiskPath] = []
    package var attachments: [DiskPath] = []
    /// What could not be imported.
    package var problems: [EnvironmentError] = []
  }

  private let folder: DiskPath
  private let shown: String
  private let folders: SiteFolders
  private let replaces: Bool
  private let includesDailyNotes: Bool

  /// - Parameters:
  ///   - shown: the folder's path as given.
  ///   - replaces: whether existing files are replaced.
  package init(
    _ shown: String, into folders: SiteFolders, replaces: Bool, includesDailyNotes: Bool = false
  ) {
    folder = DiskPath(shown)
    self.shown = shown
    self.folders = folders
    self.replaces = replaces
    self.includesDailyNotes = includesDailyNotes
  }

  private struct Written {
    let plan: PlannedNote
    var note: ImportedNote
  }

  /// Throws if the folder cannot be read, or if files of the site would be replaced; then nothing is written.
  package func run() throws(EnvironmentError) -> Outcome {
    let source = try NoteFolder(folder, excluding: [folders.content, folders.output])
    var outcome = Outcome(origin: source.origin.description)
    let plans = try planned(source, &outcome)
    var notes = read(plans, &outcome)
    makeSlugsUnique(&notes, &outcome)
    listLinksToLeftOut(notes, source, &outcome)
    let attachments = link(&notes, source, &outcome)
    listLeftOut(source, &outcome)
    try write(notes, attachments, source, &outcome)
    return outcome
  }

  // MARK: Reading

  private func planned(_ source: NoteFolder, _ outcome: inout Outcome) throws(EnvironmentError)
    -> [PlannedNote]
  {
    var home = source.homeNote
    if home != nil, !replaces, try exists("index.md"), let note = home {
      if try content(of: "index.md") != FileReader.readAll(note.disk) {
        outcome.lines.append(
          "\(note.path): does not become the home page, because the site has an index.md; --force replaces it"
        )
        home = nil
      }
    }
    if let home {
      outcome.lines.append("\(home.path): becomes the home page, index.md")
    }
    var daily: [String] = []
    var taken: Set<String> = []
    var plans: [PlannedNote] = []
    for file in source.notes {
      if !includesDailyNotes, source.isDailyNote(file.path) {
        daily.append(file.path)
        continue
      }
      var plan = PlannedNote(file, isHome: file == home)
      plan.choice.needsPublish = source.publishesExplicitly
      if source.origin == .hugo { plan.choice.hugoSection = Self.section(of: file.path) }
      var number = 1
      while !taken.insert(plan.path.lowercased()).inserted {
        number += 1
        let stem = NoteFolder.stem(PlannedNote(file, isHome: false).path)
        plan.path = "\(stem)-\(number).md"
      }
      if plan.path != file.path, file != home { outcome.lines.append("\(file.path): becomes \(plan.path)") }
      plans.append(plan)
    }
    if !daily.isEmpty {
      outcome.lines.append(
        "\(daily.count.counted("daily note is", "daily notes are")) left out (add --daily-notes to import \(daily.count == 1 ? "it" : "them")): "
          + daily.joined(separator: ", "))
    }
    return plans
  }

  /// The folder below which Hugo writes a page: that of its file, or of its bundle.
  private static func section(of path: String) -> String {
    let parts = path.split(separator: "/").map(String.init)
    let stem = NoteFolder.stem(parts.last ?? "")
    return parts.dropLast(stem == "index" || stem == "_index" ? 2 : 1).joined(separator: "/")
  }

  private func read(_ plans: [PlannedNote], _ outcome: inout Outcome) -> [Written] {
    var notes: [Written] = []
    for plan in plans {
      do throws(EnvironmentError) {
        let note = try note(plan, &outcome)
        outcome.lines += note.decisions.map { $0.text(path: plan.file.path) }
        if note.isDraft { outcome.lines.append("\(plan.file.path): stays a draft") }
        notes.append(Written(plan: plan, note: note))
      } catch {
        outcome.problems.append(error)
      }
    }
    return notes
  }

  private func note(_ plan: PlannedNote, _ outcome: inout Outcome) throws(EnvironmentError) -> ImportedNote {
    let bytes = try FileReader.readAll(plan.file.disk)
    let original = SourceText(path: plan.file.path, bytes: bytes)
    let decoded = original.decodedToUTF8()
    if let note = decoded?.note { outcome.lines.append("\(plan.file.path): \(note.message)") }
    let importer = ReportImporter(options: ImportOptions(name: plan.stem))
    do {
      return try importer.note(from: decoded?.source ?? original, as: plan.choice)
    } catch {
      throw EnvironmentError(
        "“\(plan.file.disk.shown)” is not imported: \(error.message)",
        advice: "correct the file, and import it again")
    }
  }

  /// Gives reports with the same address one that begins with their folder.
  private func makeSlugsUnique(_ notes: inout [Written], _ outcome: inout Outcome) {
    var taken: Set<String> = []
    for index in notes.indices where notes[index].plan.choice.kind == .report {
      let plan = notes[index].plan
      let slug = notes[index].note.slug ?? Slug.of(plan.stem)
      if taken.insert(slug).inserted { continue }
      var choice = plan.choice
      choice.slug = Slug.of(NoteFolder.stem(plan.path).replacing("/", with: " "))
      var number = 1
      while let slug = choice.slug, !taken.insert(slug).inserted {
        number += 1
        choice.slug = Slug.of("\(NoteFolder.stem(plan.path)) \(number)")
      }
      choice.replacesSlug = true
      var next = plan
      next.choice = choice
      guard let note = try? self.note(next, &outcome) else { continue }
      outcome.lines.append(
        "\(plan.file.path): its address is “\(choice.slug ?? "")”, because another note has “\(slug)”")
      notes[index] = Written(plan: next, note: note)
    }
  }

  // MARK: Links and attachments

  /// Writes the links for the new places; returns the attachments that are included.
  private func link(
    _ notes: inout [Written], _ source: NoteFolder, _ outcome: inout Outcome
  ) -> [NoteFolder.File] {
    let links = NoteLinks(notes.map(\.plan), attachments: source.attachments)
    var used: Set<String> = []
    var ofDrafts: Set<String> = []
    for index in notes.indices {
      let (plan, note) = (notes[index].plan, notes[index].note)
      var changes: [NoteLink: String] = [:]
      for link in note.links {
        guard let target = links.target(of: link, in: plan) else { continue }
        if case .attachment(let path) = target {
          if note.isDraft { ofDrafts.insert(path) } else { used.insert(path) }
        }
        changes[link] = links.rewritten(link, to: target, in: plan)
      }
      notes[index].note = note.changing(changes)
      if !changes.isEmpty {
        outcome.lines.append(
          "\(plan.file.path): \(changes.count.counted("link")) updated for the new locations")
      }
    }
    let drafts = ofDrafts.subtracting(used).sorted()
    if !drafts.isEmpty {
      outcome.lines.append("attachments that only drafts use are left out: \(drafts.joined(separator: ", "))")
    }
    let others = source.attachments.filter { !used.contains($0.path) && !ofDrafts.contains($0.path) }
    if !others.isEmpty {
      outcome.lines.append(
        "\(others.count.counted("file")) that no note links to or shows \(others.count == 1 ? "is" : "are") left out: "
          + Self.list(others.map(\.path)))
    }
    return source.attachments.filter { used.contains($0.path) }
  }

  /// Names the links of notes to what is left out, which would otherwise be links to nothing in the build.
  private func listLinksToLeftOut(_ notes: [Written], _ source: NoteFolder, _ outcome: inout Outcome) {
    var reasons: [NameKey: String] = [:]
    for (path, reason) in source.leftOut {
      let name = path.split(separator: "/").last.map(String.init) ?? path
      let why = reason == .ignored ? "the program’s settings exclude it" : reason.clause
      for name in [name, NoteFolder.stem(name)] { reasons[NameKey(name)] = why }
    }
    if !includesDailyNotes {
      for file in source.notes where source.isDailyNote(file.path) {
        let name = file.path.split(separator: "/").last.map(String.init) ?? file.path
        for name in [name, NoteFolder.stem(name)] { reasons[NameKey(name)] = "it is a daily note" }
      }
    }
    if reasons.isEmpty { return }
    for written in notes {
      var seen: Set<String> = []
      for link in written.note.links {
        let name = link.path.split(separator: "/").last.map(String.init) ?? link.path
        guard let why = reasons[NameKey(name)], seen.insert(name).inserted else { continue }
        outcome.lines.append(
          "\(written.plan.file.path): the link to “\(name)” leads nowhere, because that file is left out (\(why))"
        )
      }
    }
  }

  private func listLeftOut(_ source: NoteFolder, _ outcome: inout Outcome) {
    if let settings = source.settingsFile {
      outcome.lines.append(
        "\(settings): the settings are not imported; set the title, the address and the menu in site.yml (title:, base-url:, nav:)"
      )
    }
    for reason in UnpublishedFiles.Reason.allCases {
      let paths = source.leftOut.filter { $0.reason == reason }.map(\.path).sorted()
      if !paths.isEmpty {
        let what = reason == .ignored ? "files that the program’s settings exclude" : reason.description
        outcome.lines.append("\(what) are left out: \(Self.list(paths))")
      }
    }
  }

  private static func list(_ names: [String]) -> String { names.listed(most: 20) }

  // MARK: Writing

  private func exists(_ path: String) throws(EnvironmentError) -> Bool {
    try FileStatus.of(folders.content.appending(path), followingLinks: false) != nil
  }

  private func content(of path: String) throws(EnvironmentError) -> [UInt8] {
    try FileReader.readAll(folders.content.appending(path))
  }

  private func write(
    _ notes: [Written], _ attachments: [NoteFolder.File], _ source: NoteFolder, _ outcome: inout Outcome
  ) throws(EnvironmentError) {
    var files: [(path: String, bytes: [UInt8])] = []
    for note in notes { files.append((note.plan.path, Array(note.note.text.utf8))) }
    for file in attachments { files.append((file.path, try FileReader.readAll(file.disk))) }
    if !replaces {
      var existing: [String] = []
      for file in files where try exists(file.path) {
        if try content(of: file.path) != file.bytes { existing.append(file.path) }
      }
      if !existing.isEmpty {
        throw EnvironmentError(
          "\(existing.count.counted("file exists", "files exist")) already in “\(folders.content.shown)”, so nothing is written: "
            + Self.list(existing), advice: "import into an empty site, or add --force to replace them")
      }
    }
    var change = SiteChange(by: "standpoint import", in: folders.root, content: folders.content)
    for (index, file) in files.enumerated() {
      let path = folders.content.appending(file.path)
      try change.write(path, file.bytes)
      if index < notes.count { outcome.notes.append(path) } else { outcome.attachments.append(path) }
    }
    try writeSettings(source, &change, &outcome)
    try change.perform()
  }

  /// A vault has links to notes that are not written yet, so they are only warnings in a new site.
  private func writeSettings(
    _ source: NoteFolder, _ change: inout SiteChange, _ outcome: inout Outcome
  ) throws(EnvironmentError) {
    if try exists("site.yml") {
      if source.origin == .obsidian || source.origin == .quartz {
        outcome.lines.append(
          "site.yml: links to notes that do not exist are errors; with “unresolved-links: warning” they are shown as text"
        )
      }
      return
    }
    let text = "title: \(YAMLScalar.text(source.name, isInList: false))\nunresolved-links: warning\n"
    change.create(folders.content.appending("site.yml"), Array(text.utf8))
    outcome.lines.append("site.yml: written; links to notes that do not exist are warnings")
  }
}
