/// What Markdown files outside of `reports/`, `issues/`, `parties/` and `pages/` are: `documents:` in site.yml.
package enum DocumentKind: String, Sendable, Hashable, CaseIterable {
  case reports
  /// Pages at the address of their path, such as `/guide/settings/`; `README.md` and `index.md` are the page of their
  /// folder, as on code hosts.
  case pages
}
