/// Lines that hosts and crawlers read: `_headers`, `_redirects` and `robots.txt`. What is added to a line cannot begin
/// another one, or another word of the line.
package struct RuleLines: Sendable, Hashable {
  /// What has been written so far.
  package private(set) var bytes: [UInt8]

  /// Lines of the author, as they are.
  package init(authored: [UInt8] = []) { bytes = authored }

  package var isEmpty: Bool { bytes.isEmpty }
  package var last: UInt8? { bytes.last }

  /// Appends literal text.
  package mutating func raw(_ text: StaticString) { text.withUTF8Buffer { bytes.append(contentsOf: $0) } }

  /// Appends the path of a file, percent-encoded.
  package mutating func percentEncoded(_ path: String) { PercentEncoding.append(path, to: &bytes) }

  /// Appends an address as it is, but with what no address can hold percent-encoded.
  package mutating func address(_ address: String) {
    PercentEncoding.append(address, keeping: .suffix, to: &bytes)
  }
}
