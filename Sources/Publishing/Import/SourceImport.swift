import Content
import Diagnostics
import FileSystem
import Foundation
import Importing
import Workspace

/// Imports a bibliography: adds its items to `sources.json` in the content folder.
package struct SourceImport: Sendable {
  /// The file format of a bibliography.
  package enum Format: String, Sendable, CaseIterable {
    case bibTeX = "bib"
    case ris
    case cslJSON = "json"

    /// The format for a file name; nil if it is not that of a bibliography.
    package init?(fileName: String) {
      let ending = fileName.split(separator: ".").last?.lowercased() ?? ""
      switch ending {
      case "bib", "bibtex", "biblatex": self = .bibTeX
      default: self.init(rawValue: ending)
      }
    }
  }

  /// The result of an import.
  package struct Outcome: Sendable {
    /// The keys of the items that were added or replaced, in the order of the file.
    package let added: [String]
    /// The keys that were already described and were left as they are.
    package let kept: [String]
    /// How many items have no key.
    package let nameless: Int
    /// The file that was written; nil if nothing was, or the text is returned.
    package let path: DiskPath?
    /// The text of the file.
    package let text: String
  }

  private let file: String
  private let format: Format
  private let target: ImportRequest.Target
  private let replaces: Bool

  /// - Parameters:
  ///   - target: `.reports(of:)` is the `sources.json` of that content folder.
  ///   - replaces: whether items replace those with the same key.
  package init(file: String, format: Format, target: ImportRequest.Target, replaces: Bool) {
    self.file = file
    self.format = format
    self.target = target
    self.replaces = replaces
  }

  /// Throws if a file cannot be read or written, if pandoc is needed but not installed, or if the file is not a bibliography.
  package func run() async throws(EnvironmentError) -> Outcome {
    let bytes = try FileReader.readAll(DiskPath(file))
    let path = path
    let (existing, described) = try path.map(existing) ?? ([], [])
    let new = try await items(bytes)
    let merged = try Self.merge(new, into: existing, described: described, replaces: replaces, of: file)
    if let path, !merged.added.isEmpty {
      try FileWriter.makeFolders(path.parent)
      try FileWriter.write(Array(merged.text.utf8), to: path)
    }
    return Outcome(
      added: merged.added, kept: merged.kept, nameless: merged.nameless,
      path: merged.added.isEmpty ? nil : path, text: merged.text)
  }

  private var path: DiskPath? {
    switch target {
    case .reports(let content): content.appending("sources.json")
    case .file(let path): path
    case .none: nil
    }
  }

  /// The bytes of the file that is added to, and the keys that have files of their own beside it.
  private func existing(_ path: DiskPath) throws(EnvironmentError) -> ([UInt8], Set<String>) {
    let folder = path.parent.appending("sources")
    let entries = (try? FolderListing.entries(of: folder)) ?? []
    let keys = entries.map(\.name).filter { $0.hasSuffix(".md") }.map { String($0.dropLast(3)) }
    guard try FileStatus.of(path, followingLinks: true) != nil else { return ([], Set(keys)) }
    return (try FileReader.readAll(path), Set(keys))
  }

  /// The items of the bibliography as a CSL-JSON file.
  private func items(_ bytes: [UInt8]) async throws(EnvironmentError) -> [UInt8] {
    switch format {
    case .cslJSON: return bytes
    case .bibTeX:
      return try await Programs.pandoc(for: "BibTeX").run(
        ["--sandbox", "--from=biblatex", "--to=csljson"], in: DiskPath("/"), input: Self.decoded(bytes))
    case .ris:
      let items = RISReader.items(String(decoding: Self.decoded(bytes), as: UTF8.self))
      return (try? Array(JSONSerialization.data(withJSONObject: items))) ?? []
    }
  }

  private static func decoded(_ bytes: [UInt8]) -> [UInt8] {
    SourceText(path: "", bytes: bytes).decodedToUTF8()?.source.bytes ?? bytes
  }

  private static func merge(
    _ new: [UInt8], into old: [UInt8], described: Set<String>, replaces: Bool, of file: String
  ) throws(EnvironmentError) -> (text: String, added: [String], kept: [String], nameless: Int) {
    guard let items = list(new) else {
      throw EnvironmentError(
        "“\(file)” is not a bibliography in CSL-JSON",
        advice: "export it again as “CSL JSON”, for example from Zotero")
    }
    guard var all = old.allSatisfy({ $0 <= 0x20 }) ? [] : list(old) else {
      throw EnvironmentError(
        "the existing “sources.json” is not a list in CSL-JSON", advice: "correct it first")
    }
    var places: [String: Int] = [:]
    for (place, item) in all.enumerated() { if let key = key(of: item) { places[key] = place } }
    var (added, kept, nameless): ([String], [String], Int) = ([], [], 0)
    for var item in items {
      guard let key = key(of: item) else {
        nameless += 1
        continue
      }
      item["id"] = key
      if described.contains(key) || places[key] != nil && !replaces {
        kept.append(key)
      } else if let place = places[key] {
        all[place] = item
        added.append(key)
      } else {
        places[key] = all.count
        all.append(item)
        added.append(key)
      }
    }
    return (text(all), added, kept, nameless)
  }

  private static func list(_ bytes: [UInt8]) -> [[String: Any]]? {
    (try? JSONSerialization.jsonObject(with: Data(bytes))) as? [[String: Any]]
  }

  /// The key of an item; Zotero's identifiers, which are addresses, give way to its citation keys. nil: the item has none.
  private static func key(of item: [String: Any]) -> String? {
    let id = (item["id"] as? String) ?? (item["id"] as? Int).map(String.init) ?? ""
    let key =
      id.contains("/")
      ? (item["citation-key"] as? String) ?? id.split(separator: "/").last.map(String.init) : id
    guard let key, key.contains(where: { !$0.isWhitespace }) else { return nil }
    return String(key.filter { !$0.isWhitespace })
  }

  private static func text(_ items: [[String: Any]]) -> String {
    let options: JSONSerialization.WritingOptions = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    let data = try? JSONSerialization.data(withJSONObject: items, options: options)
    return (data.map { String(decoding: $0, as: UTF8.self) } ?? "[]") + "\n"
  }
}
