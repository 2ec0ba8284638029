/// How one request of curl's ended.
struct LinkReply: Sendable, Hashable {
  /// curl's exit code; -1: a signal ended it.
  let exitCode: Int32
  /// The HTTP status; 0 without an answer.
  let status: Int
  /// Where the host says that the page is; nil: it does not.
  let redirect: String?

  /// - Parameter written: what curl wrote for `--write-out '%{http_code} %{redirect_url}'`.
  init(exitCode: Int32?, written: String) {
    let parts = written.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
    self.exitCode = exitCode ?? -1
    status = parts.first.flatMap { Int($0) } ?? 0
    redirect = parts.count > 1 && !parts[1].isEmpty ? String(parts[1]) : nil
  }

  var answer: LinkAnswer {
    // A page that is too large to be fetched is there.
    let isLarge = exitCode == 63 && (200..<300).contains(status)
    return LinkAnswer(exitCode: isLarge ? 0 : exitCode, status: status)
  }

  /// The host gave no answer in time.
  var isSilence: Bool { exitCode == 28 }

  /// The same would come of every other address of the host: there is none, it does not answer, it is not to be trusted, or
  /// it asks not to be asked so much.
  var isOfWholeHost: Bool { [6, 7, 51, 60, 83].contains(exitCode) || status == 429 }

  /// The host may say something else when it is asked for the page and not only for its head.
  var isWorthAskingAgain: Bool { answer != .there && !isOfWholeHost && !isSilence }
}
