import Content
import Text

/// The columns of a sheet that the author names, such as `issue=Thema,party=Partei`.
package struct SheetColumns: Sendable, Hashable {
  /// The meaning of a column.
  package enum Meaning: String, Sendable, Hashable, CaseIterable {
    case issue, party, position, stance, date, source, evidence
  }

  /// The headers by meaning.
  package let headers: [Meaning: String]

  package init(headers: [Meaning: String]) { self.headers = headers }

  /// - Throws: `InvalidColumns` if the text does not have this form.
  package init(_ text: String) throws {
    var headers: [Meaning: String] = [:]
    for pair in text.split(separator: ",") {
      let parts = pair.split(separator: "=", maxSplits: 1).map { String($0.trimmingWhitespace) }
      guard parts.count == 2, !parts[1].isEmpty else {
        throw InvalidColumns("“\(pair)” is not a column; write issue=HEADER, with the header of the column")
      }
      guard let meaning = Meaning(rawValue: parts[0].lowercased()) else {
        let known = Meaning.allCases.map(\.rawValue)
        let near = NearestName.match(parts[0], among: known).map { "; did you mean “\($0)”?" } ?? ""
        throw InvalidColumns(
          "“\(parts[0])” is not a kind of column\(near) (\(known.joined(separator: ", ")))")
      }
      guard headers.updateValue(parts[1], forKey: meaning) == nil else {
        throw InvalidColumns("“\(meaning.rawValue)” is given twice")
      }
    }
    guard headers[.issue] != nil || headers[.party] != nil else {
      throw InvalidColumns("the column with the issues is missing; write issue=HEADER")
    }
    self.headers = headers
  }

  /// An error: the text does not name columns.
  package struct InvalidColumns: Error, CustomStringConvertible {
    package let description: String

    init(_ description: String) { self.description = description }
  }

  /// Whether each row is one position, and not the positions of all parties on an issue.
  var isLong: Bool { headers[.issue] != nil && headers[.party] != nil }
}
