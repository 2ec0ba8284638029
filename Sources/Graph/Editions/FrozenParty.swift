/// A party as an edition keeps it.
public struct FrozenParty: Sendable, Hashable {
  public let slug: String
  public let name: String
  /// Other names, sorted.
  public let aliases: [String]
  /// Slug of the party for whom it acts; nil: for itself.
  public let actsFor: String?

  public init(slug: String, name: String, aliases: [String], actsFor: String?) {
    self.slug = slug
    self.name = name
    self.aliases = aliases
    self.actsFor = actsFor
  }
}
