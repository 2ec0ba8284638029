/// One file of a new site.
struct StarterFile: Sendable, Hashable {
  /// The path below the site's folder, with `/` between folders.
  let path: String
  let text: String
  /// Whether the file is executable.
  let isExecutable: Bool

  init(_ path: String, _ text: String, isExecutable: Bool = false) {
    self.path = path
    self.text = text
    self.isExecutable = isExecutable
  }
}
