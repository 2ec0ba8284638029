/// Keys of front matter that other programs use.
package enum ForeignKeys {
  /// Keys of Jekyll, Hugo, Quartz, MkDocs, Docusaurus and Obsidian with its plugins that Standpoint does not read.
  private static let names: Set<String> = [
    "alias", "author", "banner", "canonical", "canonical_url", "cascade", "categories", "category",
    "collection",
    "comments", "cover", "created", "created_at", "creator", "cssclass", "cssclasses", "date created",
    "date modified", "description", "dg-home", "dg-publish", "enabletoc", "excalidraw-plugin", "excerpt",
    "featured", "featured_image", "featuredimage", "grand_parent", "has_children", "header", "headless",
    "hidden", "hide", "icon", "id", "image", "images", "kanban-plugin", "keywords", "lang", "language",
    "last_modified_at", "lastmod", "layout", "linktitle", "locale", "markup", "math", "mathjax", "menu",
    "mermaid",
    "modified", "nav_exclude", "nav_order", "nav_title", "next", "noindex", "outputs", "parent", "permalink",
    "pin",
    "position", "prev", "previous", "private", "pubdate", "publish", "publishdate", "published",
    "reading_time",
    "render", "resources", "robots", "search", "search_exclude", "series", "share", "share_link", "showtoc",
    "sidebar",
    "sidebar_label", "sidebar_position", "sitemap", "slides", "socialimage", "source", "source_url", "status",
    "sticky",
    "subtitle", "tag", "taxonomies", "template", "thumbnail", "toc", "topics", "type", "uid", "unlisted",
    "up",
    "updated_at", "url", "uuid", "version",
  ]

  /// The key of Standpoint that means the same, by the foreign one.
  private static let equivalents: [String: String] = [
    "alias": "aliases", "author": "authors", "creator": "authors", "category": "tags", "categories": "tags",
    "description": "summary", "excerpt": "summary", "keywords": "tags", "last_modified_at": "updated",
    "lastmod": "updated", "modified": "updated", "permalink": "redirects", "published": "draft",
    "publish": "draft", "tag": "tags", "topics": "tags", "url": "redirects", "pubdate": "date",
    "created": "date",
    "updated_at": "updated", "date modified": "updated", "created_at": "date", "date created": "date",
  ]

  /// Whether another program uses the key.
  static func isKnown(_ key: String) -> Bool { names.contains(key.lowercased()) }

  /// The key of Standpoint that means the same; nil: none does.
  package static func equivalent(of key: String) -> String? { equivalents[key.lowercased()] }

  /// Whether an entry says that its file is not for readers: `published: false`, `private: true` and the like.
  package static func isWithholding(_ key: String, _ value: String) -> Bool {
    let isTrue = ["true", "yes", "on"].contains(value.lowercased())
    let isFalse = ["false", "no", "off"].contains(value.lowercased())
    switch key.lowercased() {
    case "published", "publish", "dg-publish", "render": return isFalse
    case "private", "unlisted": return isTrue
    default: return false
    }
  }
}
