import FileSystem
import Text

/// What a server sent for an address, whatever it says that it is.
struct FetchedPage: Sendable {
  let body: [UInt8]
  /// The value of the header `Content-Type`; empty without one.
  let type: String

  /// The text of a page, or why it cannot be read, as a clause for a message.
  enum Text: Sendable, Hashable {
    case text(String)
    case unreadable(String)
  }

  /// The text: of HTML, of plain text, or of a PDF file if `pdftotext` is installed. What the bytes are counts more than what
  /// the server calls them.
  func text() async -> Text {
    if body.allSatisfy({ $0 <= 0x20 }) { return .unreadable("it is empty") }
    if body.prefix(1024).firstRange(of: Array("%PDF-".utf8)) != nil { return await pdfText() }
    let encoding = encoding
    let isWide = encoding == .utf16LittleEndian || encoding == .utf16BigEndian
    if !isWide, body.contains(0) || encoding != .utf8 && !isCalledText {
      return .unreadable("it is not text, HTML or PDF")
    }
    let decoded = encoding.decoded(body[...])
    let text = isHTML(decoded) ? HTMLText.text(of: decoded) : decoded
    let isEmpty = !text.unicodeScalars.contains { $0.properties.isAlphabetic }
    return isEmpty ? .unreadable("it contains no text") : .text(text)
  }

  private func pdfText() async -> Text {
    guard await Programs.pdftotext.isInstalled() else {
      return .unreadable("it is a PDF file, and pdftotext is not installed (apt-get install poppler-utils)")
    }
    do {
      let output = try await Programs.pdftotext.run(
        ["-q", "-enc", "UTF-8", "-nopgbrk", "-", "-"], in: DiskPath("/"), input: body)
      let text = String(decoding: output, as: UTF8.self)
      let isEmpty = !text.unicodeScalars.contains { $0.properties.isAlphabetic }
      return isEmpty ? .unreadable("the PDF file contains no text, only pictures") : .text(text)
    } catch {
      return .unreadable("the PDF file cannot be read")
    }
  }

  private var mediaType: String {
    type.prefix { $0 != ";" }.lowercased().filter { !$0.isWhitespace }
  }

  private var isCalledText: Bool {
    let type = mediaType
    return type.isEmpty || type.hasPrefix("text/") || type.hasSuffix("xml") || type.hasSuffix("json")
  }

  private func isHTML(_ text: String) -> Bool {
    let start = text.prefix(2_000).lowercased()
    let isMarkup = ["<!doctype html", "<html", "<head", "<body"].contains(where: start.contains)
    if isMarkup { return true }
    return ["text/html", "application/xhtml+xml"].contains(mediaType)
      && text.prefix(100_000).contains { $0 == "<" || $0 == "&" }
  }

  /// As the header or the page says, if that can be; otherwise as the bytes look.
  private var encoding: TextEncoding {
    let found = TextEncoding(of: body)
    guard found != .utf8, found != .utf16LittleEndian, found != .utf16BigEndian else { return found }
    let head = String(decoding: body.prefix(2_048), as: UTF8.self).lowercased()
    for text in [type.lowercased(), head] {
      guard let range = text.firstRange(of: "charset=") else { continue }
      let name = text[range.upperBound...].drop { $0 == "\"" || $0 == "'" }
        .prefix { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
      if let named = Self.encodings[String(name)] { return named }
    }
    return found
  }

  private static let encodings: [String: TextEncoding] = [
    "iso-8859-1": .windows1252, "latin1": .windows1252, "us-ascii": .windows1252,
    "windows-1252": .windows1252,
    "cp1252": .windows1252, "iso-8859-15": .windows1252, "windows-1250": .windows1250,
    "iso-8859-2": .latin2, "windows-1251": .windows1251, "cp1251": .windows1251, "koi8-u": .koi8u,
    "koi8-r": .koi8u,
  ]
}
