/// How a site is published.
package struct PublicationOptions: Sendable, Hashable {
  /// Nothing is changed; it is only told what would be.
  package var isRehearsal = false
  /// What lies at the target may go, although no publication of Standpoint put it there.
  package var takesOver = false

  package init() {}
}
