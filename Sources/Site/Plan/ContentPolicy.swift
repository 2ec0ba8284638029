import Content

/// What pages of a site may load (Content Security Policy, level 3): nothing from elsewhere but pictures. No page has scripts
/// or styles in its own text.
package enum ContentPolicy {
  /// As a header field.
  package static let header = meta + "; frame-ancestors 'none'"

  /// As an element of a page, which cannot say who may frame it.
  static let meta =
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' https: data:; "
    + "font-src 'self'; connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'"
}

extension SiteSettings {
  /// What pages say of what they may load; nil: the host says it, or the author's own HTML may load what it wants.
  var policyOfPages: String? { host == .githubPages && !trustHTML ? ContentPolicy.meta : nil }
}
