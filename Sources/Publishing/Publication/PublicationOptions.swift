/// How a site is published.
public struct PublicationOptions: Sendable, Hashable {
  /// Nothing is changed; it is only told what would be.
  public var isRehearsal = false
  /// What lies at the target may go, although no publication of Standpoint put it there.
  public var takesOver = false

  public init() {}
}
