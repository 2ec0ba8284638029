import Editions

extension ExportFormat {
  static let graphML = ExportFormat(
    name: "graphml", summary: "the issue graph in GraphML, for network analysis",
    file: ExportFile(
      path: "graph.graphml", mediaType: "application/graphml+xml", bytes: GraphMLFile.bytes),
    isPublished: false)
}

/// The issue graph in GraphML (http://graphml.graphdrawing.org).
enum GraphMLFile {
  @Sendable static func bytes(_ record: RecordHistory) -> [UInt8] {
    let exported = ExportedGraph(record)
    var output = XML()
    output.raw(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <graphml xmlns="http://graphml.graphdrawing.org/xmlns" \
      xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
      xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
      <key id="relation" for="edge" attr.name="relation" attr.type="string"/>

      """)
    for name in ["kind", "label"] + ExportedGraph.attributeNames {
      output.markup("<key id=\"\(name)\" for=\"node\" attr.name=\"\(name)\" attr.type=\"")
      output.raw(name == "stance-value" ? "int\"/>\n" : "string\"/>\n")
    }
    for name in ExportedGraph.edgeAttributeNames {
      output.markup("<key id=\"edge-\(name)\" for=\"edge\" attr.name=\"\(name)\" attr.type=\"string\"/>\n")
    }
    output.raw("<graph id=\"issues\" edgedefault=\"directed\">\n")
    exported.forEachVertex { vertex in
      output.raw("<node id=\"")
      output.escaped(exported.address(of: vertex.name))
      output.raw("\">")
      output.data("kind", vertex.name.kind)
      output.data("label", vertex.label)
      for (name, value) in vertex.attributes { output.data(name, value) }
      if !vertex.verbatim.isEmpty {
        output.data("verbatim", vertex.verbatim.joined(separator: PositionTable.separator))
      }
      output.raw("</node>\n")
    }
    exported.forEachEdge { edge in
      output.raw("<edge source=\"")
      output.escaped(exported.address(of: edge.source))
      output.raw("\" target=\"")
      output.escaped(exported.address(of: edge.target))
      output.raw("\">")
      output.data("relation", edge.relation)
      for (name, value) in edge.attributes { output.data("edge-" + name, value) }
      output.raw("</edge>\n")
    }
    output.raw("</graph>\n</graphml>\n")
    return output.bytes
  }
}

extension XML {
  fileprivate mutating func data(_ key: String, _ value: String) {
    markup("<data key=\"\(key)\">")
    escaped(value)
    raw("</data>")
  }
}
