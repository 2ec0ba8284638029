import Content
import Diagnostics

/// The issues or the parties of a site: who they are, and by which names they go.
struct NameRegistry: Sendable {
  /// One issue or party.
  struct Member: Sendable {
    let name: String
    let slug: String
    /// Other names, without those whose key is `name`'s; sorted.
    let aliases: [String]
    /// Names to look for in prose, the first being `name`.
    let proseNames: [String]
    /// Index into the builder's files; nil: known from tables alone.
    let file: Int?
    /// Where the name stands first: its file, else a table's heading.
    var place: Place?
  }

  /// By name's key, then slug.
  private(set) var members: [Member]
  /// Members by the keys of all their names.
  let byKey: [NameKey: Int32]
  /// Members by the forms of headings in `TableClassification`; −1: the form is nobody's.
  let byForm: [Int32]
  /// Names that two files claim.
  let diagnostics: [Diagnostic]

  /// The member with a name, if exactly that name is one of its names.
  func find(_ name: String) -> Int? { byKey[NameKey(name)].map(Int.init) }

  /// The same names, those known from tables of the file at `path` at the places to which the tables have moved.
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
