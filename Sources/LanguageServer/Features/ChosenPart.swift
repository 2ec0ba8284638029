import Diagnostics
import Text

/// The part of a diagnostic's place that an author may choose to change, and what replaces it.
struct ChosenPart {
  let range: Range<Int>
  let text: String

  /// nil: the place does not contain what the suggestion would change.
  init?(_ choice: Suggestion.Choice, in bytes: [UInt8], _ place: Range<Int>) {
    guard place.upperBound <= bytes.count else { return nil }
    let written = bytes[place]
    let isWikilink = written.drop { $0 == UInt8(ascii: "!") }.starts(with: Array("[[".utf8))
    // The text of a link may say the same as its destination.
    let destination = isWikilink ? nil : Self.destination(in: written)
    let searched = written[(destination ?? place.lowerBound)...]
    let spellings = [choice.old] + (destination == nil ? [] : [Self.encoded(choice.old)])
    guard let found = spellings.lazy.compactMap({ searched.firstRange(of: Array($0.utf8)) }).first else {
      return nil
    }
    range = found
    text = destination == nil ? choice.new : Self.encoded(choice.new)
  }

  /// Where the destination of a link starts; nil: it has none of its own.
  private static func destination(in link: ArraySlice<UInt8>) -> Int? {
    let opening = Array("](".utf8)
    let starts = link.indices.filter { link[$0...].starts(with: opening) }
    return starts.last.map { $0 + opening.count }
  }

  /// An address that can be used in a destination. Letters of all scripts may stay as they are.
  private static func encoded(_ address: String) -> String {
    guard address.contains(where: { " ()<>".contains($0) }) else { return address }
    return address.hasPrefix("#")
      ? "#" + PercentEncoding.encoded(String(address.dropFirst())) : PercentEncoding.encoded(address)
  }
}
