import SystemPackage

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// An absolute path on disk, without `.`, `..`, double slashes or a slash at its end.
package struct DiskPath: Sendable, Hashable {
  private let path: FilePath

  /// The path as text; `/` for the root.
  package var text: String { path.string }

  private init(_ path: FilePath) { self.path = path }

  /// A path as given on a command line, relative to the current folder unless it starts with a slash.
  ///
  /// A `..` after a symbolic link means what it means to the system: the parent of the folder that the link leads to.
  package init(_ argument: String) {
    let given = FilePath(argument)
    let absolute = given.isAbsolute ? given : Self.current.path.pushing(given)
    let hasParents = absolute.components.contains { $0.kind == .parentDirectory }
    path = hasParents ? Self.resolve(absolute) : absolute.lexicallyNormalized()
  }

  /// The folder that the process works in; the root if the system cannot tell.
  package static var current: DiskPath {
    guard let bytes = getcwd(nil, 0) else { return DiskPath(FilePath("/")) }
    defer { free(bytes) }
    return DiskPath(FilePath(platformString: bytes))
  }

  /// The user's home folder, from the environment; nil without one.
  package static var home: DiskPath? {
    guard let value = Variables.value("HOME"), !value.isEmpty else { return nil }
    return DiskPath(value).resolved
  }

  /// The same place with every symbolic link resolved; a part that does not exist yet is kept as it is written.
  package var resolved: DiskPath { DiskPath(Self.resolve(path)) }

  private static func resolve(_ path: FilePath) -> FilePath {
    var existing = path
    var rest: [FilePath.Component] = []
    while let last = existing.lastComponent {
      if let real = existing.withPlatformString({ realpath($0, nil) }) {
        defer { free(real) }
        return FilePath(platformString: real).appending(rest.reversed()).lexicallyNormalized()
      }
      rest.append(last)
      existing.removeLastComponent()
    }
    return path.lexicallyNormalized()
  }

  /// The path of something in this folder; `relative` has no leading slash, and an empty one is the folder itself.
  package func appending(_ relative: String) -> DiskPath {
    relative.isEmpty ? self : DiskPath(path.appending(relative))
  }

  /// The last part; empty for the root.
  package var name: String { path.lastComponent?.string ?? "" }

  /// The folder that contains it; the root's is the root.
  package var parent: DiskPath { DiskPath(path.removingLastComponent()) }

  /// Whether this path is somewhere inside `folder`; no path is inside itself.
  package func isBelow(_ folder: DiskPath) -> Bool { self != folder && path.starts(with: folder.path) }

  /// The path from `folder` to this one, without a slash at its start; nil if this path is not inside `folder`.
  package func relative(to folder: DiskPath) -> String? {
    guard isBelow(folder) else { return nil }
    var rest = path
    return rest.removePrefix(folder.path) ? rest.string : nil
  }

  /// As people read it: relative to the current folder if it is there, otherwise in full.
  package var shown: String {
    let current = Self.current
    return self == current ? "." : relative(to: current) ?? text
  }
}

/// The environment variables of this process.
package enum Variables {
  /// The value of a variable; nil if it is not set.
  package static func value(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }
}
