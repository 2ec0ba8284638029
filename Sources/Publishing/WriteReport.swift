/// What writing a site came to.
public struct WriteReport: Sendable, Hashable {
  /// HTML files among the files of the site.
  public let pages: Int
  /// Files that are new or differ from before.
  public let written: Int
  /// Files that were there already, byte for byte.
  public let unchanged: Int
  /// Files of an earlier build that are no part of the site any more.
  public let removed: Int

  /// All files of the site.
  public var total: Int { written + unchanged }
}
