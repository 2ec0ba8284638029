import Content
import Diagnostics
import Graph
import Markdown
import Text

extension Renaming {
  /// Renames an issue or a party.
  func member(_ subject: MentionSubject, to new: String) throws(Refusal) -> [FileEdits] {
    try check(new)
    let old = graph.name(of: subject)
    if old == new { return [] }
    try refuse(new, unless: subject)
    try refuse(new, unlessTitleOf: nil)
    var gathered = GatheredEdits()
    let move = try move(ofFile: graph.file(of: subject), titled: old, to: new)
    for occurrence in graph.occurrences(of: subject) {
      try replace(occurrence, old: old, new: new, move, &gathered)
    }
    for pair in graph.settings.pairs ?? [] {
      for name in [pair.first, pair.second] where NameKey(name.text) == NameKey(old) {
        if let path = path(pair.sourcePath) { try scalar(name.range, [NameKey(old)], new, path, &gathered) }
      }
    }
    if let header = header(of: subject) {
      try finish(header, to: new, address: graph.address(of: subject), move, &gathered)
    } else {
      try describe(subject, old: old, new: new, &gathered)
    }
    return gathered.sorted
  }

  /// The file of an issue or a party; nil: it has none.
  private func header(of subject: MentionSubject) -> FileHeader? {
    switch subject {
    case .issue(let id): graph.issues[id.index].file?.header
    case .party(let id): graph.parties[id.index].file?.header
    }
  }

  /// Refuses a name that another issue or party has.
  func refuse(_ new: String, unless subject: MentionSubject?) throws(Refusal) {
    let key = NameKey(new)
    func isOther(_ other: MentionSubject) -> Bool {
      other != subject && graph.names(of: other).contains { NameKey($0) == key }
    }
    let others =
      graph.issues.map { MentionSubject.issue($0.id) } + graph.parties.map { MentionSubject.party($0.id) }
    if let other = others.first(where: isOther) {
      throw Refusal("“\(new)” is already a name of “\(graph.name(of: other))”")
    }
  }

  /// How a file moves with its title.
  struct Move {
    let from: String
    let to: String
    /// The names of the file without folder and ending, before and after.
    let stems: (old: String, new: String)
  }

  /// nil: the file stays, because it is not named after its title, or may not move.
  func move(ofFile path: String?, titled old: String, to new: String) throws(Refusal) -> Move? {
    guard movesFiles, let path, path.hasSuffix(".md") else { return nil }
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
    let stem = String(path.dropFirst(folder.count).dropLast(3))
    // The page of a folder has the folder's address.
    if ["index", "readme"].contains(stem.lowercased()) { return nil }
    let slug = Slug.of(new)
    guard stem.lowercased() == Slug.of(old), slug != Slug.of(old) else { return nil }
    let target = folder + slug + ".md"
    if exists(target) { throw Refusal("“\(folders.sourcePath(target))” already exists") }
    return Move(from: path, to: target, stems: (stem, slug))
  }

  /// Puts the new name at a place that names an issue or a party.
  private func replace(
    _ occurrence: NameOccurrence, old: String, new: String, _ move: Move?, _ gathered: inout GatheredEdits
  ) throws(Refusal) {
    guard let path = path(occurrence.place.path), let range = occurrence.place.range else { return }
    let bytes = try gathered.text(path, bytes)
    let keys = Set([old] + (move.map { [$0.stems.old] } ?? [])).map { NameKey($0) }
    let finder = NameInText(keys: Set(keys))
    switch occurrence.role {
    case .title, .alias, .prose: break
    case .columnHeading, .rowHeading:
      if let found = finder.inCell(bytes, range) { gathered.add(found, new, to: path) }
    case .wikilink:
      for found in finder.inWikilink(bytes, range) { gathered.add(found, new, to: path) }
    case .link:
      if let move { link(range, move, bytes, path, &gathered) }
    case .reference(.options):
      for found in Self.names(in: bytes, range, finder) { gathered.add(found, new, to: path) }
    case .reference(.correction):
      let inside = NameInText.scalar(bytes, range)
      for found in finder.inTarget(bytes, inside) { gathered.add(found, new, to: path) }
    case .reference, .setting: try scalar(range, Set(keys), new, path, &gathered)
    }
  }

  /// The names between commas in `issues="…"`.
  private static func names(in bytes: [UInt8], _ range: Range<Int>, _ finder: NameInText) -> [Range<Int>] {
    let separators = Array("=,\"'".utf8)
    var found: [Range<Int>] = []
    var start = range.lowerBound
    for index in range.lowerBound...min(range.upperBound, bytes.count - 1)
    where index == range.upperBound || separators.contains(bytes[index]) {
      let part = NameInText.trimmed(bytes, start..<index)
      if !part.isEmpty, finder.isOld(String(decoding: bytes[part], as: UTF8.self)) { found.append(part) }
      start = index + 1
    }
    return found
  }

  /// Puts the new name in the place of a scalar of YAML that is the old one.
  private func scalar(
    _ range: Range<Int>, _ keys: Set<NameKey>, _ new: String, _ path: String, _ gathered: inout GatheredEdits
  ) throws(Refusal) {
    let bytes = try bytes(path)
    let whole = NameInText.scalar(bytes, range)
    let text = NameInText.text(bytes, ofScalar: whole)
    let kind = keys.contains(NameKey(text)) ? "" : NameInText.kind(in: text)
    guard keys.contains(NameKey(String(text.dropFirst(kind.count)))) else { return }
    let style = YAMLScalar.Style(startingWith: bytes[whole.lowerBound])
    gathered.add(whole, YAMLScalar.text(kind + new, style: style), to: path)
  }

  /// Changes a file's own title, keeps the old name as an alias and an old address as a redirect, and moves the file.
  func finish(
    _ header: FileHeader, to new: String, address: String, _ move: Move?, _ gathered: inout GatheredEdits
  ) throws(Refusal) {
    let path = header.path
    let before = try bytes(path)
    var own = FileEdits(path)
    let title = try TitlePlace.range(in: before, header)
    if let title { own.add(FileEdits.Edit(title.range, title.text(new))) }
    // A link within a heading goes with the heading.
    for edit in gathered[path].edits { own.add(edit) }
    var bytes = own.applied(to: before)
    if title == nil { bytes = try applying(.set("title", to: new), to: bytes, path) }
    bytes = try applying(.add([header.title], to: "aliases"), to: bytes, path)
    if let move {
      let last = address.lastIndex(of: "/").map { String(address[...$0]) } ?? ""
      if last + move.stems.new != address {
        bytes = try applying(.add([shown(address)], to: "redirects"), to: bytes, path)
      }
    }
    var edits = FileEdits(path)
    if let edit = FileEdits.difference(from: before, to: bytes) { edits.add(edit) }
    edits.newPath = move?.to
    gathered[path] = edits
  }

  func applying(
    _ change: FrontMatterEdit.Change, to bytes: [UInt8], _ path: String
  ) throws(Refusal) -> [UInt8] {
    switch FrontMatterEdit.apply(change, to: SourceText(path: path, bytes: bytes)) {
    case .success(let changed): return changed
    case .failure(let refusal): throw Refusal("“\(folders.sourcePath(path))”: \(refusal.message)")
    }
  }

  /// Writes a file for an issue or a party without one: under its new name, with the old one as an alias.
  private func describe(
    _ subject: MentionSubject, old: String, new: String, _ gathered: inout GatheredEdits
  ) throws(Refusal) {
    let address = graph.address(of: subject)
    let folder = address.lastIndex(of: "/").map { String(address[...$0]) } ?? ""
    let path = folder + Slug.of(new) + ".md"
    if exists(path) {
      throw Refusal("“\(folders.sourcePath(path))” already exists but is not part of the site")
    }
    var changes: [FrontMatterEdit.Change] = [.add([old], to: "aliases")]
    if folder + Slug.of(new) != address { changes.append(.add([shown(address)], to: "redirects")) }
    var edits = FileEdits(path)
    edits.isNew = true
    edits.add(
      FileEdits.Edit(0..<0, String(decoding: FrontMatterEdit.newFile(title: new, changes), as: UTF8.self)))
    gathered[path] = edits
  }
}
