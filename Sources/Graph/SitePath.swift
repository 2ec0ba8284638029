/// What the path of a copied file says about it.
package enum SitePath {
  /// Browsers show it as an image, by its suffix.
  package static func isImage(_ path: String) -> Bool {
    guard let dot = path.lastIndex(of: ".") else { return false }
    return ["png", "jpg", "jpeg", "gif", "svg", "webp", "avif"]
      .contains(path[path.index(after: dot)...].lowercased())
  }
}
