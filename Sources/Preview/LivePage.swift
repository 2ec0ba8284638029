/// Makes a page of the site one that keeps itself up to date, in the preview alone.
enum LivePage {
  /// Where the preview's own files stand, without the slash at the start; no page of a site can have the address.
  static let folder = "_standpoint/"
  static let scriptPath = folder + "live.js"
  private static let eventsPath = folder + "events/"

  /// The answer with the script that listens for changes before the end of the body.
  ///
  /// - Parameter files: how many changes of style sheets, pictures and the like there have been.
  static func with(_ answer: PreviewAnswer, files: Int) -> PreviewAnswer {
    guard answer.isPage else { return answer }
    let draft = answer.isDraft ? " data-draft" : ""
    let tag =
      "<script src=\"/\(scriptPath)\" data-standpoint=\"\(PageVersion.of(answer))\" data-files=\"\(files)\"\(draft) defer></script>\n"
    var answer = answer
    answer.body.insert(contentsOf: tag.utf8, at: end(of: answer.body))
    return answer
  }

  /// What a request for events is about.
  struct Subscription: Sendable {
    let page: RequestTarget
    /// The version of the page that the browser has.
    let version: String
    /// How many changes of other files it knows of; nil: it does not say.
    let files: Int?
  }

  /// Nil: no request for events.
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
