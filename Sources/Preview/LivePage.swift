/// Adds live reload to the pages of the preview.
enum LivePage {
  /// The folder of the preview's own files, without the leading slash. No page of a site can have this address.
  static let folder = "_standpoint/"
  static let scriptPath = folder + "live.js"
  private static let eventsPath = folder + "events/"

  /// The answer with the live reload script before the end of the body.
  ///
  /// - Parameter files: the number of changes to style sheets, pictures and similar files so far.
  static func with(_ answer: PreviewAnswer, files: Int) -> PreviewAnswer {
    guard answer.isPage else { return answer }
    let draft = answer.isDraft ? " data-draft" : ""
    let tag =
      "<script src=\"/\(scriptPath)\" data-standpoint=\"\(PageVersion.of(answer))\" data-files=\"\(files)\"\(draft) defer></script>\n"
    var answer = answer
    answer.body.insert(contentsOf: tag.utf8, at: end(of: answer.body))
    return answer
  }

  /// A request for events.
  struct Subscription: Sendable {
    let page: RequestTarget
    /// The version of the page in the browser.
    let version: String
    /// The number of changes to other files that the browser knows of; nil if not given.
    let files: Int?
  }

  /// Nil if the target is not a request for events.
  static func subscription(_ target: RequestTarget) -> Subscription? {
    guard target.path.utf8.starts(with: eventsPath.utf8) else { return nil }
    let rest = target.path.dropFirst(eventsPath.count)
    guard let slash = rest.firstIndex(of: "/") else { return nil }
    let page = RequestTarget(RequestTarget.address(of: String(rest[rest.index(after: slash)...])))
    let parts = rest[..<slash].split(separator: ".", maxSplits: 1)
    return page.map {
      Subscription(
        page: $0, version: parts.first.map(String.init) ?? "", files: parts.count > 1 ? Int(parts[1]) : nil)
    }
  }

  private static func end(of page: [UInt8]) -> Int {
    let tag = Array("</body>".utf8)
    var index = page.count - tag.count
    while index >= 0 {
      if page[index] == tag[0], page[index..<(index + tag.count)].elementsEqual(tag) { return index }
      index -= 1
    }
    return page.count
  }
}
