import Testing

@testable import Content

@Suite("The order of names") struct NameOrderTests {
  @Test(
    "is that of the language’s alphabet",
    arguments: [
      (
        "en", "Åland, Eclair, Éclair, Ecuador, Zebra, Über-Zebra, Дніпро",
        "Åland, Eclair, Éclair, Ecuador, Über-Zebra, Zebra, Дніпро"
      ),
      (
        "de", "Zypern, Österreich, Oslo, Ötztal, Straße, Strasse 2, Stratege",
        "Oslo, Österreich, Ötztal, Straße, Strasse 2, Stratege, Zypern"
      ),
      (
        "fr", "Zambie, Égypte, Éthiopie, Eswatini, Cœur, Coda, Cofre",
        "Coda, Cœur, Cofre, Égypte, Eswatini, Éthiopie, Zambie"
      ),
      (
        "uk", "NATO, Яблуко, Ґанок, Гора, Дім, Їжак, Йод, Іва, Ива, Євро, Енергія, Жито",
        "Гора, Ґанок, Дім, Енергія, Євро, Жито, Ива, Іва, Їжак, Йод, Яблуко, NATO"
      ),
      ("sv", "Zon, Ödla, Ål, Äpple, Apa", "Apa, Zon, Ål, Äpple, Ödla"),
      ("da", "Zone, Åben, Ægir, Øst, Anden", "Anden, Zone, Ægir, Øst, Åben"),
      ("es", "Nube, Ñandú, Nzema, Oca", "Nube, Nzema, Ñandú, Oca"),
      ("cs", "Chata, Hrad, Cukr, Čas, Duha, Ill", "Cukr, Čas, Duha, Hrad, Chata, Ill"),
      ("pl", "Łódź, Lublin, Lwów, Mława, Ćma, Cyna", "Cyna, Ćma, Lublin, Lwów, Łódź, Mława"),
      ("ar", "Zebra, ب, أحمد, اب", "اب, أحمد, ب, Zebra"),
      ("sr", "Љубав, Лав, Мир, Њива, Нил, Zet", "Лав, Љубав, Мир, Нил, Њива, Zet"),
      ("sr-Latn", "Žaba, Zora, Đak, Dan, Ena", "Dan, Đak, Ena, Zora, Žaba"),
    ])
  func alphabets(_ language: String, names: String, sorted: String) {
    let order = NameOrder(language: language).sorted(names.split(separator: ", ").map(String.init))
    #expect(order.joined(separator: ", ") == sorted)
  }

  @Test("is the same for plain names in every language", arguments: ["en", "de", "uk", "ja", "x1"])
  func plain(_ language: String) {
    let names = ["Port 10", "port 2", "Port-Au", "Portage", "Red", "red line", "Zoo"]
    let keys = names.map { NameKey($0) }
    let order = NameOrder(language: language).order(keys) { $0 < $1 }
    #expect(order == keys.indices.sorted { keys[$0] < keys[$1] })
    #expect(
      order.map { names[$0] } == NameOrder(language: language).sorted(names + ["Ä"]).filter { $0 != "Ä" })
  }

  @Test("sorts equal names by their tie") func ties() {
    let keys = [NameKey("É"), NameKey("a"), NameKey("é")]
    #expect(NameOrder(language: "fr").order(keys) { $0 > $1 } == [1, 2, 0])
  }

  @Test(
    "and plural forms follow the rules of the CLDR",
    arguments: [
      ("en", "0 other, 1 one, 2 other"), ("fr", "0 one, 1 one, 2 other"), ("pt-PT", "0 other, 1 one"),
      ("ja", "1 other"),
      ("uk", "0 many, 1 one, 2 few, 4 few, 5 many, 11 many, 12 many, 21 one, 22 few, 112 many, 121 one"),
      ("hr", "1 one, 3 few, 5 other, 11 other, 21 one"), ("pl", "1 one, 2 few, 5 many, 21 many, 22 few"),
      ("cs", "1 one, 3 few, 5 other, 22 other"), ("sl", "1 one, 2 two, 3 few, 5 other, 101 one, 104 few"),
      ("lt", "1 one, 9 few, 10 other, 11 other, 21 one"), ("lv", "0 zero, 1 one, 2 other, 11 zero, 21 one"),
      ("ro", "0 few, 1 one, 19 few, 20 other, 101 few"), ("mk", "1 one, 11 other, 21 one"),
      ("ar", "0 zero, 1 one, 2 two, 3 few, 10 few, 11 many, 99 many, 100 other, 103 few"),
      ("he", "1 one, 2 two, 3 other"),
      ("ga", "1 one, 2 two, 6 few, 7 many, 11 other"), ("cy", "0 zero, 1 one, 2 two, 3 few, 6 many, 7 other"),
      ("mt", "0 few, 1 one, 2 two, 10 few, 11 many, 20 other"),
    ])
  func plurals(_ language: String, forms: String) {
    let rule = PluralRule(language: language)
    for pair in forms.split(separator: ", ") {
      let parts = pair.split(separator: " ")
      #expect(rule.form(of: Int(parts[0]) ?? -1).rawValue == parts[1], "\(language): \(pair)")
    }
    for count in 0...200 { #expect(rule.forms.contains(rule.form(of: count))) }
  }
}
