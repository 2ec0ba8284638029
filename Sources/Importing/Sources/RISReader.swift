import Foundation
import Text

/// Reads the records of an RIS file, as EndNote, Zotero and library catalogues write it, as items of CSL-JSON.
package enum RISReader {
  /// The items, in the order of the file; each as the members of its JSON object. A record without a type is read, too.
  package static func items(_ text: String) -> [[String: Any]] {
    var items: [[String: Any]] = []
    var fields: [(tag: String, value: String)] = []
    var keys: [String: Int] = [:]
    func finish() {
      defer { fields = [] }
      guard fields.contains(where: { $0.tag != "TY" }) else { return }
      var item = item(fields)
      if item["id"] == nil {
        let key = key(of: fields)
        let count = keys[key, default: 0] + 1
        keys[key] = count
        item["id"] = count == 1 ? key : "\(key)-\(count)"
      }
      items.append(item)
    }
    for line in text.split(whereSeparator: \.isNewline) {
      guard let (tag, value) = field(line) else {
        // A line without a tag continues the last value.
        if let last = fields.indices.last { fields[last].value += " " + line.trimmingWhitespace }
        continue
      }
      switch tag {
      case "ER": finish()
      case "TY":
        finish()
        fields.append((tag, value))
      default: if !value.isEmpty { fields.append((tag, value)) }
      }
    }
    finish()
    return items
  }

  /// A tag of two letters or digits, white space, a hyphen, and the value.
  private static func field(_ line: Substring) -> (tag: String, value: String)? {
    let line = line.drop { $0 == "\u{FEFF}" }
    let tag = line.prefix(2)
    let rest = line.dropFirst(2)
    guard tag.count == 2, tag.allSatisfy({ $0.isASCII && ($0.isUppercase || $0.isNumber) }),
      tag.first?.isUppercase == true, rest.first?.isWhitespace == true
    else { return nil }
    let mark = rest.drop(while: \.isWhitespace)
    guard mark.first == "-", mark.dropFirst().first?.isWhitespace != false else { return nil }
    return (String(tag), String(mark.dropFirst().trimmingWhitespace))
  }

  private static func item(_ fields: [(tag: String, value: String)]) -> [String: Any] {
    func first(_ tags: String...) -> String? {
      for tag in tags {
        if let field = fields.first(where: { $0.tag == tag }) { return field.value }
      }
      return nil
    }
    var item: [String: Any] = ["type": types[first("TY") ?? ""] ?? "document"]
    let authors = fields.filter { ["AU", "A1"].contains($0.tag) }.map { name($0.value) }
    if !authors.isEmpty { item["author"] = authors }
    let texts: [(String, String?)] = [
      ("title", first("TI", "T1", "CT", "BT")), ("container-title", first("T2", "JO", "JF", "JA")),
      ("publisher", first("PB")), ("publisher-place", first("CY", "PP")), ("URL", first("UR", "LK")),
      ("DOI", first("DO")), ("language", first("LA")), ("volume", first("VL")), ("issue", first("IS")),
      ("note", first("N1")), ("abstract", first("AB", "N2")), ("page", pages(first("SP"), first("EP"))),
    ]
    for (key, value) in texts { if let value { item[key] = value } }
    if let date = first("DA", "PY", "Y1").flatMap(date) { item["issued"] = date }
    if let date = first("Y2").flatMap(date) { item["accessed"] = date }
    if let key = first("ID", "AN") { item["id"] = key }
    return item
  }

  private static func pages(_ start: String?, _ end: String?) -> String? {
    guard let start else { return nil }
    guard let end, end != start, !start.contains("-") else { return start }
    return start + "-" + end
  }

  /// “Doe, Jane” as family and given name; a name without a comma as it is.
  private static func name(_ text: String) -> [String: Any] {
    let parts = text.split(separator: ",", maxSplits: 2).map { String($0.trimmingWhitespace) }
    guard parts.count > 1, let family = parts.first else { return ["literal": text] }
    return ["family": family, "given": parts[1]]
  }

  /// A date such as `2024/05/01/spring`, `2024-05-01` or `2024`.
  private static func date(_ text: String) -> [String: Any]? {
    let parts = text.split(whereSeparator: { $0 == "/" || $0 == "-" }).prefix(3).map {
      Int($0.trimmingWhitespace)
    }
    let numbers = parts.prefix { $0 != nil }.compactMap(\.self)
    guard let year = numbers.first, (1...9999).contains(year) else { return nil }
    return ["date-parts": [numbers]]
  }

  /// A key from the first author, the year and the title, for a record without one.
  private static func key(of fields: [(tag: String, value: String)]) -> String {
    func first(_ tags: [String]) -> String { fields.first { tags.contains($0.tag) }?.value ?? "" }
    let family = first(["AU", "A1"]).prefix { $0 != "," }.split(separator: " ").last ?? ""
    let year = first(["DA", "PY", "Y1"]).prefix(4)
    let title = first(["TI", "T1", "CT", "BT"]).split(separator: " ").first { $0.count > 3 } ?? ""
    let parts = [String(family), String(year), String(title)]
      .map { $0.lowercased().filter { $0.isLetter || $0.isNumber } }
    let key = parts.filter { !$0.isEmpty }.joined(separator: "-")
    return key.isEmpty ? "source" : key
  }

  private static let types: [String: String] = [
    "JOUR": "article-journal", "EJOUR": "article-journal", "MGZN": "article-magazine",
    "NEWS": "article-newspaper", "BOOK": "book", "EBOOK": "book", "EDBOOK": "book", "CHAP": "chapter",
    "ECHAP": "chapter", "CONF": "paper-conference", "CPAPER": "paper-conference", "THES": "thesis",
    "RPRT": "report", "GOVDOC": "report", "STAND": "standard", "BILL": "bill", "STAT": "legislation",
    "LEGAL": "legal_case", "CASE": "legal_case", "HEAR": "hearing", "PAT": "patent", "ELEC": "webpage",
    "BLOG": "post-weblog", "ICOMM": "webpage", "PCOMM": "personal_communication", "VIDEO": "motion_picture",
    "MPCT": "motion_picture", "SOUND": "song", "PAMP": "pamphlet", "DATA": "dataset", "MAP": "map",
    "UNPB": "manuscript", "ENCYC": "entry-encyclopedia", "DICT": "entry-dictionary",
  ]
}
