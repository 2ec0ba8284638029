import Graph
import Text

/// A hash of each cell. `assets/site.js` uses it to mark new and changed cells for returning readers.
///
/// ```
/// {"version":1,"cells":{
/// "reports/march-plan/#sanctions--russia":"9f8a3c0d5e6b7a12"
/// }}
/// ```
enum CellHashes {
  /// The largest number of positions for which the file is written: browsers store about five megabytes per
  /// site.
  static let mostPositions = 50_000

  static func isEnabled(_ graph: IssueGraph) -> Bool {
    graph.settings.pageKinds[.changes] && !graph.positions.isEmpty && graph.positions.count <= mostPositions
  }

  static func bytes(_ graph: IssueGraph) -> [UInt8] {
    var writer = JSONWriter()
    writer.beginObject()
    writer.member("version", 1)
    writer.key("cells")
    writer.beginObject()
    for position in graph.positions {
      let address = graph.cellAddress(of: position.id)
      let parts = [
        address, position.stance?.rawValue ?? "", position.date?.description ?? "",
        graph.text(of: position.id),
      ]
      writer.lineBreak()
      writer.member(address, hash(parts))
    }
    writer.lineBreak()
    writer.endObject()
    writer.endObject()
    writer.finish()
    return writer.bytes
  }

  /// A hash of the parts, as 16 hexadecimal digits.
  private static func hash(_ parts: [String]) -> String {
    var hash = StableHash()
    for part in parts {
      hash.add(part)
      hash.add(0xFF)
    }
    return hash.digits
  }
}
