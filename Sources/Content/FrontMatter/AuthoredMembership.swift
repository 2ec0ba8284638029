import Diagnostics

/// An entry of `member-of:` in a party's file.
package struct AuthoredMembership: Sendable, Hashable {
  /// The name of the bloc.
  package let bloc: AuthoredName
  /// `from:` and `to:` of the entry.
  package let period: Period

  init(_ bloc: AuthoredName, _ period: Period = .always) {
    self.bloc = bloc
    self.period = period
  }
}

extension FieldReader {
  private static let membershipKeys = ["party", "from", "to"]

  /// Names, or maps with `party`, `from` and `to`; one alone counts as a list of one.
  mutating func memberships(_ entry: YAMLEntry) -> [AuthoredMembership] {
    switch entry.value.content {
    case .list(let values): return values.compactMap { membership($0, of: entry.key) }
    case .text, .map: return [membership(entry.value, of: entry.key)].compactMap(\.self)
    case .empty: return []
    case .tooDeep:
      wrongType(entry.key, "a list of parties", entry.value)
      return []
    }
  }

  private mutating func membership(_ value: YAMLValue, of key: String) -> AuthoredMembership? {
    switch value.content {
    case .empty: return nil
    case .text(let text):
      return text.isBlank ? nil : AuthoredMembership(AuthoredName(text.onOneLine, range: value.range))
    case .map(let entries): return membership(entries, in: value, of: key)
    case .list, .tooDeep:
      report(
        .wrongType, value.range,
        "each entry of “\(key)” should be the name of a party, or a map with “party”, “from” and “to”")
      return nil
    }
  }

  private mutating func membership(
    _ entries: [YAMLEntry], in value: YAMLValue, of key: String
  ) -> AuthoredMembership? {
    var bloc: AuthoredName?
    var (from, to): (PartialDate?, PartialDate?)
    let before = diagnostics.count
    for entry in entries {
      switch entry.key {
      case "party": bloc = name(entry)
      case "from": from = date(entry)
      case "to": to = date(entry)
      default: unknown(entry, among: Self.membershipKeys)
      }
    }
    let isReported = diagnostics[before...].contains { $0.severity == .error }
    guard let bloc else {
      if !isReported {
        report(
          .wrongType, value.range, "this entry of “\(key)” does not name a party",
          suggestion: Suggestion("add “party:” with the name of the bloc, such as “party: European Union”"))
      }
      return nil
    }
    let period = Period(from: from, to: to)
    checkOrder(of: period, entries)
    return AuthoredMembership(bloc, period)
  }

  /// Reports a `to` that is before its `from`.
  mutating func checkOrder(of period: Period, _ entries: [YAMLEntry]) {
    guard let from = period.from, let to = period.to, period.lastDay < period.firstDay,
      let entry = entries.last(where: { $0.key == "to" })
    else { return }
    report(
      .invalidValue, entry.value.range, "“to” (\(to)) is before “from” (\(from))",
      suggestion: Suggestion("correct one of the two dates"))
  }
}
