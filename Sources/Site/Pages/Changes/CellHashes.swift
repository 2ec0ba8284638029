import Graph
import Text

/// A hash of each cell, by which `assets/site.js` shows returning readers which cells are new or have changed.
///
/// ```
/// {"version":1,"cells":{
/// "reports/march-plan/#sanctions--russia":"9f8a3c0d5e6b7a12"
/// }}
/// ```
enum CellHashes {
  /// The most positions for which the file is written: browsers store about five megabytes per site.
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
        graph.quote(of: position.id),
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

  /// 64 bits of FNV-1a over the parts, in sixteen hexadecimal digits.
  private static func hash(_ parts: [String]) -> String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for part in parts {
      for byte in part.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
      hash = (hash ^ 0xFF) &* 0x100_0000_01B3
    }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
