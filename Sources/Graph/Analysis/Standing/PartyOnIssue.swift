/// A party and an issue, as a key for what it holds on it.
package struct PartyOnIssue: Sendable, Hashable {
  package let party: ID<Party>
  package let issue: ID<Issue>

  package init(_ party: ID<Party>, on issue: ID<Issue>) {
    self.party = party
    self.issue = issue
  }
}
