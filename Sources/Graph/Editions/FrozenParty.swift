/// A party as an edition keeps it.
package struct FrozenParty: Sendable, Hashable {
  package let slug: String
  package let name: String
  /// Other names, sorted.
  package let aliases: [String]
  /// Slug of the party for whom it acts; nil: for itself.
  package let actsFor: String?

  package init(slug: String, name: String, aliases: [String], actsFor: String?) {
    self.slug = slug
    self.name = name
    self.aliases = aliases
    self.actsFor = actsFor
  }
}
