/// The answer to one request, independent of HTTP.
struct PreviewAnswer: Sendable, Hashable {
  /// The HTTP status, such as 200.
  let status: Int
  let type: String
  var body: [UInt8]
  /// The target of a redirect; nil without one.
  var location: String?
  /// Whether it is one of the site's HTML pages, which get live reload.
  var isPage = false
  /// Whether the page is a draft.
  var isDraft = false

  init(status: Int = 200, type: String, body: [UInt8]) {
    self.status = status
    self.type = type
    self.body = body
  }

  /// A short text by the preview itself.
  init(status: Int, _ words: String) {
    self.init(status: status, type: "text/plain; charset=utf-8", body: Array((words + "\n").utf8))
  }

  static func redirect(to location: String) -> PreviewAnswer {
    // 307, not 301: browsers would cache a permanent redirect beyond the end of the preview.
    var answer = PreviewAnswer(status: 307, "See \(location)")
    answer.location = location
    return answer
  }
}
