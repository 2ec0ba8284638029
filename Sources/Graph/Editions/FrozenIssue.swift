/// An issue as an edition keeps it.
package struct FrozenIssue: Sendable, Hashable {
  package let slug: String
  package let name: String
  /// Other names, sorted.
  package let aliases: [String]
  /// The yes/no sentence that stances answer; nil without one.
  package let proposition: String?

  package init(slug: String, name: String, aliases: [String], proposition: String?) {
    self.slug = slug
    self.name = name
    self.aliases = aliases
    self.proposition = proposition
  }
}
