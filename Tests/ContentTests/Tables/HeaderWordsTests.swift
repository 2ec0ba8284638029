import Testing

@testable import Content

@Suite("Names of parties in headers")
struct HeaderWordsTests {
  private let words = HeaderWords(TableWords())

  @Test(
    "drop a generic last word for readers, and “Government” for matching",
    arguments: [
      ("Russian Position", "Russian", "russian"), ("Russian Government", "Russian Government", "russian"),
      ("Russian Government Position", "Russian Government", "russian"), ("U.S. position", "U.S.", "us"),
      ("United States", "United States", "united states"),
      ("Trump Administration", "Trump Administration", "trump administration"),
      ("Russia – Position", "Russia", "russia"),
      ("Position of Russia", "Position of Russia", "position of russia"),
      ("  EU   views ", "EU", "eu"),
    ])
  func names(header: String, shown: String, key: String) {
    #expect(words.partyName(header).shown == shown)
    #expect(words.partyName(header).key.text == key)
  }

  @Test("are never reduced to nothing", arguments: ["Position", "Government", "Stance ", "– View"])
  func nothing(header: String) {
    let name = words.partyName(header)
    #expect(!name.shown.isEmpty)
    #expect(!name.key.isEmpty)
  }

  @Test("drop the words that a site sets, including phrases of several words")
  func ownWords() {
    var table = TableWords()
    table[.suffixes] = ["point of view"]
    table[.matchingSuffixes] = ["republic"]
    let words = HeaderWords(table)
    #expect(words.partyName("Czech Republic point of view").shown == "Czech Republic")
    #expect(words.partyName("Czech Republic point of view").key == NameKey("Czech"))
    #expect(words.partyName("Russian Position").shown == "Russian Position")
  }

  @Test(
    "mean the same party whatever the gender of their adjectives, where the noun comes first",
    arguments: [
      ("fr", "Position russe", "Gouvernement russe"), ("fr", "Position américaine", "Gouvernement américain"),
      ("fr", "Position ukrainienne", "Gouvernement ukrainien"), ("fr", "Position de la Russie", "Russie"),
      ("fr", "Position de l’Ukraine", "Ukraine"), ("fr", "Point de vue turque", "Gouvernement turc"),
      ("uk", "Позиція російська", "Уряд російський"), ("uk", "Позиція німецька", "Уряд німецький"),
      ("es", "Posición rusa", "Gobierno ruso"), ("it", "Posizione americana", "Governo americano"),
      ("pl", "Stanowisko rosyjskie", "Rząd rosyjski"),
    ])
  func nounFirst(language: String, one: String, other: String) {
    let words = HeaderWords(TableWords(language: language))
    #expect(words.partyName(one).key == words.partyName(other).key)
    #expect(words.partyName(one).shown == one)
  }

  @Test("that differ in more than a gender stay different where the noun comes first")
  func nounFirstDifferent() {
    let words = HeaderWords(TableWords(language: "fr"))
    #expect(words.partyName("Position russe").key != words.partyName("Position ukrainienne").key)
    #expect(words.partyName("Position").key == NameKey("Position"))
    #expect(self.words.partyName("Position russe").key == NameKey("Position russe"))
  }

  @Test("are not parties if they are in the list of other headers")
  func mayBeParty() {
    #expect(words.mayBeParty("Russia"))
    for header in ["", " ", "Status", "expected outcome", "NOTES", "Source."] {
      #expect(!words.mayBeParty(header))
    }
  }

  @Test(
    "a corner is an axis word with signs, numbers and words such as “key” around it",
    arguments: [
      ("en", "Issue:"), ("en", "Issue ↓ / Party →"), ("en", "No. / Issue"), ("en", "Issues at stake"),
      ("en", "Most important open questions"), ("en", "Policy question"), ("en", "Issue area"),
      ("en", "Core issue"), ("de", "Zentrale Streitpunkte"), ("de", "Nr./Thema"),
      ("fr", "Points clés en suspens"),
      ("it", "Questioni aperte"), ("es", "Temas pendientes"), ("pl", "Główne kwestie sporne"),
      ("uk", "Невирішені питання"), ("ar", "القضايا العالقة"), ("zh", "主要议题"), ("zh", "争议焦点"),
    ])
  func corners(language: String, corner: String) {
    let words = HeaderWords(TableWords(language: language))
    #expect(words.isAxis(NameKey(corner)), "\(corner)")
    #expect(!words.isParty(NameKey(corner)), "\(corner)")
  }

  @Test(
    "a corner of other words is none",
    arguments: [
      "Umfrage", "Party / Issue", "Key", "Open", "Key Party", "Country", "", "#", "→", "Issue in Ohio",
    ])
  func otherCorners(corner: String) {
    #expect(!HeaderWords(TableWords(language: "de")).isAxis(NameKey(corner)), "\(corner)")
  }

  @Test(
    "a header that is put together from words for columns names no party",
    arguments: [
      "Current text", "Proposed text", "Phase 1", "Option B", "Q1 2024", "Arguments for", "Pros / Cons",
      "Short-term measures", "For", "Against", "Delivery time", "Legal act",
      "Date and time".replacing(" and", with: " /"),
      "Verdict", "Assignee", "Milestone", "True", "False",
    ])
  func composed(header: String) { #expect(!words.mayBeParty(header), "\(header)") }

  @Test(
    "names of parties stay",
    arguments: [
      "National Party", "New Party", "Action Party", "For the People", "People Before Profit", "Government",
      "Opposition", "Law & Justice", "Commission", "Council", "Change UK", "The Left", "Party A", "Group 2",
      "Committee", "Ministry", "Supporters", "National", "ACT", "Team A",
    ])
  func parties(header: String) { #expect(words.mayBeParty(header), "\(header)") }

  @Test("headings may name an issue that could not be a party") func headings() {
    #expect(words.mayBeIssue("Short-term measures") && !words.mayBeIssue("Measures"))
  }

  @Test("of columns for countries and parties, the parties count") func countries() {
    func column(_ header: String...) -> Int? { words.partyColumn(header.map { NameKey($0) }) }
    #expect(column("Country", "Party", "Issue") == 1)
    #expect(column("Party", "Country", "Issue") == 0)
    #expect(column("Issue", "Country", "Position") == 1)
    #expect(column("Issue", "Position") == nil)
  }
}
