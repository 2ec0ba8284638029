import Content
import Text

/// Titles that programs give to documents without one.
enum GeneralTitle {
  private static let titles: Set<NameKey> = Set(
    [
      "Untitled", "Untitled Document", "Untitled-1", "Untitled spreadsheet", "Untitled presentation",
      "Document",
      "Document1", "New Page", "New Page 1", "Title", "Page title", "index", "Home", "Welcome",
      "Microsoft Word",
      "Unbenannt", "Unbenanntes Dokument", "Dokument1", "Neue Seite", "Sans titre", "Document sans titre",
      "Nouvelle page", "Без назви", "Документ без назви", "Новий документ", "Sin título",
      "Documento sin título",
      "Senza titolo", "Documento senza titolo", "Bez tytułu", "Dokument bez tytułu", "بدون عنوان",
      "مستند بدون عنوان",
      "无标题", "无标题文档", "未命名文档",
    ].map { NameKey($0) })

  /// Whether a title says nothing about the document.
  static func isGeneral(_ title: String) -> Bool {
    titles.contains(NameKey(title)) || title.hasPrefix("Microsoft Word - ")
  }

  /// Whether the name of a file is not a title: a hash, an identifier or the name of a temporary file.
  static func isGenerated(_ name: String) -> Bool {
    let parts = name.split { "-_. ".contains($0) }
    if isGeneral(name) || parts.isEmpty { return true }
    if ["tmp", "temp", "paste", "pasted", "clipboard", "stdin", "input", "download", "unnamed"].contains(
      parts[0].lowercased()), parts.dropFirst().allSatisfy({ $0.contains(where: \.isNumber) || $0.count < 3 })
    {
      return true
    }
    return parts.contains { part in
      let digits = part.count(where: \.isNumber)
      let isHexadecimal = part.allSatisfy { $0.isHexDigit }
      return (isHexadecimal && part.count >= 12 && digits >= 3)
        || (part.count >= 20 && digits >= 4 && part.allSatisfy { $0.isASCII })
    } || parts.joined().allSatisfy { $0.isHexDigit } && parts.joined().count >= 24
  }
}
