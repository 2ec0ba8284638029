import Diagnostics
import Text

/// The description of one key of front matter. The list of keys is in `FrontMatter.swift`.
package struct FrontMatterKey: Sendable {
  /// A kind of file that has front matter.
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    case report, issue, party, page

    /// The home page is a page.
    init(_ role: InputFile.Role) {
      switch role {
      case .report: self = .report
      case .issue: self = .issue
      case .party: self = .party
      case .page, .home, .settings: self = .page
      }
    }

    init(_ file: Authored) {
      switch file {
      case .report: self = .report
      case .issue: self = .issue
      case .party: self = .party
      case .page, .home: self = .page
      }
    }

    /// The name of files of this kind in messages.
    fileprivate var plural: String {
      switch self {
      case .issue: "issue files"
      case .party: "party files"
      case .report: "reports"
      case .page: "pages"
      }
    }
  }

  /// What a change to the key's value affects.
  package enum Reach: Sendable, Hashable {
    /// The file's own page, and pages that show something from the file.
    case page
    /// Names, addresses or relations, which any file may use.
    case site
  }

  package let name: String
  let form: KeyForm
  /// The kinds of file that may have the key.
  package let kinds: Set<Kind>
  /// What its values name, so that editors complete them; nil: nothing on the site.
  let naming: NamedValues?
  /// The meaning of the key, as a clause in Markdown.
  let meaning: String
  /// The behaviour if the key is left out, in Markdown.
  let fallback: String
  package let reach: Reach
  /// Reads the key's value into the front matter.
  let read: @Sendable (YAMLEntry, inout FieldReader, inout FrontMatter) -> Void
  /// Whether two files have the same value.
  private let isSame: @Sendable (FrontMatter, FrontMatter) -> Bool

  init<Value: Equatable & SendableMetatype>(
    _ name: String, _ form: KeyForm, _ property: WritableKeyPath<FrontMatter, Value> & Sendable,
    of kinds: Set<Kind>, naming: NamedValues? = nil,
    _ meaning: String, without fallback: String, reach: Reach = .page,
    read: @escaping @Sendable (inout FieldReader, YAMLEntry) -> Value
  ) {
    self.name = name
    self.form = form
    self.kinds = kinds
    self.naming = naming
    self.meaning = meaning
    self.fallback = fallback
    self.reach = reach
    self.read = { entry, fields, matter in matter[keyPath: property] = read(&fields, entry) }
    isSame = { $0[keyPath: property] == $1[keyPath: property] }
  }

  private static let byName = Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0) })
  private static let reachingSite = Dictionary(
    uniqueKeysWithValues: Kind.allCases.map { kind in (kind, of(kind).filter { $0.reach == .site }) })

  /// The key with that name, regardless of kinds of file; nil if there is none.
  static func named(_ name: String) -> FrontMatterKey? { byName[name] }

  /// The keys that files of a kind may have, in the order of the list.
  static func of(_ kind: Kind) -> [FrontMatterKey] { all.filter { $0.kinds.contains(kind) } }

  /// Whether files of a kind may have the key.
  package static func isKey(_ name: String, of kind: Kind) -> Bool {
    byName[name]?.kinds.contains(kind) ?? false
  }

  /// Whether two versions of a file are the same for other files: they are of the same kind, and no key that
  /// affects the site has changed.
  package static func saysSameToSite(_ old: Authored, _ new: Authored) -> Bool {
    let (kind, before) = (Kind(old), old.header.matter)
    guard kind == Kind(new) else { return false }
    return reachingSite[kind]?.allSatisfy { $0.isSame(before, new.header.matter) } ?? true
  }

  /// A suggestion for a key that other kinds of file have; nil for unknown keys.
  static func hint(_ name: String) -> Suggestion? {
    if name == "short" { return Suggestion("did you mean “abbreviation”?", replacement: "abbreviation") }
    guard let key = named(name) else { return nil }
    let owners = [Kind.issue, .party, .report, .page].filter(key.kinds.contains).map(\.plural)
    return Suggestion("this is a key of \(owners.listed())")
  }

  /// The table of a kind's keys in the guide's chapter on front matter.
  static func guideTable(_ kind: Kind) -> String {
    let rows = of(kind).map { "| `\($0.name)` | \($0.meaning) | \($0.fallback) |\n" }
    return "| Key | Meaning | If you leave it out |\n|---|---|---|\n" + rows.joined()
  }
}
