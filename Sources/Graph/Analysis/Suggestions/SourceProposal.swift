import Content
import Diagnostics
import Text

/// An address that is worth an entry, because several positions rest on it, and what reports say about it.
package struct SourceProposal: Sendable, Hashable {
  /// From this number of positions on, an entry is proposed.
  package static let usualMinimum = 3

  /// As the first position writes it.
  package let address: String
  /// How many positions rest on it.
  let positions: Int
  /// The path of the file that would describe it, below the content folder.
  package let path: String
  /// What all reports that describe it agree on; nil: none says it, or they do not agree.
  let title: String?
  let date: PartialDate?
  /// The kind of evidence of all positions that rest on it; nil: they have none, or different ones.
  let evidence: Evidence?

  /// The proposals for a graph, the address with the most positions first.
  ///
  /// - Parameter minimum: how many positions an address carries at least.
  package static func all(in graph: IssueGraph, minimum: Int = usualMinimum) -> [SourceProposal] {
    let index = EvidenceIndex(graph)
    let found = index.addressesWithoutEntry.filter { $0.count >= minimum }
    if found.isEmpty { return [] }
    let descriptions = SourceDescriptions(graph)
    var slugs = SourceSlugs(published: graph.settings.sources.publishedSlugs)
    for entry in graph.settings.sources.entries { _ = slugs.slug(of: entry.key) }
    return found.map { address, count in
      let compared = SourceAddress.compared(address)
      let (title, date) = descriptions.agreed(on: compared)
      let kinds = Set(index.positions(on: .address(compared)).map { graph.positions[$0.index].evidence })
      return SourceProposal(
        address: address, positions: count, path: "sources/\(slugs.slug(of: compared)).md", title: title,
        date: date, evidence: kinds.count == 1 ? kinds.first?.only : nil)
    }
  }

  /// Whether it is about an address, however that is written.
  package func isAbout(_ address: String) -> Bool {
    SourceAddress.compared(self.address) == SourceAddress.compared(address)
  }

  /// The file that describes the source, with what is known of it.
  package var file: [UInt8] {
    Array((["---"] + known + ["---", ""]).joined(separator: "\n").utf8)
  }

  /// The lines of the front matter.
  private var known: [String] {
    [
      title.map { "title: " + YAMLScalar.text($0, isInList: false) },
      date.map { "date: \($0)" },
      "url: " + YAMLScalar.text(address, isInList: false),
      evidence.map { "evidence: \($0.rawValue)" },
    ].compactMap(\.self)
  }

  var text: String {
    let lines =
      [
        "\(positions.counted("position")) \(positions == 1 ? "rests" : "rest") on “\(address)”, which has no description; to describe it once for all of them, create \(path):",
        "---",
      ] + (title == nil ? ["title: …"] : []) + known + (evidence == nil ? ["evidence: …"] : []) + ["---"]
    return lines.map(TerminalText.line).joined(separator: "\n      ")
  }

  var json: String {
    #"{"address":\#(JSONWriter.quoted(address)),"positions":\#(positions),"file":\#(JSONWriter.quoted(path))}"#
  }
}
