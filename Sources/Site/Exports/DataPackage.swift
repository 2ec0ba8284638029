import Content
import Editions
import Graph
import Text

/// The description of the data files as a Data Package (https://specs.frictionlessdata.io/data-package/).
enum DataPackage {
  /// Path below the output folder.
  static let path = "datapackage.json"

  static let file = ExportFile(path: path, mediaType: "application/json", bytes: bytes)

  @Sendable private static func bytes(_ record: RecordHistory) -> [UInt8] {
    let graph = record.graph
    let settings = graph.settings
    var writer = JSONWriter()
    writer.beginObject()
    writer.member("profile", "data-package")
    writer.member("name", name(settings.title))
    writer.member("title", settings.title)
    if let description = settings.description { writer.member("description", description) }
    if let base = settings.baseURL { writer.member("homepage", base.text) }
    if let day = graph.reports.compactMap(\.report.lastChange).max() {
      writer.member("created", day.firstDay.description + "T00:00:00Z")
    }
    if let licence = settings.licence { write(licence, into: &writer) }
    writer.key("resources")
    writer.beginArray()
    writer.lineBreak()
    table(&writer)
    for format in ExportFormat.all where format.isPublished && format.file.path != PositionTable.path {
      writer.lineBreak()
      resource(format, &writer)
    }
    writer.lineBreak()
    writer.endArray()
    writer.endObject()
    writer.finish()
    return writer.bytes
  }

  /// A name may only have lower-case ASCII letters, digits, full stops, hyphens and underscores.
  private static func name(_ title: String) -> String {
    let slug = Slug.of(title).filter { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
    let name = slug.split(separator: "-").joined(separator: "-")
    return name.isEmpty ? "standpoint-site" : name
  }

  /// A licence as its address, or as a name such as `CC-BY-4.0`.
  private static func write(_ licence: String, into writer: inout JSONWriter) {
    writer.key("licenses")
    writer.beginArray()
    writer.beginObject()
    if licence.lowercased().hasPrefix("http://") || licence.lowercased().hasPrefix("https://") {
      writer.member("path", licence)
    } else {
      let name = licence.map { $0.isASCII && ($0.isLetter || $0.isNumber || ".-_".contains($0)) ? $0 : "-" }
      writer.member("name", String(name))
      writer.member("title", licence)
    }
    writer.endObject()
    writer.endArray()
  }

  private static func table(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("profile", "tabular-data-resource")
    writer.member("name", "positions")
    writer.member("path", PositionTable.path)
    writer.member("title", "Positions")
    writer.member("description", "What each party holds on each issue according to each report.")
    writer.member("format", "csv")
    writer.member("mediatype", "text/csv")
    writer.member("encoding", "utf-8")
    writer.key("schema")
    writer.beginObject()
    writer.lines("fields", PositionTable.columns) { writer, column in
      writer.beginObject()
      writer.member("name", column.name)
      writer.member("title", column.title)
      writer.member("type", column.datatype)
      writer.member("description", column.summary)
      if column.isRequired {
        writer.key("constraints")
        writer.beginObject()
        writer.key("required")
        writer.bool(true)
        writer.endObject()
      }
      writer.endObject()
    }
    writer.member("primaryKey", ["position"])
    writer.member("missingValues", [""])
    writer.endObject()
    writer.endObject()
  }

  private static func resource(_ format: ExportFormat, _ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("name", format.name)
    writer.member("path", format.file.path)
    writer.member("description", format.summary.capitalizingFirst + ".")
    writer.member("mediatype", format.file.mediaType)
    writer.endObject()
  }
}
