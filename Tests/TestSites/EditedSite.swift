import FileSystem
import Foundation
import TestSupport

/// A small site with many kinds of files and links, and an author who changes it at random.
package struct EditedSite {
  package let scratch: ScratchFolder
  private var random: SeededGenerator
  private var files: [String: String] = [:]
  private var originals: [String: String] = [:]

  package init(seed: UInt64) throws {
    scratch = try ScratchFolder()
    random = SeededGenerator(seed: seed)
    for number in 1...5 { files["reports/r\(number).md"] = Self.report(number) }
    files["issues/tolls.md"] = "---\ntitle: Tolls\naliases: [Road charges]\n---\nWhat [[Red]] asks for.\n"
    files["issues/ports.md"] = "---\ntitle: Ports\nbroader: [Tolls]\n---\n# Ports\n\n## Scope\n\nText.\n"
    files["parties/red.md"] = "---\ntitle: Red\nfrom: 2020\n---\nSee [[Tolls#Red]].\n"
    files["pages/about.md"] =
      "# About\n\n## Method\n\nSee [[Report 2#Costs]] and [[Tolls]].\n\n![[Report 3]]\n\n![[Ports#Scope]]\n"
    files["index.md"] = "Welcome. [[About#method]]\n"
    files["site.yml"] = Self.settings
    originals = files
    for (path, text) in files { try scratch.write("Content/" + path, text) }
    try scratch.write("Content/reports/map.svg", "<svg/>")
  }

  private static let settings =
    "title: Site\nbase-url: https://example.org/x/\nreview-after: 2 years\nfeeds: [Tolls]\n"

  private static func report(_ number: Int) -> String {
    """
    ---
    title: Report \(number)
    date: 2024-0\(number)-01
    core-issues: [Tolls]
    ---

    Red and Blue speak of Tolls. See [[Tolls#Blue]], [[Report \(number % 5 + 1)#Costs]] and [the map](map.svg).[^1]

    | Aspect | Red | Blue |
    |---|---|---|
    | Tolls | [+] Yes, in \(number) years | No |
    | Ports | — | [-] Never |

    ## Costs

    The costs of Ports are high.

    | Strategy | Purpose | Outcome |
    |---|---|---|
    | Wait | Time | Little |

    ```standpoint
    view: matrix
    ```

    [^1]: A source. https://example.org/\(number)

    """
  }

  /// Changes one file, or two, in some way; what has changed.
  package mutating func edit() throws -> (words: String, changes: FileChanges) {
    // Half of the time back to the start, or faults would pile up.
    if Bool.random(using: &random), let path = changed.randomElement(using: &random) {
      var changes = FileChanges()
      try put(path, originals[path], &changes)
      return ("\(path): as it was", changes)
    }
    let edits = Self.edits
    let edit = edits[Int(random.next(upperBound: UInt64(edits.count)))]
    var changes = FileChanges()
    var words: [String] = []
    for _ in 0...(random.next(upperBound: 8 as UInt64) == 0 ? 1 : 0) {
      let paths = files.keys.filter { $0.hasPrefix(edit.folder) && !$0.contains("new") }.sorted()
      let path = paths[Int(random.next(upperBound: UInt64(paths.count)))]
      let text = edit.change(files[path] ?? "")
      words.append("\(path): \(edit.name)")
      try put(path, text, &changes)
    }
    if random.next(upperBound: 20 as UInt64) == 0 {
      words.append("a file comes or goes")
      let path = "reports/new.md"
      try put(path, files[path] == nil ? Self.report(1).replacing("Report 1", with: "New") : nil, &changes)
    }
    return (words.joined(separator: "; "), changes)
  }

  private var changed: [String] { files.keys.filter { files[$0] != originals[$0] }.sorted() }

  private mutating func put(_ path: String, _ text: String?, _ changes: inout FileChanges) throws {
    files[path] = text
    changes.paths.insert(scratch.disk("Content/" + path).text)
    if let text {
      try scratch.write("Content/" + path, text)
    } else {
      try FileManager.default.removeItem(atPath: scratch.disk("Content/" + path).text)
    }
  }

  private struct Edit: Sendable {
    let name: String
    let folder: String
    let change: @Sendable (String) -> String

    /// Replaces the first `old` with `new`, or the other way round.
    init(_ old: String, _ new: String, in folder: String = "reports/") {
      name = "“\(old)” and “\(new)” change places"
      self.folder = folder
      change = { text in
        text.contains(new)
          ? text.replacing(new, with: old, maxReplacements: 1)
          : text.replacing(old, with: new, maxReplacements: 1)
      }
    }
  }

  /// The most common edits, made more often than others.
  private static let edits = textEdits + textEdits + textEdits + otherEdits

  private static let textEdits = [
    Edit("The costs of Ports are high.", "The costs are low."),
    Edit("The costs of Ports are high.", "Red says so.\n\nThe costs of Ports, Tolls and Blue are high."),
    Edit("Red and Blue speak", "A new first paragraph.\n\nRed and Blue speak"),
    Edit("in ", "in some, or "), Edit("[-] Never", "[--] Never"), Edit("No |", "No[^1] |"),
    Edit("See [[Tolls#Blue]]", "Do see [[Tolls#Blue]]"), Edit("## Costs", "## Costs\n\n### Costs"),
  ]

  private static let otherEdits: [Edit] = [
    Edit("## Costs", "## Price"),
    Edit("| [-] Never |", "|   |"),
    Edit("| — |", "| [~] Perhaps {as-of=2023} |"),
    Edit("| Ports |", "| Docks |"), Edit("| Ports |", "| Tolls | Again | Again |\n| Ports |"),
    Edit("| Red | Blue |", "| Red | Green |"), Edit("| Wait |", "| Wait longer |"),
    Edit("#Costs]]", "#Price]]"), Edit("[[Tolls#Blue]]", "[[Tolls#Green]]"), Edit("[^1]:", "[^2]:"),
    Edit("title: Report", "title: A report"), Edit("-01\n", "-20\n"),
    Edit("-01\n", "-01\nupdated: 2025-01-01\n"),
    Edit("-01\n", "-01\nreviewed: 2026-01-01\n"), Edit("-01\n", "-01\ndraft: true\n"),
    Edit("-01\n", "-01\nredirects: [/old/]\n"), Edit("[Tolls]\n", "[Tolls, Ports]\n"),
    Edit("[Tolls]\n", "[Tolls\n"), Edit("date: 2024", "date: 2034"),
    Edit("```standpoint", "> [!tension] [[Tolls#Red]]\n> Not so.\n\n```standpoint"),
    Edit("What", "Why, and what", in: "issues/"), Edit("Road charges", "Charges", in: "issues/"),
    Edit("broader: [Tolls]", "group: Sea", in: "issues/"), Edit("## Scope", "## Extent", in: "issues/"),
    Edit("See", "Do see", in: "parties/"), Edit("from: 2020", "from: 2030", in: "parties/"),
    Edit("## Method", "## Methods", in: "pages/"), Edit("Welcome", "Good day", in: "index.md"),
    Edit("title: Site", "title: Place", in: "site.yml"),
  ]
}
