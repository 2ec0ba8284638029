import Content
import Diagnostics
import FileSystem
import Site
import Workspace

/// Reads the words that identify tables from a site's settings.
package enum SiteWords {
  /// The words in `site.yml`, or the defaults without one. Diagnostics are left to the next build to report.
  package static func read(in folders: SiteFolders) throws(EnvironmentError) -> TableWords {
    try settings(in: folders)?.words ?? TableWords(files: folders.languageFiles("en"))
  }

  /// The code of the site's language, such as `de-AT`, followed by that without a region; empty without `site.yml`.
  package static func languages(in folders: SiteFolders) throws(EnvironmentError) -> [String] {
    guard let language = try settings(in: folders)?.language else { return [] }
    return [language, String(language.prefix { $0 != "-" })]
  }

  private static func settings(in folders: SiteFolders) throws(EnvironmentError) -> SiteSettings? {
    let path = folders.content.appending("site.yml")
    guard try FileStatus.of(path, followingLinks: true) != nil,
      case .bytes(let bytes) = try FileReader.readSource(path)
    else { return nil }
    let source = SourceText(path: "site.yml", bytes: bytes)
    return ContentReader.readSettings(
      InputFile(path: "site.yml", role: .settings, source: source), switches: PageRegistry.switches,
      languageFiles: folders.languageFiles
    ).settings
  }
}
