/// Words of commands that users copy into a POSIX shell.
package enum ShellWord {
  /// The text as one word: unchanged if no character of it is special to a shell, else in single quotation marks.
  package static func quoted(_ text: String) -> String {
    let isPlain = text.unicodeScalars.allSatisfy { scalar in
      scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
        || "-_./+:@%,".unicodeScalars.contains(scalar)
    }
    if isPlain, !text.isEmpty, !text.hasPrefix("-") { return text }
    let word = "'" + text.replacing("'", with: #"'\''"#) + "'"
    return text.hasPrefix("-") ? "./" + word : word
  }
}
