import Site

/// The media type of a file, from its path. Exports declare theirs.
enum MediaType {
  static let html = "text/html; charset=utf-8"

  /// Such as `text/html; charset=utf-8`; `application/octet-stream` for unknown file extensions.
  ///
  /// - Parameter path: below the output folder.
  static func of(_ path: String) -> String {
    if let type = ExportFormat.mediaTypes[path] { return withCharset(type) }
    guard let ending = fileExtension(of: path) else { return "application/octet-stream" }
    return types[ending] ?? exported[ending] ?? "application/octet-stream"
  }

  /// The part of a file name after its last full stop, in lower case; nil if there is none.
  private static func fileExtension(of path: String) -> String? {
    let name = path.split(separator: "/").last ?? ""
    return name.lastIndex(of: ".").map { name[name.index(after: $0)...].lowercased() }
  }

  private static func withCharset(_ type: String) -> String {
    type.hasPrefix("text/") ? type + "; charset=utf-8" : type
  }

  /// The types of exports by file extension, for other files of the same kind.
  private static let exported = Dictionary(
    ExportFormat.mediaTypes.compactMap { path, type in fileExtension(of: path).map { ($0, withCharset(type)) }
    }
    .sorted { $0 < $1 },
    uniquingKeysWith: { first, _ in first })

  private static let types = [
    "html": html, "htm": html, "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8", "mjs": "text/javascript; charset=utf-8",
    "json": "application/json", "jsonld": "application/ld+json", "geojson": "application/geo+json",
    "xml": "application/xml", "atom": "application/atom+xml", "rss": "application/rss+xml",
    "txt": "text/plain; charset=utf-8", "csv": "text/csv; charset=utf-8",
    "md": "text/markdown; charset=utf-8",
    "svg": "image/svg+xml", "png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg", "gif": "image/gif",
    "webp": "image/webp", "avif": "image/avif", "ico": "image/vnd.microsoft.icon", "pdf": "application/pdf",
    "woff": "font/woff", "woff2": "font/woff2", "ttf": "font/ttf", "otf": "font/otf",
    "mp3": "audio/mpeg", "ogg": "audio/ogg", "mp4": "video/mp4", "webm": "video/webm",
    "wasm": "application/wasm", "zip": "application/zip", "webmanifest": "application/manifest+json",
    "ttl": "text/turtle; charset=utf-8", "gv": "text/vnd.graphviz",
  ]
}
