/// A mark on both sides of a text that makes the text a node, such as `~~` for strikethrough.
///
/// `all` is the registry: parsing, HTML and the escaping of imported text derive from it. To add a mark, declare it in
/// a folder of `Extensions/`, add it to `all`, and add its kind of node.
package struct PairedMark: Sendable {
  /// The ASCII punctuation character that the mark consists of; libcmark must read it as text.
  package let character: Unicode.Scalar
  /// How many characters a mark can have; both marks of a pair have the same number.
  package let lengths: ClosedRange<Int>
  /// The kind of node; its children are what the marks enclose.
  let node: NodeKind
  /// The HTML element of the node, such as `del`.
  let element: StaticString
  /// Whether only the site's profile reads it, not GitHub's.
  let isOurs: Bool

  /// Every mark.
  package static let all: [PairedMark] = [.strikethrough, .highlight]

  init(
    _ character: Unicode.Scalar, lengths: ClosedRange<Int>, node: NodeKind, element: StaticString,
    isOurs: Bool = false
  ) {
    self.character = character
    self.lengths = lengths
    self.node = node
    self.element = element
    self.isOurs = isOurs
  }

  var byte: UInt8 { UInt8(ascii: character) }

  /// The mark that gives nodes of this kind; nil if there is none.
  static func of(_ kind: NodeKind) -> PairedMark? { all.first { $0.node == kind } }

  /// Whether `profile` reads the mark.
  func isRead(by profile: MarkdownProfile) -> Bool {
    isOurs ? profile.siteExtensions : profile.gitHubExtensions
  }
}

/// The marks that a profile reads, prepared for searching text.
///
/// Hot loops compare with the two marks themselves; for a third one, they need another comparison.
struct PairedMarks {
  /// The character of the first mark; a byte that does not occur in UTF-8 if there are no marks.
  let first: UInt8
  /// The character of the second mark; the same as `first` if there is only one.
  let second: UInt8
  /// Whether there is more than one mark.
  let hasOthers: Bool
  private let marks: [PairedMark]

  init(_ profile: MarkdownProfile) {
    marks = PairedMark.all.filter { $0.isRead(by: profile) }
    first = marks.first?.byte ?? 0xFF
    second = marks.count > 1 ? marks[1].byte : first
    hasOthers = marks.count > 1
  }

  /// Whether a mark consists of this byte.
  func contains(_ byte: UInt8) -> Bool { byte == first || (hasOthers && byte == second) }

  /// The mark that consists of `count` times this byte; nil if there is none.
  func mark(_ byte: UInt8, count: Int) -> PairedMark? {
    marks.first { $0.byte == byte && $0.lengths.contains(count) }
  }
}
