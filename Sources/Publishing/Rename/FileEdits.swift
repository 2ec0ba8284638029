import Content
import Diagnostics

/// Changes to one file of the content folder.
package struct FileEdits: Sendable, Hashable {
  /// A text to put in the place of some bytes.
  package struct Edit: Sendable, Hashable {
    package let range: Range<Int>
    package let text: String

    package init(_ range: Range<Int>, _ text: String) {
      self.range = range
      self.text = text
    }
  }

  /// Below the content folder.
  package let path: String
  /// Where the file goes after the edits; nil: it stays.
  package var newPath: String?
  /// The file does not exist yet.
  package var isNew = false
  /// Sorted, and beside each other.
  package private(set) var edits: [Edit] = []

  package init(_ path: String) { self.path = path }

  /// Adds an edit, unless it overlaps with another one.
  package mutating func add(_ edit: Edit) {
    let place = edits.partition { $0.range.lowerBound > edit.range.lowerBound }
    // Only insertions overlap with nothing, so that another edit can reach over them.
    let before = edits[..<place].reversed().prefixThroughFirst { !$0.range.isEmpty }
    let after = edits[place...].prefixThroughFirst { !$0.range.isEmpty }
    let overlaps = (before + after).contains {
      $0.range.overlaps(edit.range) || $0.range.isEmpty && edit.range.isEmpty && $0.range == edit.range
    }
    if !overlaps { edits.insert(edit, at: place) }
  }

  /// The text after the edits.
  package func applied(to bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var place = 0
    for edit in edits {
      if edit.range.lowerBound > place { result += bytes[place..<edit.range.lowerBound] }
      result += edit.text.utf8
      place = max(place, edit.range.upperBound)
    }
    return result + bytes[min(place, bytes.count)...]
  }

  /// The smallest edit that turns one text into another; nil if they are the same.
  package static func difference(from old: [UInt8], to new: [UInt8]) -> Edit? {
    if old == new { return nil }
    var start = zip(old, new).prefix { $0 == $1 }.count
    // A character is replaced as a whole.
    while start > 0, start < old.count, old[start] & 0xC0 == 0x80 { start -= 1 }
    let most = min(old.count, new.count) - start
    var end = zip(old.reversed(), new.reversed()).prefix(most).prefix { $0 == $1 }.count
    while end > 0, old[old.count - end] & 0xC0 == 0x80 { end -= 1 }
    return Edit(start..<old.count - end, String(decoding: new[start..<new.count - end], as: UTF8.self))
  }
}

extension Sequence {
  /// The elements up to the first that meets a condition, with it; all if none does.
  fileprivate func prefixThroughFirst(_ condition: (Element) -> Bool) -> [Element] {
    var result: [Element] = []
    for element in self {
      result.append(element)
      if condition(element) { break }
    }
    return result
  }
}
