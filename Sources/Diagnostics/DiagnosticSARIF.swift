/// Writes complaints as a SARIF log (Static Analysis Results Interchange Format 2.1.0), which code hosts and editors show.
///
/// Lines and columns are 1-based, columns in Unicode scalars, the end is the place just behind. Paths are relative to the
/// folder that the tool was run in, as URI references.
package struct DiagnosticSARIF {
  private let source: DiagnosticPrinter.Source
  private let version: String

  /// - Parameters:
  ///   - version: of the tool.
  ///   - source: gives the bytes of a file by its path; asked once for each run of one file.
  package init(version: String, source: @escaping DiagnosticPrinter.Source) {
    self.version = version
    self.source = source
  }

  /// The log, with a line end at its end.
  package func text(_ list: DiagnosticList) -> String {
    var files = OpenFile(source: source)
    var ids: [DiagnosticID] = []
    for entry in list.entries where !ids.contains(entry.diagnostic.id) { ids.append(entry.diagnostic.id) }
    ids.sort { $0.rawValue < $1.rawValue }
    let rules = ids.map { id in
      #"{"id":\#(JSONText.quoted(id.rawValue)),"defaultConfiguration":{"level":"\#(id.severity.rawValue)"}}"#
    }
    var results: [String] = []
    for entry in list.entries {
      results.append(result(entry, rule: ids.firstIndex(of: entry.diagnostic.id) ?? 0, files: &files))
    }
    return """
      {"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[{
      "tool":{"driver":{"name":"standpoint","version":\(JSONText.quoted(version)),"rules":[\(Self.lines(rules))]}},
      "columnKind":"unicodeCodePoints",
      "results":[\(Self.lines(results))]
      }]}

      """
  }

  private static func lines(_ parts: [String]) -> String {
    parts.isEmpty ? "" : "\n" + parts.joined(separator: ",\n") + "\n"
  }

  private func result(_ entry: DiagnosticList.Entry, rule: Int, files: inout OpenFile) -> String {
    let diagnostic = entry.diagnostic
    let message = [diagnostic.message, diagnostic.suggestion?.message].compactMap { $0 }.joined(
      separator: "; ")
    var text = #"{"ruleId":\#(JSONText.quoted(diagnostic.id.rawValue)),"ruleIndex":\#(rule),"#
    text += #""level":"\#(entry.severity.rawValue)","message":{"text":\#(JSONText.quoted(message))},"#
    text += #""locations":[\#(location(diagnostic.place, message: nil, files: &files) ?? "")]"#
    let related = diagnostic.notes.compactMap { location($0.place, message: $0.message, files: &files) }
    if !related.isEmpty { text += #","relatedLocations":[\#(related.joined(separator: ","))]"# }
    return text + "}"
  }

  private func location(_ place: Place?, message: String?, files: inout OpenFile) -> String? {
    guard let place else { return nil }
    var text =
      #"{"physicalLocation":{"artifactLocation":{"uri":\#(JSONText.quoted(Self.address(place.path)))}"#
    if let (start, end) = files.locations(of: place) {
      text += #","region":{"startLine":\#(start.line),"startColumn":\#(start.column),"#
      text += #""endLine":\#(end.line),"endColumn":\#(end.column)}"#
    }
    text += "}"
    if let message { text += #","message":{"text":\#(JSONText.quoted(message))}"# }
    return text + "}"
  }

  /// A path as a URI reference (RFC 3986): whole paths with the scheme `file`.
  private static func address(_ path: String) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var bytes: [UInt8] = []
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
        UInt8(ascii: "~"), UInt8(ascii: "/"):
        bytes.append(byte)
      default: bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    let text = String(decoding: bytes, as: UTF8.self)
    return path.hasPrefix("/") ? "file://" + text : text
  }
}
