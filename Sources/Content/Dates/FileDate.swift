import Text

/// The date of a file, and the parts of its name.
enum FileDate {
  /// `date:`, otherwise the date at the start of a report's file name.
  static func of(_ file: InputFile, _ matter: FrontMatter) -> (date: PartialDate?, origin: DateOrigin) {
    if let date = matter.date { return (date, .frontMatter) }
    guard file.role == .report, let date = PartialDate(startOf: file.baseName) else { return (nil, .none) }
    return (date, .fileName)
  }
}

extension InputFile {
  /// The file name without its extension; for `index.md` in a subfolder of its role's folder, the name of the
  /// subfolder.
  var baseName: String {
    let bytes = path.utf8
    let slash = bytes.lastIndex(of: UInt8(ascii: "/"))
    let name = Self.withoutExtension(path[(slash.map { bytes.index(after: $0) } ?? bytes.startIndex)...])
    guard name == "index", let slash else { return String(name) }
    let folders = path[..<slash].split(separator: "/")
    return folders.count > 1 ? String(folders[folders.count - 1]) : String(name)
  }

  /// The name as a title: without a date at the start, with spaces for hyphens and underscores, and with a
  /// capital first letter.
  var nameAsTitle: String {
    var words = baseName.split { "-_ ".contains($0) }
    if role == .report, let date = PartialDate(startOf: baseName) {
      let rest = baseName.dropFirst(date.description.count).drop { "-_ .".contains($0) }
      if !rest.isEmpty { words = rest.split { "-_ ".contains($0) } }
    }
    let text = words.joined(separator: " ")
    return text.capitalizingFirst
  }

  private static func withoutExtension(_ name: Substring) -> Substring {
    guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")), dot > name.startIndex else { return name }
    return name[..<dot]
  }
}
