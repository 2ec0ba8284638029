/// An issue as an edition keeps it.
public struct FrozenIssue: Sendable, Hashable {
  public let slug: String
  public let name: String
  /// Other names, sorted.
  public let aliases: [String]
  /// The yes/no sentence that stances answer; nil without one.
  public let proposition: String?

  public init(slug: String, name: String, aliases: [String], proposition: String?) {
    self.slug = slug
    self.name = name
    self.aliases = aliases
    self.proposition = proposition
  }
}
