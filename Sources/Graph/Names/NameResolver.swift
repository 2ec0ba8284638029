import Content
import Diagnostics
import Text

/// Resolves names in wikilinks and front matter.
struct NameResolver {
  /// The result of a search.
  enum Result {
    case page(Destination)
    /// Only a withheld file, by its index among the withheld files.
    case withheld(Int)
    /// Several meanings at the same level.
    case ambiguous(Homonyms)
    case nothing
  }

  let site: SymbolTable

  /// - Parameter kind: nil: any kind.
  func resolve(_ name: String, kind: WikilinkTarget.Kind?) -> Result {
    let found = site.shared.names.find(NameKey(name), kind: kind)
    if found.count == 0, kind == nil || kind == .party {
      let party = site.parties.byKey[site.shared.words.partyName(name).key]
      return party.map { .page(.party(Int($0))) } ?? .nothing
    }
    if case .withheld(let file, _)? = found.listed.first { return .withheld(file) }
    let pages = found.listed.compactMap { if case .page(let page) = $0 { page } else { nil } }
    guard let first = pages.first else { return .nothing }
    return found.count == 1 ? .page(first) : .ambiguous(Homonyms(pages: pages, count: found.count))
  }
}

/// Pages with the same name.
struct Homonyms: Sendable {
  /// The first pages of each kind; never empty.
  let pages: [Destination]
  /// The number of all pages.
  let count: Int

  /// A note for each of the first pages, with the place of its title.
  func notes(in site: SymbolTable) -> [Note] {
    pages.prefix(NameIndex.Meanings.mostOfOneKind).map { page in
      let file = site.file(of: page).map { site.files[$0].header }
      let place = file.map { Place(path: $0.sourcePath, range: $0.titleRange) }
      return Note("\(page.kind): “\(site.name(of: page))”, /\(site.address(of: page))/", at: place)
    }
  }
}

extension FileLinker {
  mutating func reportWithheld(_ file: Int, at range: Range<Int>) {
    let header = site.shared.withheld[file].header
    // What a record leaves out is not published later, but was not known then.
    if site.shared.settings.recordDay != nil { return }
    let reason = header.withheld?.reason ?? "left out"
    report(
      .linkToWithheld, at: range,
      "“\(header.title)” is withheld (\(reason)), so the text is shown without a link",
      notes: [Note("the withheld file", at: Place(path: header.sourcePath, range: header.titleRange))])
  }

  /// Reports a link to a file that the site leaves out.
  mutating func reportLeftOut(_ name: String, _ reason: UnpublishedFiles.Reason, at range: Range<Int>) {
    report(
      .linkToWithheld, at: range,
      "“\(name.excerpt)” is not published (\(reason.clause)), so the text is shown without a link")
  }

  mutating func reportAmbiguous(_ name: String, _ found: Homonyms, at range: Range<Int>) {
    let pages = found.pages
    let kinds = pages.compactMap(\.prefix)
    let words =
      Set(kinds).count == found.count
      ? "write \(kinds.map { "[[\($0):\(name)]]" }.joined(separator: " or "))"
      : "link to one of them by its file name"
    report(
      .ambiguousName, at: range, "“\(name)” could mean \(Self.list(of: found))", notes: found.notes(in: site),
      suggestion: Suggestion(words + (moveToOwnFolder(pages) ?? "")))
  }

  /// What to do if a file outside `issues/` and `parties/` was meant to describe the issue or party of its name; nil: there
  /// is no such file.
  private func moveToOwnFolder(_ pages: [Destination]) -> String? {
    let subject = pages.first { page in
      switch page {
      case .issue, .party: site.file(of: page) == nil
      default: false
      }
    }
    let other = pages.first { page in
      switch page {
      case .report, .page: true
      default: false
      }
    }
    guard let subject, let other, let file = site.file(of: other) else { return nil }
    let header = site.files[file].header
    let root = header.sourcePath.dropLast(header.path.count)
    let folder = if case .issue = subject { "issues" } else { "parties" }
    let source = ShellWord.quoted(header.sourcePath)
    let target = ShellWord.quoted("\(root)\(folder)/\(PathIndex.name(of: header.path))")
    return
      "; if that file describes \(subject.kind), move it: mkdir -p \(ShellWord.quoted("\(root)\(folder)")) && "
      + "mv \(source) \(target)"
  }

  /// - Parameter isDeclaration: whether the head of a report names an issue or a party that it is about.
  mutating func reportUnknown(
    _ name: String, kind: WikilinkTarget.Kind?, at range: Range<Int>, isDeclaration: Bool = false
  ) {
    if kind == nil, let reason = UnpublishedFiles.reason(ofName: name) {
      return reportLeftOut(name, reason, at: range)
    }
    let near = nearest(name, in: .names(kind))
    let message = "unknown \(kind?.rawValue ?? "name") “\(name)”"
    guard isDeclaration, let kind else {
      let isDay = kind == nil && PartialDate(name)?.day != nil
      let daily = Suggestion(
        "if it is a daily note that “standpoint import” left out, import the folder again with --daily-notes")
      report(
        .unknownName, at: range, message,
        suggestion: isDay ? daily : Suggestion.didYouMean(near, for: name))
      return
    }
    // The page may be yet to come: the name is what the report says.
    let create = "run standpoint new \(kind.rawValue) \"\(name)\" to describe it"
    report(
      .unknownSubject, at: range, message,
      suggestion: near.map { Suggestion("did you mean “\($0)”? If not, \(create)", replacement: $0) }
        ?? Suggestion(create))
  }

  /// “an issue or a report”, “any of 3 pages, each a report”.
  private static func list(of found: Homonyms) -> String {
    var kinds: [String] = []
    for page in found.pages where !kinds.contains(page.kind) { kinds.append(page.kind) }
    guard kinds.count > 1 else { return "any of \(found.count) pages, each \(kinds.first ?? "a page")" }
    return kinds.listed(before: "or")
  }
}

extension Destination {
  /// The prefix that selects it in a wikilink.
  var prefix: String? {
    switch self {
    case .issue: "issue"
    case .party: "party"
    case .report: "report"
    case .page, .home: "page"
    case .list: nil
    }
  }
}

extension Suggestion {
  /// nil if `name` is nil.
  ///
  /// - Parameter old: the part of the diagnostic's range that `name` could replace.
  static func didYouMean(_ name: String?, for old: String) -> Suggestion? {
    name.map { Suggestion("did you mean “\($0)”?", choice: Suggestion.Choice(old, $0)) }
  }
}
