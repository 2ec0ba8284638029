import Foundation

/// Checks every `href`, `src`, fragment and id of a built site.
struct LinkWalk {
  /// The number of links that point into the site.
  private(set) var followed = 0
  /// One line for each broken link and each duplicate id, by page.
  private(set) var problems: [String] = []

  private let pages: [String: HTMLReferences]
  private let files: Set<String>
  private let baseURL: String?

  /// - Parameters:
  ///   - folder: the site's folder.
  ///   - baseURL: addresses below it are checked like relative ones; nil for none.
  init(_ folder: URL, baseURL: String? = nil) throws {
    let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path(percentEncoded: false))
    var pages: [String: HTMLReferences] = [:]
    for name in names where name.hasSuffix(".html") {
      pages[name] = HTMLReferences(Array(try Data(contentsOf: folder.appending(path: name))))
    }
    self.pages = pages
    self.files = Set(names)
    self.baseURL = baseURL
    for name in names.sorted() {
      guard let page = pages[name] else { continue }
      problems += page.repeatedIDs.map { "\(name): the id “\($0)” stands twice" }
      for link in page.links { follow(link, from: name) }
    }
  }

  private mutating func follow(_ link: String, from page: String) {
    guard let (path, fragment) = destination(of: link, from: page) else { return }
    followed += 1
    let file = path.isEmpty || path.hasSuffix("/") ? path + "index.html" : path
    guard files.contains(file) else {
      problems.append("\(page): “\(link)” leads to \(file), which does not exist")
      return
    }
    guard let fragment, !fragment.isEmpty, let target = pages[file] else { return }
    if !target.ids.contains(fragment) {
      problems.append("\(page): “\(link)”: \(file) has no id “\(fragment)”")
    }
  }

  /// The path below the site's folder, and the fragment; nil if the link points outside the site.
  private func destination(of link: String, from page: String) -> (path: String, fragment: String?)? {
    var rest = link
    var base = page
    if let baseURL, link.hasPrefix(baseURL) {
      rest = String(link.dropFirst(baseURL.count))
      base = "index.html"
    } else if link.firstMatch(of: /^[A-Za-z][A-Za-z0-9+.-]*:|^\/\//) != nil {
      return nil
    }
    let halves = rest.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let path = String(halves[0].prefix { $0 != "?" })
    let fragment = halves.count > 1 ? String(halves[1]).removingPercentEncoding : nil
    if path.isEmpty { return (base, fragment) }
    let folder = base.split(separator: "/").dropLast().map(String.init)
    return (resolve(path.removingPercentEncoding ?? path, from: folder), fragment)
  }

  private func resolve(_ path: String, from start: [String]) -> String {
    var parts = path.hasPrefix("/") ? [] : start
    for part in path.split(separator: "/") where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(String(part)) }
    }
    let isFolder = path.hasSuffix("/") || path.hasSuffix("..") || path == "."
    return parts.joined(separator: "/") + (isFolder && !parts.isEmpty ? "/" : "")
  }
}
