import Content

/// A name to look for in prose.
struct ProseName: Sendable, Hashable {
  /// Folded by `LetterFold`.
  let folded: [UInt8]
  /// Issues first, then parties; −1: several subjects have the name.
  var subject: Int32
  /// The bytes that the text must match exactly; nil: case is ignored.
  let exact: [UInt8]?
  /// 0: the subject's name; 1: an alias. Names take precedence over aliases.
  let level: Int

  /// Longer names are not looked for in prose.
  private static let longest = 160

  /// The names of a member in all forms that are recognised in prose.
  static func all(of member: NameRegistry.Member, subject: Int) -> [ProseName] {
    member.proseNames.enumerated().flatMap { index, name in
      all(name, subject: subject, level: index == 0 ? 0 : 1)
    }
  }

  /// A name as written and without its full stops; abbreviations in capitals with full stops, too.
  static func all(_ name: String, subject: Int, level: Int) -> [ProseName] {
    guard name.unicodeScalars.count(where: { LetterFold.isLetterOrDigit($0) }) > 1 else { return [] }
    let forms: [String]
    let capitals = isInCapitals(name)
    if capitals {
      let bare = String(name.filter { $0 != "." })
      forms = [name, bare] + dotted(bare)
    } else {
      forms = [name, NameKey(name).text]
    }
    return forms.compactMap { form in
      let folded = LetterFold.folded(form)
      guard !folded.isEmpty, folded.count <= longest else { return nil }
      return ProseName(
        folded: folded, subject: Int32(subject), exact: capitals ? LetterFold.keepingCase(form) : nil,
        level: level)
    }
  }

  /// “US” as “U.S.” and “U.S”; empty for names other than two to five ASCII letters.
  private static func dotted(_ name: String) -> [String] {
    guard (2...5).contains(name.utf8.count), name.utf8.allSatisfy({ $0 >= 0x41 && $0 <= 0x5A }) else {
      return []
    }
    let inner = name.map(String.init).joined(separator: ".")
    return [inner, inner + "."]
  }

  /// Whether all letters that have a case are capitals, and there is at least one.
  private static func isInCapitals(_ name: String) -> Bool {
    var capitals = false
    for scalar in name.unicodeScalars where scalar.properties.isCased {
      if scalar.properties.isLowercase { return false }
      capitals = true
    }
    return capitals
  }

  /// Sorted by folded bytes, without duplicates: names take precedence over aliases; otherwise the name is
  /// ambiguous.
  static func settled(_ names: [ProseName]) -> [ProseName] {
    var result: [ProseName] = []
    for name in names.sorted(by: precedes) {
      guard let last = result.last, last.folded == name.folded, last.exact == name.exact else {
        result.append(name)
        continue
      }
      if last.level == name.level, last.subject != name.subject { result[result.count - 1].subject = -1 }
    }
    return result
  }

  private static func precedes(_ left: ProseName, _ right: ProseName) -> Bool {
    if left.folded != right.folded { return left.folded.lexicographicallyPrecedes(right.folded) }
    let (one, other) = (left.exact ?? [], right.exact ?? [])
    if one != other { return one.lexicographicallyPrecedes(other) }
    return (left.level, left.subject) < (right.level, right.subject)
  }
}

extension LetterFold {
  /// Whether it is a letter or digit of any script.
  static func isLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }
}
