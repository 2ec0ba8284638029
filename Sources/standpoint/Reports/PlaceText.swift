import Diagnostics
import FileSystem
import Publishing
import Text
import Workspace

/// Places as text: path relative to the current folder, line and column.
final class PlaceText {
  private let folders: SiteFolders
  private var lines: [String: LineIndex] = [:]

  init(_ folders: SiteFolders) { self.folders = folders }

  /// Such as `Content/reports/a.md:14:3`; only the path for a whole file or one that cannot be read.
  func text(_ place: Place) -> String {
    let path = folders.displayPath(of: place.path)
    guard let range = place.range else { return path }
    if lines[place.path] == nil,
      case .bytes(let bytes)? = try? FileReader.readSource(folders.diskPath(of: place.path))
    {
      lines[place.path] = LineIndex(bytes)
    }
    guard let location = lines[place.path]?.location(of: range.lowerBound) else { return path }
    return "\(path):\(location.line):\(location.column)"
  }
}
