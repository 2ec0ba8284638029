import FileSystem

/// Where a built site is published to.
package enum PublicationTarget: Sendable, Hashable {
  /// A branch of a git repository; `remote` is the name of a remote of the site's own repository, or a URL.
  case branch(String, remote: String)
  /// A folder on this machine.
  case folder(DiskPath)
  /// An rsync destination: `host:folder`, `rsync://host/module/folder` or a folder.
  case rsync(String)
}
