import Content
import Diagnostics

/// The issues or the parties of a site, with all their names.
struct NameRegistry: Sendable {
  /// One issue or party.
  struct Member: Sendable {
    let name: String
    let slug: String
    /// Other names, except those with the same key as `name`; sorted.
    let aliases: [String]
    /// Names to look for in prose; the first one is `name`.
    let proseNames: [String]
    /// Index into the builder's files; nil: only tables name it.
    let file: Int?
    /// The first place with the name: in its file, otherwise in the heading of a table.
    var place: Place?
    /// Whether its file or `order:` in site.yml says where it comes; if not, its name does.
    let isPlaced: Bool
  }

  /// Those that are placed, then the others by the key of the name, then slug.
  private(set) var members: [Member]
  /// Members by the keys of all their names.
  let byKey: [NameKey: Int32]
  /// Members by the forms of headings in `TableClassification`; −1: no member has this form.
  let byForm: [Int32]
  /// Diagnostics of names that two files use.
  let diagnostics: [Diagnostic]

  /// The member with exactly this name or alias.
  func find(_ name: String) -> Int? { byKey[NameKey(name)].map(Int.init) }

  /// The same registry, with new places for the names in tables of the file at `path`.
  func moving(_ moves: [Range<Int>: Range<Int>], in path: String) -> NameRegistry {
    if moves.isEmpty { return self }
    var next = self
    for (index, member) in members.enumerated() {
      guard let place = member.place, place.path == path, let range = place.range.flatMap({ moves[$0] })
      else { continue }
      next.members[index].place = Place(path: path, range: range)
    }
    return next
  }
}
