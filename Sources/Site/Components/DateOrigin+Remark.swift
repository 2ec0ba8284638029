import Content

extension DateOrigin {
  /// The remark on the origin of a date; nil: there is no date.
  var remark: StringKey? {
    switch self {
    case .cell: .dateOfCell
    case .comparison: .dateOfTable
    case .frontMatter: .dateOfReport
    case .fileName: .dateOfFileName
    case .firstCommit: .dateOfFirstCommit
    case .none: nil
    }
  }

  /// Whether an author wrote the date into a report. Tables and lists that are brief about dates name the origin of others only.
  var isAuthored: Bool { self != .fileName && self != .firstCommit }

  /// The origins that have a remark.
  static let remarked: [DateOrigin] = [.cell, .comparison, .frontMatter, .fileName, .firstCommit]

  /// Index in `remarked`; nil: there is no remark.
  var remarkPlace: Int? {
    switch self {
    case .cell: 0
    case .comparison: 1
    case .frontMatter: 2
    case .fileName: 3
    case .firstCommit: 4
    case .none: nil
    }
  }
}
