#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// An absolute path on disk, without `.`, `..`, double slashes or a slash at its end.
package struct DiskPath: Sendable, Hashable {
  /// The path; `/` for the root.
  package let text: String

  private init(components: some Sequence<Substring>) {
    text = "/" + components.joined(separator: "/")
  }

  /// A path as given on a command line, relative to the current folder unless it starts with a slash.
  ///
  /// A `..` after a symbolic link means what it means to the system: the parent of where the link leads.
  package init(_ argument: String) {
    let absolute = argument.utf8.first == UInt8(ascii: "/") ? argument : Self.current.text + "/" + argument
    let parts = absolute.split(separator: "/").filter { $0 != "." }
    self = parts.contains("..") ? Self.resolve(parts) : Self(components: parts)
  }

  /// The folder that the process works in; the root when the system cannot say.
  package static var current: DiskPath {
    guard let bytes = getcwd(nil, 0) else { return DiskPath(components: []) }
    defer { free(bytes) }
    return DiskPath(components: String(cString: bytes).split(separator: "/"))
  }

  /// The user's home folder, as the environment names it; nil without one.
  static var home: DiskPath? {
    guard let value = getenv("HOME"), value.pointee != 0 else { return nil }
    return DiskPath(String(cString: value)).resolved
  }

  /// The same place with every symbolic link resolved; what does not exist yet is kept as it is written.
  package var resolved: DiskPath { Self.resolve(text.split(separator: "/")) }

  private static func resolve(_ parts: [Substring]) -> DiskPath {
    var existing = parts[...]
    while !existing.isEmpty {
      if let real = realpath("/" + existing.joined(separator: "/"), nil) {
        defer { free(real) }
        return append(parts[existing.endIndex...], to: String(cString: real).split(separator: "/"))
      }
      existing.removeLast()
    }
    return append(parts[...], to: [])
  }

  private static func append(_ parts: ArraySlice<Substring>, to start: [Substring]) -> DiskPath {
    var result = start
    for part in parts {
      if part == ".." { _ = result.popLast() } else { result.append(part) }
    }
    return DiskPath(components: result)
  }

  /// The path of something in this folder; `relative` has no leading slash, and an empty one is the folder itself.
  package func appending(_ relative: String) -> DiskPath {
    if relative.isEmpty { return self }
    return DiskPath(joined: text == "/" ? "/" + relative : text + "/" + relative)
  }

  private init(joined: String) { text = joined }

  /// The last part; empty for the root.
  package var name: String { text.split(separator: "/").last.map(String.init) ?? "" }

  /// The folder that holds it; the root's is the root.
  package var parent: DiskPath { DiskPath(components: text.split(separator: "/").dropLast()) }

  /// Whether this path lies somewhere in `folder`; no path lies in itself.
  package func isBelow(_ folder: DiskPath) -> Bool {
    if folder.text == "/" { return text != "/" }
    return text.utf8.starts(with: (folder.text + "/").utf8)
  }

  /// As people read it: relative to the current folder when it lies there, else in full.
  package var shown: String {
    let current = Self.current
    if text == current.text { return "." }
    return isBelow(current) ? String(text.dropFirst(current.text == "/" ? 1 : current.text.count + 1)) : text
  }
}
