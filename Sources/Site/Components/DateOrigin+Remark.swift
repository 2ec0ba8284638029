import Content

extension DateOrigin {
  /// The remark on the origin of a date; nil: there is no date, or it is that of the report, as readers expect.
  var remark: StringKey? {
    switch self {
    case .cell: .dateOfCell
    case .comparison: .dateOfTable
    case .fileName: .dateOfFileName
    case .firstCommit: .dateOfFirstCommit
    case .frontMatter, .none: nil
    }
  }

  /// Whether an author wrote the date into a report. Tables and lists that are brief about dates name the origin only of others.
  var isAuthored: Bool { self != .fileName && self != .firstCommit }

  /// The origins that have a remark.
  static let remarked: [DateOrigin] = [.cell, .comparison, .fileName, .firstCommit]

  /// Index in `remarked`; nil: there is no remark.
  var remarkPlace: Int? {
    switch self {
    case .cell: 0
    case .comparison: 1
    case .fileName: 2
    case .firstCommit: 3
    case .frontMatter, .none: nil
    }
  }
}
