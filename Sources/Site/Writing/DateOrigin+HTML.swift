import Content

extension DateOrigin {
  /// Tells where a position's date is from; nil: there is no date.
  var remark: Word? {
    switch self {
    case .cell: .dateOfCell
    case .comparison: .dateOfTable
    case .frontMatter: .dateOfReport
    case .fileName: .dateOfFileName
    case .firstCommit: .dateOfFirstCommit
    case .none: nil
    }
  }
}
