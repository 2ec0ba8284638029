import Content
import Diagnostics
import Text

/// An address that is worth an entry, because several positions rest on it.
package struct SourceProposal: Sendable, Hashable {
  /// From this number of positions on, an entry is proposed.
  private static let enough = 3

  /// As the first position writes it.
  let address: String
  /// How many positions rest on it.
  let positions: Int
  /// The path of the file that would describe it, below the content folder.
  let path: String

  /// The proposals for a graph, the address with the most positions first.
  package static func all(in graph: IssueGraph) -> [SourceProposal] {
    EvidenceIndex(graph).addressesWithoutEntry.filter { $0.count >= enough }.map { address, count in
      let key = Slug.of(SourceAddress.compared(address))
      return SourceProposal(address: address, positions: count, path: "sources/\(key).md")
    }
  }

  var text: String {
    let lines = [
      "“\(address)” carries \(positions.counted("position")) and is not described; to describe it once for all of them, write \(path):",
      "---", "title: …", "url: \(address)", "evidence: …", "---",
    ]
    return lines.map(TerminalText.line).joined(separator: "\n      ")
  }

  var json: String {
    #"{"address":\#(JSONWriter.quoted(address)),"positions":\#(positions),"file":\#(JSONWriter.quoted(path))}"#
  }
}
