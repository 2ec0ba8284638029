/// One file of a new site.
struct StarterFile: Sendable, Hashable {
  /// Path below the site's folder, `/` between folders.
  let path: String
  let text: String
  /// People and programs may run it.
  let isExecutable: Bool

  init(_ path: String, _ text: String, isExecutable: Bool = false) {
    self.path = path
    self.text = text
    self.isExecutable = isExecutable
  }
}
