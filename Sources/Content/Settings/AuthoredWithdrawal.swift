import Diagnostics
import Text

/// An entry of `withdrawn:` in site.yml: an address that no longer leads to what it led to, on purpose.
package struct AuthoredWithdrawal: Sendable, Hashable {
  /// The address of the page, without leading and trailing slashes and without ending.
  package let page: String
  /// The part after `#`, which leads to a single position; nil: the page as a whole.
  package let anchor: String?
  package let date: PartialDate
  /// As plain text.
  package let reason: String
  /// The place of the address in the file.
  package let place: Place

  package init(page: String, anchor: String?, date: PartialDate, reason: String, place: Place) {
    self.page = page
    self.anchor = anchor
    self.date = date
    self.reason = reason
    self.place = place
  }

  /// The address as readers see it.
  package var shown: String { "/" + page + "/" + (anchor.map { "#" + $0 } ?? "") }
}

extension FieldReader {
  private static let withdrawalKeys = ["address", "date", "reason"]

  /// The entries of `withdrawn:`, without those that lack something.
  mutating func withdrawals(_ entry: YAMLEntry) -> [AuthoredWithdrawal] {
    switch entry.value.content {
    case .empty: return []
    case .list(let values): return values.compactMap { withdrawal($0) }
    case .text, .map, .tooDeep:
      wrongType(entry.key, "a list of entries with “address”, “date” and “reason”", entry.value)
      return []
    }
  }

  private mutating func withdrawal(_ value: YAMLValue) -> AuthoredWithdrawal? {
    guard case .map(let entries) = value.content else {
      report(.wrongType, value.range, "each entry of “withdrawn” needs an “address”, a “date” and a “reason”")
      return nil
    }
    var (address, date, reason): (AuthoredName?, PartialDate?, String?)
    let before = diagnostics.count
    for entry in entries {
      switch entry.key {
      case "address": address = name(entry)
      case "date": date = self.date(entry)
      case "reason": reason = text(entry)
      default: unknown(entry, among: Self.withdrawalKeys)
      }
    }
    guard let address, let date, let reason else {
      let isReported = diagnostics[before...].contains { $0.severity == .error }
      let missing = address == nil ? "address" : date == nil ? "date" : "reason"
      if !isReported {
        report(
          .invalidValue, value.range, "this entry of “withdrawn” has no “\(missing)”",
          suggestion: Suggestion(
            "write {address: /reports/plan/#fish--north, date: 2025-04-02, reason: \"…\"}"))
      }
      return nil
    }
    let parts = address.text.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let page = parts.first.map(String.init) ?? ""
    if let problem = RedirectProblem.of(page) {
      report(.invalidValue, address.range, problem.message, suggestion: problem.suggestion)
      return nil
    }
    let anchor = parts.dropFirst().first.map(String.init).flatMap { $0.isEmpty ? nil : $0 }
    return AuthoredWithdrawal(
      page: Self.address(of: page), anchor: anchor, date: date, reason: reason,
      place: Place(path: path, range: address.range))
  }

  /// The address of the page at an authored path, in either style of addresses.
  static func address(of path: String) -> String {
    let bare = AddressStyle.bare(path)
    return bare.hasSuffix(".html") ? String(bare.dropLast(5)) : bare
  }
}
