import Content
import Diagnostics
import FileSystem
import Text

/// Tells files that were never meant for readers from their names.
package enum PrivateFiles {
  private static let endings: [(ending: String, reason: UnpublishedFiles.Reason)] = [
    (".canvas", .canvas), (".excalidraw", .drawing), (".base", .base), (".bak", .backup), (".orig", .backup),
    (".swp", .backup),
    (".swo", .backup), (".tmp", .backup), (".rej", .backup), (".backup", .backup), ("~", .backup),
  ]
  private static let otherMarkdown = [".markdown", ".mdown", ".mkd", ".mdx"]
  /// What programs that keep folders alike write into the names of second versions.
  private static let copyMarks = [".sync-conflict-", "conflicted copy"].map { Array($0.utf8) }
  private static let systemFiles: Set<String> = ["thumbs.db", "desktop.ini"]
  /// Hidden folders that the note names, unlike others.
  package static let vaultFolders: Set<String> = [".obsidian", ".trash"]

  /// Why a file of this name is never published; nil: it may be.
  package static func reason(_ name: String) -> UnpublishedFiles.Reason? {
    guard name.utf8.contains(UInt8(ascii: ".")) || name.utf8.last == UInt8(ascii: "~") else {
      return isAutosave(name) ? .backup : nil
    }
    let original = name
    let name = name.lowercased()
    let stem = name.hasSuffix(".md") ? String(name.dropLast(3)) : name
    for (ending, reason) in endings where name.hasSuffix(ending) || stem.hasSuffix(ending) { return reason }
    let isCopy =
      isAutosave(name) || name.hasPrefix("~$") || copyMarks.contains(where: Array(name.utf8).contains)
      || systemFiles.contains(name)
    if isCopy { return .backup }
    let isMarkdown =
      otherMarkdown.contains { name.hasSuffix($0) } || name.hasSuffix(".md") && !original.hasSuffix(".md")
    return isMarkdown ? .otherMarkdown : nil
  }

  /// `#plan.md#`, as Emacs names it.
  private static func isAutosave(_ name: String) -> Bool {
    name.utf8.count > 2 && name.utf8.first == UInt8(ascii: "#") && name.utf8.last == UInt8(ascii: "#")
  }

  /// The settings of the vault in a folder; nil: it is not a vault.
  package static func vault(at folder: DiskPath) -> VaultSettings? {
    let settings = folder.appending(".obsidian")
    guard (try? FileStatus.of(settings, followingLinks: false))??.kind == .folder else { return nil }
    var vault = VaultSettings()
    for file in VaultSettings.files {
      let path = settings.appending(file)
      guard (try? FileStatus.of(path, followingLinks: false))??.kind == .regular,
        case .bytes(let bytes)? = try? FileReader.readSource(path)
      else { continue }
      vault.read(file, SourceText(path: file, bytes: bytes))
    }
    return vault
  }
}
