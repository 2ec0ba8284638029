import Content

extension DateOrigin {
  /// Stands behind a position's date and tells where it is from.
  var remark: StaticString {
    switch self {
    case .cell: " (by the cell)"
    case .comparison: " (by the table)"
    case .frontMatter: " (date of the report)"
    case .fileName: " (by the file’s name)"
    case .firstCommit: " (first committed)"
    case .none: ", undated"
    }
  }
}
