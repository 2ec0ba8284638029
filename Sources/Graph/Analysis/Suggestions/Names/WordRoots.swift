/// Reduces the forms of a word to one: plural and singular, adjective and noun, spelling variants.
enum WordRoots {
  /// The common part of all forms of a word; not necessarily a word itself.
  static func root(_ word: String) -> String {
    let singular = irregular[word] ?? singular(word)
    return irregular[singular] ?? singular
  }

  /// The root without the ending of an adjective, so that “coastal” becomes “coast”; for names of several
  /// words, where confusion is unlikely.
  static func stem(_ root: String) -> String {
    root.utf8.count >= 7 && root.hasSuffix("al") ? String(root.dropLast(2)) : root
  }

  private static func singular(_ word: String) -> String {
    let count = word.utf8.count
    guard count > 3, word.hasSuffix("s") else { return word }
    if word.hasSuffix("ss") || word.hasSuffix("us") || word.hasSuffix("is") { return word }
    if word.hasSuffix("ies"), count > 4 { return word.dropLast(3) + "y" }
    let endsInHiss = ["ches", "shes", "sses", "xes", "zes"].contains { word.hasSuffix($0) }
    return String(word.dropLast(endsInHiss ? 2 : 1))
  }

  private static let irregular: [String: String] = [
    "african": "africa", "alpine": "alp", "andean": "ande", "asian": "asia", "atlantic": "atlantic",
    "balkan": "balkan", "caucasian": "caucasus", "crimean": "crimea", "european": "europe",
    "saharan": "sahara",
    "siberian": "siberia", "iberian": "iberia", "arabian": "arabia", "antarctica": "antarctic",
    "northern": "north", "southern": "south", "eastern": "east", "western": "west", "polar": "pole",
    "lunar": "moon", "central": "center", "peninsular": "peninsula", "maritime": "sea",
    "equatorial": "equator",
    "organisation": "organization", "labour": "labor", "defence": "defense", "centre": "center",
    "programme": "program", "harbour": "harbor", "behaviour": "behavior", "licence": "license",
    "demilitarisation": "demilitarization", "neutralisation": "neutralization",
    "localisation": "localization",
    "govt": "government", "gov": "government", "intl": "international", "dept": "department",
    "natl": "national",
    "people": "people", "men": "man", "women": "woman", "children": "child", "crises": "crisis",
    "bases": "base",
  ]
}
