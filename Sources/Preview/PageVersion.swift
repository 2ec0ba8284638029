import Text

/// Tells versions of a page apart, also across runs of the preview.
enum PageVersion {
  /// A hash of what the browser gets to see, as 16 hexadecimal digits.
  static func of(_ answer: PreviewAnswer) -> String {
    var hash = StableHash(answer.body)
    hash.add(answer.location ?? "")
    hash.add(answer.isDraft ? 1 : 0)
    return hash.digits
  }
}
