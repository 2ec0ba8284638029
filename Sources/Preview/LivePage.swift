/// Makes a page of the site one that keeps itself up to date, in the preview alone.
enum LivePage {
  /// Where the preview's own files stand, without the slash at the start; no page of a site can have the address.
  static let folder = "_standpoint/"
  static let scriptPath = folder + "live.js"
  private static let eventsPath = folder + "events/"

  /// The answer with the script that listens for changes before the end of the body.
  static func with(_ answer: PreviewAnswer) -> PreviewAnswer {
    guard answer.isPage else { return answer }
    let draft = answer.isDraft ? " data-draft" : ""
    let tag =
      "<script src=\"/\(scriptPath)\" data-standpoint=\"\(PageVersion.of(answer))\"\(draft) defer></script>\n"
    var answer = answer
    answer.body.insert(contentsOf: tag.utf8, at: end(of: answer.body))
    return answer
  }

  /// The page that a request for events is about, and the version of it that the browser has; nil: no such request.
  static func subscription(_ target: RequestTarget) -> (page: RequestTarget, version: String)? {
    guard target.path.utf8.starts(with: eventsPath.utf8) else { return nil }
    let rest = target.path.dropFirst(eventsPath.count)
    guard let slash = rest.firstIndex(of: "/") else { return nil }
    let page = RequestTarget(RequestTarget.address(of: String(rest[rest.index(after: slash)...])))
    return page.map { ($0, String(rest[..<slash])) }
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
