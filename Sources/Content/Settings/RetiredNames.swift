/// Names in site.yml that earlier versions read and that have no effect now. They stay known, so that no site breaks.
enum RetiredNames {
  /// Below `page-kinds`, with what has taken their place.
  static let pageKinds = ["cards": "the card of a position opens on the page of its report"]
}
