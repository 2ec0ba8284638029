import Content

/// What crawlers may read (RFC 9309): everything; and where the sitemap is.
enum RobotsFile {
  static func bytes(_ settings: SiteSettings) -> [UInt8] {
    var output: [UInt8] = []
    output.raw("User-agent: *\nAllow: /\n")
    if settings.pageKinds[.sitemap], let address = settings.fullAddress("sitemap.xml") {
      output.raw("\nSitemap: ")
      output.raw(address)
      output.raw("\n")
    }
    return output
  }
}
