import Diagnostics
import Text

/// The names by which pages load the theme’s files: with a fingerprint of their content, so that browsers can
/// cache them forever, or unchanged.
///
/// A file is written once: under its name with a fingerprint if a template or a style sheet of the site loads it, otherwise under
/// its own.
struct AssetNames: Sendable {
  /// The site’s own style sheet, which pages load after all others; the theme has none.
  static let customStylesheet = "assets/custom.css"

  /// No fingerprints, and no style sheet of the site’s own.
  static let plain = AssetNames(unmarked: [:])

  /// Whether the site has a style sheet of its own.
  let hasCustomStylesheet: Bool

  /// From the path below the site’s root to the name with a fingerprint: `assets/site.css` to
  /// `assets/site.1f0e2d3c4b5a.css`.
  private let names: [String: String]

  /// Without fingerprints.
  init(unmarked assets: [String: [UInt8]]) {
    names = [:]
    hasCustomStylesheet = assets[Self.customStylesheet] != nil
  }

  /// Gives fingerprints to style sheets and to the files that they and the templates load: in `assets`, these names take the place
  /// of theirs.
  ///
  /// - Parameter templates: the bytes of all templates.
  init(_ assets: inout [String: [UInt8]], templates: [[UInt8]]) {
    var asked = Set(assets.keys.filter { $0.hasSuffix(".css") })
    for template in templates { asked.formUnion(Self.references(in: template, among: assets).map(\.path)) }
    let sheets = asked.filter { $0.hasSuffix(".css") }.sorted()
    for sheet in sheets {
      asked.formUnion(StyleReferences.find(in: assets[sheet] ?? [], of: sheet, among: assets).map(\.path))
    }
    var names: [String: String] = [:]
    for path in asked.sorted() where !path.hasSuffix(".css") {
      guard let bytes = assets[path] else { continue }
      names[path] = Self.name(path, bytes)
      assets[Self.name(path, bytes)] = bytes
    }
    for sheet in sheets {
      let bytes = StyleReferences.replaced(in: assets[sheet] ?? [], of: sheet, among: assets, names: names)
      names[sheet] = Self.name(sheet, bytes)
      assets[Self.name(sheet, bytes)] = bytes
    }
    self.names = names
    hasCustomStylesheet = assets[Self.customStylesheet] != nil
    for path in names.keys { assets[path] = nil }
  }

  /// The name by which pages load the file at `path`.
  subscript(path: String) -> String { names[path] ?? path }

  /// The `paths` that have a fingerprint, sorted.
  func fingerprinted(among paths: [String]) -> [String] {
    let own = Set(names.values)
    return paths.filter(own.contains).sorted()
  }

  /// A template that loads files by these names.
  func replaced(in template: [UInt8]) -> [UInt8] {
    if names.isEmpty { return template }
    var output: [UInt8] = []
    var start = 0
    for (range, path) in Self.references(in: template, among: names) {
      output += template[start..<range.lowerBound]
      output += self[path].utf8
      start = range.upperBound
    }
    return output + template[start...]
  }

  /// The places where `assets/…` names one of `files`.
  private static func references(
    in template: [UInt8], among files: [String: some Any]
  ) -> [(range: Range<Int>, path: String)] {
    let opening = Array("assets/".utf8)
    var found: [(Range<Int>, String)] = []
    var index = 0
    while index + opening.count < template.count {
      guard template[index] == opening[0], template[index..<(index + opening.count)].elementsEqual(opening)
      else {
        index += 1
        continue
      }
      let end = template[index...].firstIndex { !isName($0) } ?? template.count
      let path = String(decoding: template[index..<end], as: UTF8.self)
      if files[path] != nil { found.append((index..<end, path)) }
      index = end
    }
    return found
  }

  private static func isName(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."),
      UInt8(ascii: "/"), 0x80...:
      true
    default: false
    }
  }

  /// The path with twelve hexadecimal digits of a hash of the content before the suffix.
  private static func name(_ path: String, _ bytes: [UInt8]) -> String {
    let mark = StableHash(bytes).digits.prefix(12)
    let file = path.lastIndex(of: "/").map { path[path.index(after: $0)...] } ?? path[...]
    guard let dot = file.lastIndex(of: ".") else { return path + "." + mark }
    return path[..<dot] + "." + mark + path[dot...]
  }
}
