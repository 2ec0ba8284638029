import Text

/// Identifies versions of a page, also across runs of the preview.
enum PageVersion {
  /// A hash of the answer's visible parts, as 16 hexadecimal digits.
  static func of(_ answer: PreviewAnswer) -> String {
    var hash = StableHash(answer.body)
    hash.add(answer.location ?? "")
    hash.add(answer.isDraft ? 1 : 0)
    return hash.digits
  }
}
