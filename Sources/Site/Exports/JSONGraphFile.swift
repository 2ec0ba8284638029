import Editions
import Graph
import Text

extension ExportFormat {
  static let jsonGraph = ExportFormat(
    name: "json-graph", summary: "the issue graph in JSON Graph Format, version 2",
    file: ExportFile(
      path: "graph.json", mediaType: "application/json", write: JSONGraphFile.write))
}

/// The issue graph in JSON Graph Format, version 2 (https://jsongraphformat.info): an object of nodes by identifier.
///
/// Each text appears in it once. So nodes have short identifiers, for this file alone; their addresses are in their metadata. What
/// follows from the node of its report, or from its edges, is left out of a position: the `date` and the `date-origin` of the
/// report, an `anchor` that is made of the slugs of the issue and the party, a `proposition` in the present wording of the issue;
/// and the status of most positions, `superseded`. An option of a report has its `anchor`.
enum JSONGraphFile {
  @Sendable static func write(_ record: RecordHistory, to body: (ArraySlice<UInt8>) -> Void) {
    let exported = ExportedGraph(record)
    let propositions = Set(record.graph.issues.compactMap { $0.file?.proposition })
    var writer = JSONWriter()
    writer.beginObject()
    writer.key("graph")
    writer.beginObject()
    writer.key("directed")
    writer.bool(true)
    writer.member("type", "issue graph")
    writer.member("label", record.graph.settings.title)
    writer.key("nodes")
    writer.beginObject()
    exported.forEachVertex { vertex in
      writer.lineBreak()
      writer.key(exported.shortName(of: vertex.name))
      write(vertex, of: exported, isPresent: propositions.contains, into: &writer)
      writer.pass(to: body)
    }
    writer.lineBreak()
    writer.endObject()
    writer.key("edges")
    writer.beginArray()
    exported.forEachEdge { edge in
      writer.lineBreak()
      writer.beginObject()
      writer.member("source", exported.shortName(of: edge.source))
      writer.member("target", exported.shortName(of: edge.target))
      writer.member("relation", edge.relation)
      if !edge.attributes.isEmpty {
        writer.key("metadata")
        writer.beginObject()
        for (name, value) in edge.attributes { writer.member(name, value) }
        writer.endObject()
      }
      writer.endObject()
      writer.pass(to: body)
    }
    writer.lineBreak()
    writer.endArray()
    writer.endObject()
    writer.endObject()
    writer.finish()
    writer.pass(to: body, from: 1)
  }

  private static func write(
    _ vertex: ExportedGraph.Vertex, of exported: ExportedGraph, isPresent: (String) -> Bool,
    into writer: inout JSONWriter
  ) {
    writer.beginObject()
    writer.member("label", vertex.label)
    writer.key("metadata")
    writer.beginObject()
    writer.member("kind", vertex.name.kind)
    place(of: vertex, in: exported, into: &writer)
    for (name, value) in vertex.attributes {
      if name == "proposition", vertex.name.kind == "position", isPresent(value) { continue }
      if vertex.hasDateOfReport, name == "date" || name == "date-origin" { continue }
      if name == "status", value == PositionStatus.superseded.rawValue { continue }
      if name == "stance-value", let number = Int(value) {
        writer.member(name, number)
      } else if name == "evidence" {
        writer.member(name, value.components(separatedBy: PositionTable.separator))
      } else {
        writer.member(name, value)
      }
    }
    if !vertex.verbatim.isEmpty { writer.member("verbatim", vertex.verbatim) }
    if !vertex.corrections.isEmpty {
      writer.lines("correction-notes", vertex.corrections) { writer, correction in
        writer.beginObject()
        writer.member("date", correction.date)
        writer.member("note", correction.note)
        for (name, subject) in correction.subjects { writer.member(name, exported.shortName(of: subject)) }
        writer.endObject()
      }
    }
    writer.endObject()
    writer.endObject()
  }

  /// The anchor of what has an edge to its report, unless it is the usual one; otherwise the address.
  private static func place(
    of vertex: ExportedGraph.Vertex, in exported: ExportedGraph, into writer: inout JSONWriter
  ) {
    if vertex.hasUsualAnchor { return }
    let address = exported.address(of: vertex.name)
    if vertex.isInReport, let mark = address.utf8.firstIndex(of: UInt8(ascii: "#")) {
      writer.member("anchor", String(address[address.utf8.index(after: mark)...]))
    } else {
      writer.member("address", address)
    }
  }
}

extension ExportedGraph {
  /// The identifier of a vertex in this file: the letter of its kind, and its number among those of its kind, from 1 on.
  fileprivate func shortName(of name: Name) -> String {
    switch name {
    case .report(let id): "r\(id.index + 1)"
    case .issue(let id): "i\(id.index + 1)"
    case .party(let id): "p\(id.index + 1)"
    // “position” and “party” begin alike.
    case .position(let id): "c\(id.index + 1)"
    case .remembered(let index): "c\(presentCount + index + 1)"
    case .option(let index): "o\(index + 1)"
    }
  }
}
