/// A quick test of whether two texts can have much in common, so that only such texts are compared word by word.
package enum SharedWords {
  /// False if the texts share too few words, in any order; true if a full comparison is needed.
  package static func mayBeMany(_ before: String, _ after: String) -> Bool {
    guard let left = words(of: before), let right = words(of: after) else { return true }
    var shared = 0
    var (place, other) = (0, 0)
    while place < left.count, other < right.count {
      if left[place] == right[other] {
        shared += left[place].length
        place += 1
        other += 1
      } else if left[place] < right[other] {
        place += 1
      } else {
        other += 1
      }
    }
    let letters = { (words: [Word]) in words.reduce(0) { $0 + $1.length } }
    return isMuch(shared, of: max(letters(left), letters(right)))
  }

  /// Whether `letters` are at least a third of the letters of the longer text.
  package static func isMuch(_ letters: Int, of before: String, _ after: String) -> Bool {
    isMuch(letters, of: max(self.letters(of: before), self.letters(of: after)))
  }

  private static func isMuch(_ letters: Int, of all: Int) -> Bool { letters * 3 >= all }

  /// The length in bytes of all words of a text.
  package static func letters(of text: String) -> Int {
    var count = 0
    forEachWord(of: text) { count += $0.length }
    return count
  }

  /// A word, identified by its hash; a collision only causes an unnecessary comparison.
  private struct Word: Comparable {
    var hash: UInt32 = 2_166_136_261
    /// In bytes.
    var length = 0
    /// Contains characters of a script that may not separate words with spaces.
    var mayBeMany = false

    mutating func append(_ byte: UInt8) {
      hash = (hash ^ UInt32(byte)) &* 16_777_619
      length += 1
      mayBeMany = mayBeMany || byte >= 0xE0
    }

    static func < (left: Word, right: Word) -> Bool { (left.hash, left.length) < (right.hash, right.length) }
  }

  /// The words of a text, sorted by hash; nil for scripts that do not separate words with spaces.
  private static func words(of text: String) -> [Word]? {
    var words: [Word] = []
    words.reserveCapacity(text.utf8.count / 5 + 1)
    forEachWord(of: text) { words.append($0) }
    if words.contains(where: \.mayBeMany) { return nil }
    words.sort()
    return words
  }

  private static func forEachWord(of text: String, _ body: (Word) -> Void) {
    var word = Word()
    /// The number of bytes of a sign that still follow.
    var ofSign = 0
    for byte in text.utf8 {
      // U+2000 to U+2FFF start with this byte; they are signs: quotation marks, dashes, arrows.
      if byte == 0xE2 { ofSign = 3 }
      if ofSign == 0, isLetter(byte) {
        word.append(byte)
      } else if word.length > 0 {
        body(word)
        word = Word()
      }
      ofSign = max(0, ofSign - 1)
    }
    if word.length > 0 { body(word) }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x80...: true
    default: false
    }
  }
}
