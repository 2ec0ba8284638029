/// What the server says to one request, before it is put into HTTP.
struct PreviewAnswer: Sendable, Hashable {
  /// HTTP's number, such as 200.
  let status: Int
  let type: String
  var body: [UInt8]
  /// Where to look instead; nil: here.
  var location: String?
  /// One of the site's HTML pages, which is kept up to date in the browser.
  var isPage = false
  /// A page made from a draft.
  var isDraft = false

  init(status: Int = 200, type: String, body: [UInt8]) {
    self.status = status
    self.type = type
    self.body = body
  }

  /// A short text of our own.
  init(status: Int, _ words: String) {
    self.init(status: status, type: "text/plain; charset=utf-8", body: Array((words + "\n").utf8))
  }

  static func redirect(to location: String) -> PreviewAnswer {
    // 307, not 301: a browser would keep a permanent one beyond the life of the preview.
    var answer = PreviewAnswer(status: 307, "See \(location)")
    answer.location = location
    return answer
  }
}
