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
    let (pages, withheld) = Self.pages(name, in: site)
    guard let page = pages.first, pages.count == 1 else {
      diagnostics.append(Self.diagnostic(about: name, of: setting, pages, isWithheld: withheld, in: site))
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

  /// The issues and parties with that name, and whether a withheld file has it.
  private static func pages(_ name: NamedSubject, in site: SymbolTable) -> (pages: [Destination], Bool) {
    let target = WikilinkTarget(name.text)
    var pages: [Destination] = []
    var isWithheld = false
    for kind in [WikilinkTarget.Kind.issue, .party] where target.kind == nil || target.kind == kind {
      switch NameResolver(site: site).resolve(target.name, kind: kind) {
      case .page(let page): pages.append(page)
      case .ambiguous(let found): pages += found.pages
      case .withheld: isWithheld = true
      case .nothing: break
      }
    }
    return (pages, isWithheld)
  }

  private static func diagnostic(
    about name: NamedSubject, of setting: String, _ pages: [Destination], isWithheld: Bool,
    in site: SymbolTable
  ) -> Diagnostic {
    let target = WikilinkTarget(name.text)
    if !pages.isEmpty {
      let ways = pages.map { "“\($0.prefix ?? ""):\(site.name(of: $0))”" }
      return Diagnostic(
        .ambiguousName, at: name.place,
        "“\(target.name)” could mean "
          + pages.map { "\($0.kind) (/\(site.address(of: $0))/)" }.joined(separator: " or "),
        suggestion: Suggestion("write \(ways.joined(separator: " or "))"))
    }
    if isWithheld {
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
