import Content
import Graph
import Text

/// What a device needs to know to keep the site among its programs (W3C Web Application Manifest). Addresses are relative to the file.
enum WebManifest {
  static func bytes(_ settings: SiteSettings) -> [UInt8] {
    var writer = JSONWriter()
    writer.beginObject()
    writer.member("name", settings.title)
    if let description = settings.description { writer.member("description", description) }
    writer.member("lang", settings.language)
    writer.member("start_url", "./")
    writer.member("scope", "./")
    writer.member("display", "minimal-ui")
    writer.member("background_color", "#fdfcfa")
    writer.member("theme_color", "#fdfcfa")
    writer.lines("icons", icons) { writer, icon in
      writer.beginObject()
      writer.member("src", icon.path)
      writer.member("sizes", icon.sizes)
      writer.member("type", icon.type)
      writer.endObject()
    }
    writer.endObject()
    writer.finish()
    return writer.bytes
  }

  private static let icons = [
    (path: "assets/favicon.svg", sizes: "any", type: "image/svg+xml"),
    (path: "assets/icon-512.png", sizes: "512x512", type: "image/png"),
  ]
}
