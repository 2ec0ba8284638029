import Editions
import Text

extension ExportFormat {
  static let jsonGraph = ExportFormat(
    name: "json-graph", summary: "the issue graph in JSON Graph Format, version 2",
    file: ExportFile(
      path: "graph.json", mediaType: "application/json", bytes: JSONGraphFile.bytes))
}

/// The issue graph in JSON Graph Format, version 2 (https://jsongraphformat.info): an object of nodes by identifier.
enum JSONGraphFile {
  @Sendable static func bytes(_ record: RecordHistory) -> [UInt8] {
    let exported = ExportedGraph(record)
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
      writer.key(vertex.id)
      write(vertex, into: &writer)
    }
    writer.lineBreak()
    writer.endObject()
    writer.key("edges")
    writer.beginArray()
    exported.forEachEdge { edge in
      writer.lineBreak()
      writer.beginObject()
      writer.member("source", edge.source)
      writer.member("target", edge.target)
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

  private static func write(_ vertex: ExportedGraph.Vertex, into writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("label", vertex.label)
    writer.key("metadata")
    writer.beginObject()
    writer.member("kind", vertex.kind)
    for (name, value) in vertex.attributes {
      if name == "stance-value", let number = Int(value) {
        writer.member(name, number)
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
        for (name, id) in correction.subjects { writer.member(name, id) }
        writer.endObject()
      }
    }
    writer.endObject()
    writer.endObject()
  }
}
