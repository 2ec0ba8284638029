/// What tells whether the author's files have changed, without reading them; means something in one process only.
public struct SourceFingerprint: Sendable, Hashable {
  fileprivate let value: Int
}

extension SitePipeline {
  /// Looks at every file of the content and the templates; only site.yml is read, for its `ignore:`.
  public func fingerprint() throws(EnvironmentFault) -> SourceFingerprint {
    var hasher = Hasher()
    let listing = try ContentListing.list(folders, ignore: settings().0.ignore)
    var files = listing.sources.map { folders.content.appending($0.path) }
    files += listing.assets.map { folders.content.appending($0) }
    files.append(folders.content.appending("site.yml"))
    if let templates = folders.templates {
      files += try TemplateListing.list(templates).map { templates.appending($0) }
    }
    for file in files {
      hasher.combine(file.text)
      hasher.combine(try FileStatus.of(file, followingLinks: true))
    }
    return SourceFingerprint(value: hasher.finalize())
  }
}
