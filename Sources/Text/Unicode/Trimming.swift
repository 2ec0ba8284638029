extension StringProtocol {
  /// Without white space at either end.
  @inlinable
  package var trimmingWhitespace: Substring {
    var rest = trimmingTrailingWhitespace
    while let first = rest.first, first.isWhitespace { rest.removeFirst() }
    return rest
  }

  /// Without white space at the end.
  @inlinable
  package var trimmingTrailingWhitespace: Substring {
    var rest = Substring(self)
    while let last = rest.last, last.isWhitespace { rest.removeLast() }
    return rest
  }
}
