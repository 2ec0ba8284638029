import FileSystem

/// Where a built site is published.
package enum PublicationTarget: Sendable, Hashable {
  /// A branch of a git repository: the name of a remote of the site's own repository, or an address.
  case branch(String, remote: String)
  /// A folder of this machine.
  case folder(DiskPath)
  /// What rsync calls a destination: `host:folder`, `rsync://host/module/folder` or a folder.
  case rsync(String)
}
