import Content
import Diagnostics

/// The issues and parties that `feeds:` and `order:` in site.yml name.
///
/// Diagnostics: `unknown-name`, `ambiguous-name`, `link-to-withheld`.
struct ListedSubjects: Sendable {
  /// Those with a feed, ascending.
  private(set) var issues: [ID<Issue>] = []
  /// Those with a feed, ascending.
  private(set) var parties: [ID<Party>] = []
  /// The places of the names, in the author's order.
  private(set) var occurrences: [(subject: MentionSubject, occurrence: NameOccurrence)] = []
  private(set) var diagnostics: [Diagnostic] = []

  init(_ site: SymbolTable) {
    var subjects: Set<MentionSubject> = []
    for name in site.shared.settings.feeds {
      if let subject = find(name, of: "feeds", in: site) { subjects.insert(subject) }
    }
    for name in site.shared.settings.order { _ = find(name, of: "order", in: site) }
    issues = subjects.compactMap { if case .issue(let id) = $0 { id } else { nil } }.sorted()
    parties = subjects.compactMap { if case .party(let id) = $0 { id } else { nil } }.sorted()
  }

  /// Finds the issue or the party that a setting names, and notes the place of the name; nil: reported.
  private mutating func find(_ name: NamedSubject, of setting: String, in site: SymbolTable)
    -> MentionSubject?
  {
    let found = Self.pages(name, in: site)
    guard let page = found.pages.first, found.count == 1 else {
      diagnostics.append(Self.diagnostic(about: name, of: setting, found, in: site))
      return nil
    }
    let subject: MentionSubject
    switch page {
    case .issue(let index): subject = .issue(ID(index))
    case .party(let index): subject = .party(ID(index))
    default: return nil
    }
    occurrences.append((subject, NameOccurrence(place: name.place, role: .setting)))
    return subject
  }

  /// What has a name.
  private struct Found {
    /// The first issues and parties.
    var pages: [Destination] = []
    /// The number of all of them.
    var count = 0
    /// Whether a withheld file has the name.
    var isWithheld = false

    mutating func add(_ more: [Destination], of total: Int) {
      pages += more
      count += total
    }
  }

  private static func pages(_ name: NamedSubject, in site: SymbolTable) -> Found {
    let target = WikilinkTarget(name.text)
    var found = Found()
    for kind in [WikilinkTarget.Kind.issue, .party] where target.kind == nil || target.kind == kind {
      switch NameResolver(site: site).resolve(target.name, kind: kind) {
      case .page(let page): found.add([page], of: 1)
      case .ambiguous(let homonyms): found.add(homonyms.pages, of: homonyms.count)
      case .withheld: found.isWithheld = true
      case .nothing: break
      }
    }
    return found
  }

  private static func diagnostic(
    about name: NamedSubject, of setting: String, _ found: Found, in site: SymbolTable
  ) -> Diagnostic {
    let target = WikilinkTarget(name.text)
    if !found.pages.isEmpty {
      let ways = found.pages.map { "“\($0.prefix ?? ""):\(site.name(of: $0))”" }
      let others = found.count - found.pages.count
      let meanings =
        found.pages.map { "\($0.kind) (/\(site.address(of: $0))/)" }
        + (others > 0 ? [others.counted("other page")] : [])
      return Diagnostic(
        .ambiguousName, at: name.place,
        "“\(target.name)” could mean " + meanings.joined(separator: " or "),
        suggestion: Suggestion("write \(ways.joined(separator: " or "))"))
    }
    if found.isWithheld {
      return Diagnostic(
        .linkToWithheld, at: name.place,
        setting == "feeds"
          ? "“\(target.name)” has no feed because its file is withheld"
          : "“\(setting)” lists “\(target.name)”, whose file is withheld")
    }
    let lists =
      switch target.kind {
      case .issue: [site.shared.suggestions.issues]
      case .party: [site.shared.suggestions.parties]
      default: [site.shared.suggestions.issues, site.shared.suggestions.parties]
      }
    let near = lists.lazy.compactMap { $0.match(target.name) }.first
    let what =
      target.kind == .issue ? "no issue" : target.kind == .party ? "no party" : "no issue or party"
    return Diagnostic(
      .unknownName, at: name.place, "“\(setting)” lists “\(target.name)”, but \(what) has this name",
      suggestion: Suggestion.didYouMean(near, for: target.name))
  }
}
