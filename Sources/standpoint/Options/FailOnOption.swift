import ArgumentParser
import Graph

/// The value of `--fail-on`.
struct FailOnOption: Sendable, Hashable {
  private(set) var concerns: Set<Coverage.Concern> = []

  static func parse(_ text: String) throws -> FailOnOption {
    var result = FailOnOption()
    for word in text.split(separator: ",", omittingEmptySubsequences: false) {
      guard let concern = Coverage.Concern(rawValue: word.filter { $0 != " " }) else {
        throw ValidationError("Invalid value “\(word)” for --fail-on; use gaps, stale or gaps,stale.")
      }
      result.concerns.insert(concern)
    }
    return result
  }
}
