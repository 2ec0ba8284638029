/// What came of asking for an address of another site.
enum LinkAnswer: Sendable, Hashable {
  case there
  /// It is gone, or was never there; in words.
  case broken(String)
  /// It could not be told; in words.
  case unclear(String)

  /// - Parameters:
  ///   - exitCode: curl's.
  ///   - status: the HTTP status; 0 without an answer.
  init(exitCode: Int32, status: Int) {
    switch exitCode {
    case 0: self = Self.answer(to: status)
    case 3: self = .broken("it is not an address that can be requested")
    case 6: self = .broken("there is no such host")
    case 7: self = .broken("the host does not answer")
    case 28: self = .unclear("the host did not answer in time")
    case 51, 60, 83: self = .broken("its certificate is not to be trusted")
    case 35, 53, 58, 59, 66, 77, 80:
      self = .unclear("cannot establish a secure connection (curl: \(exitCode))")
    default: self = .unclear("the host broke off (curl: \(exitCode))")
    }
  }

  private static func answer(to status: Int) -> LinkAnswer {
    switch status {
    case 200..<400: .there
    case 401, 403, 405, 407, 429, 451, 999: .unclear("the host does not let programs see it (\(status))")
    case 404: .broken("there is no such page (404)")
    case 410: .broken("the page is permanently gone (410)")
    case 500...: .unclear("the host has an internal error (\(status))")
    default: .broken("the host answers \(status)")
    }
  }
}
