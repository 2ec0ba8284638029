/// The result of one curl request.
struct LinkReply: Sendable {
  /// curl's exit code; -1 if it was ended by a signal.
  let exitCode: Int32
  /// The HTTP status; 0 without a response.
  let status: Int
  /// The URL that the host redirects to; nil without a redirect.
  let redirect: String?
  /// What was fetched; nil if nothing was asked for or the request failed.
  private(set) var page: FetchedPage?
  /// Why a page that is there was not fetched, as a clause for a message; nil if it was or is not there.
  private(set) var unread: String?

  /// The reply of a server that sends more than is fetched.
  static let tooLarge = {
    var reply = LinkReply(exitCode: 63, written: "200 ")
    reply.unread = tooLargeWords
    return reply
  }()

  private static let tooLargeWords = "it is larger than \(LinkProbe.largestPage / 1_000_000) MB"

  /// - Parameters:
  ///   - written: curl's output for `--write-out '%{http_code} %{redirect_url}'`, then the type on a line of its own if a page
  ///     was fetched.
  ///   - body: what was fetched; nil if only the status was asked for.
  init(exitCode: Int32?, written: String, body: [UInt8]? = nil) {
    let lines = written.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
    let parts = (lines.first ?? "").split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
    self.exitCode = exitCode ?? -1
    status = parts.first.flatMap { Int($0) } ?? 0
    redirect = parts.count > 1 && !parts[1].isEmpty ? String(parts[1]) : nil
    guard let body, redirect == nil, (200..<300).contains(status) else { return }
    switch self.exitCode {
    case 0: page = FetchedPage(body: body, type: lines.count > 1 ? String(lines[1]) : "")
    case 63: unread = Self.tooLargeWords
    case 18, 56, 61, 92: unread = "the server did not send all of it"
    case 28: unread = "the server did not send all of it in time"
    default: break
    }
  }

  var answer: LinkAnswer {
    // A page that is too large to fetch exists, and so does one that was sent in part.
    let isThere = unread != nil || exitCode == 63 && (200..<300).contains(status)
    return LinkAnswer(exitCode: isThere ? 0 : exitCode, status: status)
  }

  /// The request timed out.
  var isSilence: Bool { exitCode == 28 }

  /// Every other address of the host would get the same result: the host does not exist, refuses connections, has an untrusted
  /// certificate, or limits the number of requests.
  var isOfWholeHost: Bool { [6, 7, 51, 60, 83].contains(exitCode) || status == 429 }

  /// A GET request may succeed where the HEAD request failed.
  var isWorthAskingAgain: Bool { answer != .there && !isOfWholeHost && !isSilence }
}
