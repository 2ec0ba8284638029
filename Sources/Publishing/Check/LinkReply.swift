/// The result of one curl request.
struct LinkReply: Sendable, Hashable {
  /// curl's exit code; -1 if it was ended by a signal.
  let exitCode: Int32
  /// The HTTP status; 0 without a response.
  let status: Int
  /// The URL that the host redirects to; nil without a redirect.
  let redirect: String?

  /// - Parameter written: curl's output for `--write-out '%{http_code} %{redirect_url}'`.
  init(exitCode: Int32?, written: String) {
    let parts = written.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
    self.exitCode = exitCode ?? -1
    status = parts.first.flatMap { Int($0) } ?? 0
    redirect = parts.count > 1 && !parts[1].isEmpty ? String(parts[1]) : nil
  }

  var answer: LinkAnswer {
    // A page that is too large to fetch exists.
    let isLarge = exitCode == 63 && (200..<300).contains(status)
    return LinkAnswer(exitCode: isLarge ? 0 : exitCode, status: status)
  }

  /// The request timed out.
  var isSilence: Bool { exitCode == 28 }

  /// Every other address of the host would get the same result: the host does not exist, refuses connections, has an untrusted
  /// certificate, or limits the number of requests.
  var isOfWholeHost: Bool { [6, 7, 51, 60, 83].contains(exitCode) || status == 429 }

  /// A GET request may succeed where the HEAD request failed.
  var isWorthAskingAgain: Bool { answer != .there && !isOfWholeHost && !isSilence }
}
