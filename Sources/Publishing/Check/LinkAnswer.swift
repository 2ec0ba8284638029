/// The result of checking one external link.
enum LinkAnswer: Sendable, Hashable {
  case there
  /// The page does not exist or cannot be reached; the reason, as a clause for a message.
  case broken(String)
  /// The link could not be checked; the reason, as a clause for a message.
  case unclear(String)

  /// - Parameters:
  ///   - exitCode: curl's exit code.
  ///   - status: the HTTP status; 0 without a response.
  init(exitCode: Int32, status: Int) {
    switch exitCode {
    case 0: self = Self.answer(to: status)
    case 3: self = .broken("it is not a valid URL")
    case 6: self = .broken("the host does not exist")
    case 7: self = .broken("cannot connect to the host")
    case 28: self = .unclear("the host did not respond in time")
    case 51, 60, 83: self = .broken("the host’s certificate is not trusted")
    case 35, 53, 58, 59, 66, 77, 80:
      self = .unclear("cannot establish a secure connection (curl: \(exitCode))")
    default: self = .unclear("the request failed (curl: \(exitCode))")
    }
  }

  private static func answer(to status: Int) -> LinkAnswer {
    switch status {
    case 200..<400: .there
    case 401, 403, 405, 407, 429, 451, 999: .unclear("the host does not allow automated requests (\(status))")
    case 404: .broken("the page does not exist (404)")
    case 410: .broken("the page was removed permanently (410)")
    case 500...: .unclear("the host reported a server error (\(status))")
    default: .broken("the host responded with status \(status)")
    }
  }
}
