import Content
import FileSystem
import Workspace

/// Writes the changes of a renaming to the content folder.
package enum RenamedFiles {
  /// Writes all files in one change; nothing is written if one of them cannot be read or written.
  ///
  /// - Parameter fingerprint: the files before the edits were found; nothing is written if one has changed since.
  package static func write(
    _ all: [FileEdits], in folders: SiteFolders, since fingerprint: SourceFingerprint
  ) throws(EnvironmentError) {
    var change = SiteChange(by: "standpoint rename", in: folders.root, content: folders.content)
    for edits in all {
      let path = folders.content.appending(edits.path)
      let before = edits.isNew ? [] : try FileReader.readAll(path)
      if let target = edits.newPath.map(folders.content.appending), try isThere(target) {
        throw EnvironmentError("“\(target.shown)” already exists", advice: "choose another name")
      }
      if edits.isNew, try isThere(path) {
        throw EnvironmentError("“\(path.shown)” already exists", advice: "choose another name")
      }
      let after = edits.applied(to: before)
      if edits.isNew {
        change.create(path, after)
      } else if let target = edits.newPath.map(folders.content.appending) {
        change.move(path, to: target, before, by: after)
      } else {
        change.replace(path.resolved, before, by: after)
      }
    }
    try SitePipeline(folders).requireUnchanged(since: fingerprint)
    try change.perform()
  }

  private static func isThere(_ path: DiskPath) throws(EnvironmentError) -> Bool {
    try FileStatus.of(path, followingLinks: false) != nil
  }
}

extension Renaming {
  /// What has a name: issues, parties, reports, pages and sources, by name, alias or key.
  package func subjects(named name: String) -> [(subject: Subject, kind: String)] {
    let key = NameKey(name)
    func has(_ names: [String]) -> Bool { names.contains { NameKey($0) == key } }
    var found: [(Subject, String)] = []
    found += graph.issues.filter { has([$0.name] + $0.aliases) }.map { (.issue($0.id), "issue") }
    found += graph.parties.filter { has([$0.name] + $0.aliases) }.map { (.party($0.id), "party") }
    func has(_ header: FileHeader) -> Bool { has([header.title] + header.matter.aliases.map(\.text)) }
    found += graph.reports.filter { has($0.report.header) }.map { (.report($0.id), "report") }
    found += graph.pages.filter { has($0.page.header) }.map { (.page($0.id), "page") }
    if let home = graph.home, has(home.page.header) { found.append((.home, "page")) }
    found += graph.settings.sources.entries.filter { $0.key == name }.map { (.source($0.key), "source") }
    return found
  }
}
