import Publishing
import Text

/// What `standpoint` prints without a command: what the folder is, and what to do next.
enum FirstSteps {
  static func text(_ purpose: FolderPurpose) -> String {
    let (title, steps) = words(purpose)
    let width = steps.map(\.command.count).max() ?? 0
    let lines = steps.map { step in
      let space = String(repeating: " ", count: width - step.command.count)
      return "  \(step.command)\(space)   \(step.purpose)\n"
    }
    return title + "\n\n" + lines.joined()
      + "\nAll commands: standpoint help\nOptional programs: standpoint doctor\n"
  }

  private static func words(
    _ purpose: FolderPurpose
  ) -> (title: String, steps: [(command: String, purpose: String)]) {
    switch purpose {
    case .site(let content, let documents, let isBuilt):
      let publish = isBuilt ? [("standpoint publish", "publish the built site")] : []
      return (
        "This folder holds a site: \(documents.counted("Markdown file")) in \(content.shown == "." ? "it" : content.shown).",
        [
          ("standpoint serve --open", "preview it while you write"),
          ("standpoint new report \"TITLE\"", "add a report"),
          ("standpoint check", "find mistakes"), ("standpoint build", "write the site to Public"),
        ] + publish
      )
    case .insideSite(let site):
      return (
        "This folder is inside the content of the site “\(site.text)”. Go there first:",
        [("cd \(ShellWord.quoted(site.text))", "then run standpoint again")]
      )
    case .notes(let documents):
      return (
        "This folder has \(documents.counted("Markdown file")), and can be built as it is.",
        [
          ("standpoint serve --open", "look at it as a site; nothing is written"),
          ("standpoint check --explain-tables", "see how each table is read"),
          ("standpoint build", "write the site to Public"),
          ("standpoint import . --site FOLDER", "copy the notes to a new site in FOLDER, in clean Markdown"),
        ]
      )
    case .empty, .other:
      return (
        purpose == .empty ? "This folder is empty." : "This folder has no Markdown files.",
        [
          ("standpoint init my-briefing", "create a small site that works, in a new folder"),
          ("standpoint build FOLDER", "build a folder of Markdown files as it is"),
          ("standpoint import FILE", "turn a document or spreadsheet into a report"),
        ]
      )
    }
  }
}
