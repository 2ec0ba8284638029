enum HeadingSlug {
  static func of(_ text: String) -> String {
    String(
      text.lowercased().unicodeScalars.filter {
        $0 == " " || $0 == "-" || $0 == "_" || $0.properties.isAlphabetic || $0.properties.numericType != nil
      }.map { $0 == " " ? "-" : Character($0) })
  }
}
