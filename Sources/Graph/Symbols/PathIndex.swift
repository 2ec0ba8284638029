import Content

/// The files below Content, by their paths.
struct PathIndex: Sendable {
  /// The file at a path.
  enum Found: Sendable, Hashable {
    /// An authored file that is part of the site, by its index in the builder's files.
    case file(Int)
    /// A withheld file, by its index among them.
    case withheld(Int)
    /// A copied file, by its path.
    case asset(String)
  }

  private var byPath: [String: Found] = [:]
  /// The paths of assets by file name; nil: several files have the name.
  private var assetsByName: [String: String?] = [:]
  /// The paths of Markdown files by file name, in lower case.
  private var notesByName: [String: [String]] = [:]

  init(_ files: SiteFiles) {
    byPath.reserveCapacity(files.authored.count + files.withheld.count + files.assets.count)
    for (index, file) in files.authored.enumerated() { byPath[file.header.path] = .file(index) }
    for (index, file) in files.withheld.enumerated() { byPath[file.header.path] = .withheld(index) }
    for file in files.authored + files.withheld {
      notesByName[Self.name(of: file.header.path).lowercased(), default: []].append(file.header.path)
    }
    for path in files.assets {
      byPath[path] = .asset(path)
      let name = Self.name(of: path)
      assetsByName[name] = .some(assetsByName.keys.contains(name) ? nil : path)
    }
  }

  /// The file at a path below Content; nil: none.
  subscript(path: String) -> Found? { byPath[path] }

  /// The path of the only asset with this file name; nil: there is none, or several.
  func asset(named name: String) -> String? { assetsByName[name] ?? nil }

  /// The only Markdown file whose path ends so; nil: there is none, or several.
  func note(endingWith path: String) -> Found? {
    guard let candidates = notesByName[Self.name(of: path).lowercased()] else { return nil }
    let end = "/" + path.lowercased()
    let found = candidates.filter { ("/" + $0.lowercased()).hasSuffix(end) }
    return found.count == 1 ? byPath[found[0]] : nil
  }

  /// All paths, sorted.
  var paths: [String] { byPath.keys.sorted() }

  /// The last part of a path.
  static func name(of path: String) -> String {
    path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[path.utf8.index(after: $0)...]) } ?? path
  }

  /// The folders above a file, outermost first.
  static func folders(of path: String) -> [Substring] { parts(of: path).dropLast() }

  /// The parts of a path between slashes. They are found by bytes, because a mark may follow a slash.
  private static func parts(of path: String) -> [Substring] {
    path.utf8.split(separator: UInt8(ascii: "/")).map { Substring($0) }
  }

  /// The path that `link` means in a file in `folders`; nil: it leads out of Content.
  static func resolve(_ link: String, from folders: [Substring]) -> String? {
    var parts = link.hasPrefix("/") ? [] : folders
    for part in Self.parts(of: link) where part != "." {
      if part == ".." {
        guard parts.popLast() != nil else { return nil }
      } else {
        parts.append(part)
      }
    }
    return parts.joined(separator: "/")
  }

  /// The relative path to `path` from a file in `folders`.
  static func relative(_ path: String, from folders: [Substring]) -> String {
    let parts = parts(of: path)
    var shared = 0
    while shared < folders.count, shared < parts.count - 1, folders[shared] == parts[shared] { shared += 1 }
    let up = Array(repeating: Substring(".."), count: folders.count - shared)
    return (up + parts[shared...]).joined(separator: "/")
  }
}
