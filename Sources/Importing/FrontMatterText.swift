import Content
import Text

/// Writes the front matter of a report.
package enum FrontMatterText {
  /// The block with both its `---` lines, a line end at the end.
  static func text(title: String, date: PartialDate?) -> String {
    var lines = ["---", "title: " + scalar(title)]
    if let date { lines.append("date: \(date)") }
    return (lines + ["---"]).joined(separator: "\n") + "\n"
  }

  /// A YAML scalar: plain text, or in double quotes if a reader could misread plain text.
  package static func scalar(_ text: String) -> String {
    YAMLScalar.text(text, isInList: false)
  }
}
