import Content
import Diagnostics

/// The issues and parties that `feeds:` in site.yml names.
///
/// Diagnostics: `unknown-name`, `ambiguous-name`, `link-to-withheld`.
struct FeedSubjects: Sendable {
  /// Ascending, without duplicates.
  let issues: [ID<Issue>]
  /// Ascending, without duplicates.
  let parties: [ID<Party>]
  /// The places of the names, in the author's order.
  let occurrences: [(subject: MentionSubject, occurrence: NameOccurrence)]
  let diagnostics: [Diagnostic]

  init(_ site: SymbolTable) {
    var issues: Set<Int> = []
    var parties: Set<Int> = []
    var occurrences: [(subject: MentionSubject, occurrence: NameOccurrence)] = []
    var diagnostics: [Diagnostic] = []
    for name in site.shared.settings.feeds {
      let (pages, withheld) = Self.find(name, in: site)
      guard let page = pages.first, pages.count == 1 else {
        diagnostics.append(Self.complaint(about: name, pages, isWithheld: withheld, in: site))
        continue
      }
      switch page {
      case .issue(let index):
        issues.insert(index)
        occurrences.append((.issue(ID(index)), NameOccurrence(place: name.place, role: .feed)))
      case .party(let index):
        parties.insert(index)
        occurrences.append((.party(ID(index)), NameOccurrence(place: name.place, role: .feed)))
      default: break
      }
    }
    self.occurrences = occurrences
    self.issues = issues.sorted().map { ID($0) }
    self.parties = parties.sorted().map { ID($0) }
    self.diagnostics = diagnostics
  }

  /// The issues and parties with that name, and whether a withheld file has it.
  private static func find(_ name: FeedName, in site: SymbolTable) -> (pages: [Destination], Bool) {
    let target = WikilinkTarget(name.text)
    var pages: [Destination] = []
    var isWithheld = false
    for kind in [WikilinkTarget.Kind.issue, .party] where target.kind == nil || target.kind == kind {
      switch NameResolver(site: site).resolve(target.name, kind: kind) {
      case .page(let page): pages.append(page)
      case .ambiguous(let several): pages += several
      case .withheld: isWithheld = true
      case .nothing: break
      }
    }
    return (pages, isWithheld)
  }

  private static func complaint(
    about name: FeedName, _ pages: [Destination], isWithheld: Bool, in site: SymbolTable
  ) -> Diagnostic {
    let target = WikilinkTarget(name.text)
    if !pages.isEmpty {
      let ways = pages.map { "“\($0.prefix ?? ""):\(site.name(of: $0))”" }
      return Diagnostic(
        .ambiguousName, at: name.place,
        "“\(target.name)” may mean "
          + pages.map { "\($0.kind) (/\(site.address(of: $0))/)" }.joined(separator: " or "),
        suggestion: Suggestion("write \(ways.joined(separator: " or "))"))
    }
    if isWithheld {
      return Diagnostic(
        .linkToWithheld, at: name.place, "“\(target.name)” has no feed because its file is withheld")
    }
    let lists =
      switch target.kind {
      case .issue: [site.shared.suggestions.issues]
      case .party: [site.shared.suggestions.parties]
      default: [site.shared.suggestions.issues, site.shared.suggestions.parties]
      }
    let near = lists.lazy.compactMap { $0.match(target.name) }.first
    let what =
      target.kind == .issue ? "no issue" : target.kind == .party ? "no party" : "no issue and no party"
    return Diagnostic(
      .unknownName, at: name.place, "“feeds” lists “\(target.name)”, but \(what) has this name",
      suggestion: Suggestion.didYouMean(near))
  }
}
