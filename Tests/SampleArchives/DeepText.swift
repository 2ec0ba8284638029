import Content
import Markdown

/// Any value as text, member by member, so that two values can be compared completely, whatever their types.
package struct DeepText {
  private var lines: [String] = []

  /// One line per member, with its path. Sets and dictionaries are sorted.
  package static func of(_ value: Any) -> String {
    var text = DeepText()
    text.add(value, "")
    return text.lines.joined(separator: "\n")
  }

  private mutating func add(_ value: Any, _ path: String) {
    switch value {
    case is SiteSettings: return
    case let document as Document:
      lines.append("\(path): \(String(decoding: document.text, as: UTF8.self)) \(document.nodes)")
    case let text as String: lines.append("\(path): \(text)")
    default:
      let mirror = Mirror(reflecting: value)
      switch mirror.displayStyle {
      case .set, .dictionary:
        lines += mirror.children.map { DeepText.of($0.value) }.sorted().map { "\(path)[] \($0)" }
      case .collection:
        lines.append("\(path): \(mirror.children.count) elements")
        addChildren(of: mirror, path)
      default:
        if mirror.children.isEmpty {
          lines.append("\(path): \(value)")
        } else {
          addChildren(of: mirror, path)
        }
      }
    }
  }

  private mutating func addChildren(of mirror: Mirror, _ path: String) {
    for (index, child) in mirror.children.enumerated() {
      add(child.value, path + "." + (child.label ?? String(index)))
    }
  }
}
