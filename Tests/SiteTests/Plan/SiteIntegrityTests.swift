import Foundation
import Testing

@Suite("A whole site") struct SiteIntegrityTests {
  /// The fixtures and the sample site.
  static let folders = Fixture.names.map { Fixture.folder.appending(path: $0) } + [Package.root]

  @Test("has no duplicate ids on a page", arguments: folders) func uniqueIDs(folder: URL) throws {
    for (path, scan) in try Self.scans(BuiltSite(folder)) {
      let repeated = Dictionary(grouping: scan.ids) { $0 }.filter { $0.value.count > 1 }.keys.sorted()
      #expect(repeated == [], "\(path)")
    }
  }

  @Test("has no broken links", arguments: folders) func addresses(folder: URL) throws {
    let site = try BuiltSite(folder)
    let scans = Self.scans(site)
    for (path, scan) in scans {
      let broken = scan.addresses.filter { !Self.leadsSomewhere($0, from: path, scans, site) }
      #expect(broken == [], "\(path)")
    }
  }

  @Test("closes all elements and skips no level of heading", arguments: folders)
  func structure(folder: URL) throws {
    let site = try BuiltSite(folder)
    for (path, scan) in Self.scans(site) {
      #expect(scan.unbalanced == [], "\(path)")
      if site.redirects.contains(path) { continue }
      #expect(scan.headings.first == 1, "\(path)")
      for (level, next) in zip(scan.headings, scan.headings.dropFirst()) {
        #expect(next > 1 && next <= level + 1, "\(path): \(scan.headings)")
      }
    }
  }

  private static func scans(_ site: BuiltSite) -> [String: HTMLScan] {
    site.files.filter { $0.key.hasSuffix(".html") }.mapValues(HTMLScan.init)
  }

  /// Whether a relative address, with its fragment, exists on the site.
  private static func leadsSomewhere(
    _ address: String, from path: String, _ scans: [String: HTMLScan], _ site: BuiltSite
  ) -> Bool {
    if address.contains("://") || address.hasPrefix("mailto:") { return true }
    let base = site.graph.settings.baseURL?.path ?? "/"
    let parts = address.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    guard let target = target(String(parts[0]), from: path, base: base) else { return false }
    guard site.files[target] != nil || site.assets.contains(target) else { return false }
    guard parts.count == 2 else { return true }
    let fragment = String(parts[1])
    return scans[target]?.ids.contains { $0 == fragment || $0 == fragment.removingPercentEncoding } ?? false
  }

  /// The file that an address leads to; nil if it leaves the site.
  private static func target(_ address: String, from path: String, base: String) -> String? {
    if address.isEmpty { return path }
    var folders = path.split(separator: "/").dropLast().map(String.init)
    var rest = address[...]
    if address.hasPrefix("/") {
      guard address.hasPrefix(base) else { return nil }
      folders = []
      rest = address.dropFirst(base.count)
    }
    for part in rest.split(separator: "/") where part != "." {
      if part == ".." {
        if folders.isEmpty { return nil }
        folders.removeLast()
      } else {
        folders.append(part.removingPercentEncoding ?? String(part))
      }
    }
    let isFolder = rest.isEmpty || rest.hasSuffix("/") || rest.hasSuffix("..") || rest == "."
    return (folders + (isFolder ? ["index.html"] : [])).joined(separator: "/")
  }
}
