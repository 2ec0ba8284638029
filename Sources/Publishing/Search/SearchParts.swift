import Text

/// How the searched pages are divided among the parts of the index.
///
/// The memory of Pagefind grows with the pages that it reads at once, and only the parts with pages that changed are made again.
/// The browser searches all parts. A change to a report changes its own part and the pages that are about it, which
/// are together.
struct SearchParts: Sendable, Equatable {
  /// The parts with pages that are not reports, from 0.
  private let general: Int
  /// The parts with reports, which come after; 0: they are among the general ones.
  private let reports: Int

  /// - Parameters:
  ///   - general: the number of searched pages that are not reports.
  ///   - reports: the number of reports.
  ///   - limit: the number of pages that a part should not exceed.
  init(general: Int, reports: Int, limit: Int) {
    if general + reports <= limit {
      self.general = 1
      self.reports = 0
    } else {
      self.general = (general + limit - 1) / limit
      self.reports = (reports + limit - 1) / limit
    }
  }

  var count: Int { general + reports }

  /// The number of the part that a page belongs to. It stays the same while the number of parts does.
  func part(of path: String, isReport: Bool) -> Int {
    var hash = StableHash()
    hash.add(path)
    // The low bits of the hash alone do not spread similar paths.
    let value = Int((hash.value ^ hash.value >> 32) & 0xFFFF_FFFF)
    return isReport && reports > 0 ? general + value % reports : value % max(1, general)
  }
}
