import Diagnostics
import Text
import Yams

/// Explains an error of the YAML parser to an author.
struct YAMLProblem {
  let source: SourceText
  let text: Range<Int>
  var places: YAMLPlaces

  mutating func diagnostic(_ error: YamlError) -> Diagnostic {
    switch error {
    case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _):
      return syntax(problem, at: mark, context: context)
    case .composer(_, let problem, let mark, _):
      return composition(problem, at: mark)
    case .duplicatedKeysInMapping(let keys, let context):
      return duplicate(keys.first ?? "", first: context.mark)
    case .reader(_, _, let value, _):
      return oddCharacter(value)
    case .no, .memory, .writer, .emitter, .representer, .dataCouldNotBeDecoded:
      return invalid("this YAML cannot be read: \(error)", text.prefix(0))
    }
  }

  private func invalid(_ message: String, _ range: Range<Int>, _ suggestion: Suggestion? = nil) -> Diagnostic
  {
    Diagnostic(.invalidYAML, at: Place(path: source.path, range: range), message, suggestion: suggestion)
  }

  private mutating func syntax(_ problem: String, at mark: Mark, context: YamlError.Context?) -> Diagnostic {
    let offset = places.offset(of: mark)
    let opening = context.map { self.places.offset(of: $0.mark) } ?? offset
    switch (problem, context?.text ?? "") {
    case (_, let text) where text.hasSuffix("quoted scalar"):
      if problem.hasPrefix("found unexpected") {
        return invalid("this quotation mark is never closed", places.line(from: opening))
      }
      return invalid(
        "unknown escape in a double-quoted string", places.line(from: offset).prefix(2),
        Suggestion("put the text in single quotation marks, or write \\\\ for one \\"))
    case (let problem, _) where problem.contains("tab character"):
      let tab = text.clamped(to: offset..<text.upperBound).first { source.bytes[$0] == 9 }
      let line = places.line(around: offset)
      let lead = (max(text.lowerBound, line.lowerBound - 1)..<line.lowerBound).first { source.bytes[$0] == 9 }
      let place = lead ?? tab ?? offset
      return invalid(
        "a tab is used for indentation; YAML allows only spaces", place..<min(place + 1, text.upperBound))
    case ("block sequence entries are not allowed in this context", _):
      return invalid(
        "unexpected list entry", places.line(from: offset),
        Suggestion("put each entry on a line of its own below the key"))
    case ("mapping values are not allowed in this context", _):
      return colonInValue(offset)
    case ("did not find expected ',' or ']'", _):
      return invalid("this “[” is never closed", places.line(from: opening))
    case ("did not find expected ',' or '}'", _):
      return invalid("this “{” is never closed", places.line(from: opening))
    case ("could not find expected ':'", _):
      return missingColon(opening)
    case ("found character that cannot start any token", _):
      return badStart(offset)
    case ("did not find expected key", _):
      return missingKey(offset)
    default:
      return invalid("this YAML cannot be read: \(problem)", places.line(around: offset))
    }
  }

  /// For example `title: The plan: a reply`.
  private func colonInValue(_ offset: Int) -> Diagnostic {
    let line = places.line(around: offset)
    let content = String(decoding: source.bytes[line], as: UTF8.self)
    let parts = content.split(separator: ":", maxSplits: 1)
    guard parts.count == 2, source.bytes[line].prefix(offset - line.lowerBound).contains(UInt8(ascii: ":"))
    else {
      return invalid(
        "unexpected “key: value”", line,
        Suggestion(
          "check that the line above is complete, and that this line is indented like its neighbours"))
    }
    let value = parts[1].trimmingWhitespace.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    let fixed = "\(parts[0]): \"\(value)\""
    return Diagnostic(
      .invalidYAML, at: Place(path: source.path, range: offset..<min(offset + 1, text.upperBound)),
      "a value with a colon and a space in it needs quotation marks",
      suggestion: Suggestion("write \(fixed)", replacement: nil))
  }

  private func missingColon(_ offset: Int) -> Diagnostic {
    let line = places.line(around: offset)
    let content = String(decoding: source.bytes[line], as: UTF8.self)
    if let colon = content.firstIndex(of: ":"), content.index(after: colon) < content.endIndex {
      let fixed = "\(content[..<colon]): \(content[content.index(after: colon)...])"
      return invalid("a colon needs a space after it", line, Suggestion("write \(fixed)"))
    }
    return invalid("this line has no colon; front matter is made of “key: value” lines", line)
  }

  private func badStart(_ offset: Int) -> Diagnostic {
    let character = String(decoding: source.bytes[offset..<text.upperBound].prefix(4), as: UTF8.self).first
    guard let character, character != "\t" else {
      return invalid(
        "a tab is used for indentation; YAML allows only spaces", offset..<min(offset + 1, text.upperBound))
    }
    return invalid(
      "a value that starts with “\(character)” needs quotation marks", places.line(from: offset),
      Suggestion("put the value in quotation marks: \"\(character)…\""))
  }

  private func missingKey(_ offset: Int) -> Diagnostic {
    let line = places.line(around: offset)
    let value = String(decoding: source.bytes[line], as: UTF8.self).split(separator: ":", maxSplits: 1).last
    if let value = value?.trimmingWhitespace, let quote = value.first, quote == "'" || quote == "\"" {
      let other = quote == "'" ? "\"" : "'"
      return invalid(
        "there is more text after the closing quotation mark", line,
        Suggestion("put the whole value in the other kind of quotation marks: \(other)…\(other)"))
    }
    return invalid(
      "expected “key: value” here", line,
      Suggestion(
        "check the indentation of this line, and that quotation marks and brackets before it are closed"))
  }

  /// A character that YAML 1.1 does not allow (section 5.1), such as a control character.
  private func oddCharacter(_ value: Int32) -> Diagnostic {
    let name = String(UInt32(bitPattern: value), radix: 16, uppercase: true)
    let padded = String(repeating: "0", count: max(0, 4 - name.count)) + name
    var range = text.prefix(0)
    if let scalar = Unicode.Scalar(UInt32(bitPattern: value)) {
      let encoded = Array(String(scalar).utf8)
      let start = text.first { source.bytes[$0...].starts(with: encoded) }
      if let start { range = start..<(start + encoded.count) }
    }
    return invalid("YAML does not allow this character (U+\(padded))", range, Suggestion("delete it"))
  }

  private mutating func composition(_ problem: String, at mark: Mark) -> Diagnostic {
    let range = places.line(from: places.offset(of: mark))
    switch problem {
    case "found undefined alias":
      return invalid(
        "a value that starts with “*” refers to an anchor, and this anchor is not defined", range,
        Suggestion("put the value in quotation marks"))
    case "but found another document":
      return invalid("a second YAML document starts here; only one is read", range)
    default:
      return invalid("this YAML cannot be read: \(problem)", range)
    }
  }

  /// The parser gives the same place for all keys with a name, so the second one is searched in the text.
  private mutating func duplicate(_ key: String, first mark: Mark) -> Diagnostic {
    let places = occurrences(of: key)
    let all = places.isEmpty ? [self.places.line(around: self.places.offset(of: mark))] : places
    let notes =
      all.count > 1 ? [Note("it is first used here", at: Place(path: source.path, range: all[0]))] : []
    return Diagnostic(
      .duplicateKey, at: Place(path: source.path, range: all[min(1, all.count - 1)]),
      "duplicate key “\(key)”", notes: notes,
      suggestion: Suggestion("keep one of them"))
  }

  /// The lines that start with the key and a colon, at any indentation.
  private func occurrences(of key: String) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var offset = text.lowerBound
    while offset < text.upperBound {
      var start = offset
      while start < text.upperBound, " \"'".utf8.contains(source.bytes[start]) { start += 1 }
      let end = start + key.utf8.count
      if end < text.upperBound, source.bytes[start..<end].elementsEqual(key.utf8),
        source.bytes[end..<min(end + 3, text.upperBound)].contains(UInt8(ascii: ":"))
      {
        found.append(start..<end)
      }
      while offset < text.upperBound, source.bytes[offset] != 10 { offset += 1 }
      offset += 1
    }
    return found
  }
}
