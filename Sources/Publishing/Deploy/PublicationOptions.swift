/// Options for publishing a site.
package struct PublicationOptions: Sendable, Hashable {
  /// Only report what would change.
  package var isRehearsal = false
  /// Files at the target that Standpoint did not publish may be replaced.
  package var takesOver = false

  package init() {}
}
