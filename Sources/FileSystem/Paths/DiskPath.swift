import SystemPackage

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// An absolute path on disk, without `.`, `..`, double slashes or a trailing slash.
package struct DiskPath: Sendable, Hashable {
  /// The path as text; `/` for the root. Invalid UTF-8 is replaced.
  package let text: String
  /// The path itself, if `text` is not the whole truth because the path is not valid UTF-8.
  ///
  /// Most paths are plain text: `FilePath` checks a path again at each step, which would slow down walks through folders.
  private let invalid: FilePath?

  private init(text: String) {
    self.text = text
    invalid = nil
  }

  private init(_ path: FilePath) {
    text = path.string
    invalid = path.withPlatformString { String(validatingCString: $0) } == nil ? path : nil
  }

  /// A path as given on a command line, relative to the current folder unless it starts with a slash.
  ///
  /// As in system calls, a `..` after a symbolic link means the parent of the folder that the link points to.
  package init(_ argument: String) {
    let given = FilePath(argument)
    let absolute = given.isAbsolute ? given : Self.current.path.pushing(given)
    let hasParents = absolute.components.contains { $0.kind == .parentDirectory }
    self.init(hasParents ? Self.resolve(absolute) : absolute.lexicallyNormalized())
  }

  private var path: FilePath { invalid ?? FilePath(text) }

  /// The working directory of the process; the root if it is unknown.
  package static var current: DiskPath {
    guard let bytes = getcwd(nil, 0) else { return DiskPath(text: "/") }
    defer { free(bytes) }
    return DiskPath(FilePath(platformString: bytes))
  }

  /// The user's home folder, from `HOME`; nil if that is not set.
  package static var home: DiskPath? {
    guard let value = Variables.value("HOME"), !value.isEmpty else { return nil }
    return DiskPath(value).resolved
  }

  /// The same path with all symbolic links resolved. A part that does not exist is kept unchanged.
  package var resolved: DiskPath {
    guard invalid == nil, let real = realpath(text, nil) else { return DiskPath(Self.resolve(path)) }
    defer { free(real) }
    return String(validatingCString: real).map(DiskPath.init(text:))
      ?? DiskPath(FilePath(platformString: real))
  }

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

  /// A path below this folder. `relative` has no leading slash; if it is empty, the result is this folder.
  package func appending(_ relative: String) -> DiskPath {
    if relative.isEmpty { return self }
    let slash = UInt8(ascii: "/")
    guard invalid == nil, relative.utf8.first != slash, relative.utf8.last != slash else {
      return DiskPath(path.appending(relative))
    }
    return DiskPath(text: start + relative)
  }

  /// The path of an entry of this folder, even of one whose name is not valid UTF-8.
  func appending(_ entry: FolderListing.Entry) -> DiskPath {
    guard let raw = entry.rawName, let component = FilePath.Component(platformString: raw) else {
      return appending(entry.name)
    }
    return DiskPath(path.appending(component))
  }

  /// Calls `body` with the bytes of the path, zero-terminated, as system calls need them.
  func withCString<Result>(_ body: (UnsafePointer<CChar>) -> Result) -> Result {
    guard let invalid else { return text.withCString(body) }
    return invalid.withPlatformString(body)
  }

  /// The last part; empty for the root.
  package var name: String { String(text[afterLastSlash...]) }

  /// The folder that contains it; for the root, the root itself.
  package var parent: DiskPath {
    if let invalid { return DiskPath(invalid.removingLastComponent()) }
    let end = text.utf8.index(before: afterLastSlash)
    return DiskPath(text: end == text.startIndex ? "/" : String(text[..<end]))
  }

  /// Whether this path is somewhere inside `folder`; no path is inside itself.
  package func isBelow(_ folder: DiskPath) -> Bool {
    guard invalid == nil, folder.invalid == nil else {
      return self != folder && path.starts(with: folder.path)
    }
    return text.utf8.count > folder.start.utf8.count && text.utf8.starts(with: folder.start.utf8)
  }

  /// The path from `folder` to this one, without a leading slash; nil if this path is not inside `folder`.
  package func relative(to folder: DiskPath) -> String? {
    isBelow(folder)
      ? String(text[text.utf8.index(text.startIndex, offsetBy: folder.start.utf8.count)...]) : nil
  }

  /// The path for messages: relative to the current folder if it is inside it, else absolute.
  package var shown: String {
    let current = Self.current
    return self == current ? "." : relative(to: current) ?? text
  }

  /// What the paths below this folder start with.
  private var start: String { text == "/" ? text : text + "/" }

  private var afterLastSlash: String.Index {
    let slash = text.utf8.lastIndex(of: UInt8(ascii: "/"))
    return slash.map { text.utf8.index(after: $0) } ?? text.startIndex
  }
}

/// The environment variables of this process.
package enum Variables {
  /// The value of a variable; nil if it is not set.
  package static func value(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }
}
