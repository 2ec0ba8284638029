/// Records in the format of Research Information Systems: a tag and a value on each line. A value cannot begin another line.
package struct RIS: Sendable, Hashable {
  /// What has been written so far.
  package private(set) var text = ""

  package init() {}

  /// Appends a line; line ends in the value become spaces.
  ///
  /// - Parameters:
  ///   - tag: two letters or digits.
  ///   - value: nil: no line.
  package mutating func line(_ tag: StaticString, _ value: String?) {
    guard let value else { return }
    text += "\(tag)  - \(value.split(whereSeparator: \.isNewline).joined(separator: " "))\n"
  }
}
