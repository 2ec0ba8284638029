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
    let place: Place?
  }

  /// By name's key, then slug.
  let members: [Member]
  /// Members by the keys of all their names.
  let byKey: [NameKey: Int32]
  /// Members by the forms of headings in `TableClassification`; −1: the form is nobody's.
  let byForm: [Int32]

  /// The member with a name, if exactly that name is one of its names.
  func find(_ name: String) -> Int? { byKey[NameKey(name)].map(Int.init) }
}
