import Editions
import Graph
import Text

extension ExportFormat {
  static let jsonGraph = ExportFormat(
    name: "json-graph", summary: "the issue graph in JSON Graph Format, version 2",
    file: ExportFile(
      path: "graph.json", mediaType: "application/json", bytes: JSONGraphFile.bytes))
}

/// The issue graph in JSON Graph Format, version 2 (https://jsongraphformat.info): an object of nodes by identifier.
///
/// Each text appears in it once. So nodes have short identifiers, for this file alone; their addresses are in their metadata. What
/// follows from the node of its report, or from its edges, is left out of a position: the `date` and the `date-origin` of the
/// report, an `anchor` that is made of the slugs of the issue and the party, a `proposition` in the present wording of the issue;
/// and the status of most positions, `superseded`. An option of a report has its `anchor`.
enum JSONGraphFile {
  /// Gives vertices their identifiers: the first letter of their kind, and a number.
  private struct ShortNames {
    /// By the address of the vertex.
    private var names: [String: String] = [:]
    private var counts: [String: Int] = [:]

    mutating func add(_ vertex: ExportedGraph.Vertex) -> String {
      // “position” and “party” begin alike.
      let letter = vertex.kind == "position" ? "c" : String(vertex.kind.prefix(1))
      let number = counts[letter, default: 0] + 1
      counts[letter] = number
      names[vertex.id] = letter + String(number)
      return letter + String(number)
    }

    subscript(address: String) -> String { names[address] ?? address }
  }

  @Sendable static func bytes(_ record: RecordHistory) -> [UInt8] {
    let exported = ExportedGraph(record)
    var names = ShortNames()
    exported.forEachVertex { _ = names.add($0) }
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
      writer.key(names[vertex.id])
      write(vertex, names, isPresent: propositions.contains, into: &writer)
    }
    writer.lineBreak()
    writer.endObject()
    writer.key("edges")
    writer.beginArray()
    exported.forEachEdge { edge in
      writer.lineBreak()
      writer.beginObject()
      writer.member("source", names[edge.source])
      writer.member("target", names[edge.target])
      writer.member("relation", edge.relation)
      if !edge.attributes.isEmpty {
        writer.key("metadata")
        writer.beginObject()
        for (name, value) in edge.attributes { writer.member(name, value) }
        writer.endObject()
      }
      writer.endObject()
    }
    writer.lineBreak()
    writer.endArray()
    writer.endObject()
    writer.endObject()
    writer.finish()
    return writer.bytes
  }

  private static func write(
    _ vertex: ExportedGraph.Vertex, _ names: ShortNames, isPresent: (String) -> Bool,
    into writer: inout JSONWriter
  ) {
    writer.beginObject()
    writer.member("label", vertex.label)
    writer.key("metadata")
    writer.beginObject()
    writer.member("kind", vertex.kind)
    place(of: vertex, into: &writer)
    for (name, value) in vertex.attributes {
      if name == "proposition", vertex.kind == "position", isPresent(value) { continue }
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
        for (name, id) in correction.subjects { writer.member(name, names[id]) }
        writer.endObject()
      }
    }
    writer.endObject()
    writer.endObject()
  }

  /// The anchor of what has an edge to its report, unless it is the usual one; otherwise the address.
  private static func place(of vertex: ExportedGraph.Vertex, into writer: inout JSONWriter) {
    if vertex.hasUsualAnchor { return }
    if vertex.isInReport, let mark = vertex.id.firstIndex(of: "#") {
      writer.member("anchor", String(vertex.id[vertex.id.index(after: mark)...]))
    } else {
      writer.member("address", vertex.id)
    }
  }
}
