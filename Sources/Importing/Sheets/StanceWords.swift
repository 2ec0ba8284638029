import Content

/// The words for stances in all languages that tables are read in, and the answers of questionnaires.
struct StanceWords: Sendable {
  static let all = StanceWords()

  private let stances: [NameKey: Stance]

  private init() {
    var stances: [NameKey: Stance] = [:]
    var ambiguous: Set<NameKey> = []
    for words in LanguageWords.languages.compactMap({ LanguageWords(language: $0) }) {
      for stance in Stance.allCases {
        for key in words[.stance(stance)].map({ NameKey($0) }) {
          if stances.updateValue(stance, forKey: key).map({ $0 != stance }) == true { ambiguous.insert(key) }
        }
      }
    }
    stances = stances.filter { !ambiguous.contains($0.key) }
    for (word, stance) in Self.answers { stances[NameKey(word)] = stances[NameKey(word)] ?? stance }
    self.stances = stances
  }

  /// Answers that are not stance words elsewhere.
  private static let answers: [String: Stance] = [
    "completely agree": .champions, "strongly agree": .champions, "totally agree": .champions,
    "fully agree": .champions, "strongly approve": .champions,
    "stimme voll zu": .champions, "stimme völlig zu": .champions, "stimme voll und ganz zu": .champions,
    "tout à fait d'accord": .champions, "totalmente de acuerdo": .champions,
    "completamente d'accordo": .champions, "zdecydowanie się zgadzam": .champions,
    "повністю погоджуюсь": .champions, "helemaal mee eens": .champions,
    "agree": .supports, "tend to agree": .supports, "somewhat agree": .supports, "approve": .supports,
    "yes": .supports, "stimme zu": .supports, "stimme eher zu": .supports, "plutôt d'accord": .supports,
    "d'accord": .supports, "de acuerdo": .supports, "más bien de acuerdo": .supports,
    "d'accordo": .supports, "tendenzialmente d'accordo": .supports, "raczej się zgadzam": .supports,
    "погоджуюсь": .supports, "швидше погоджуюсь": .supports, "mee eens": .supports,
    "tend to disagree": .opposes, "somewhat disagree": .opposes, "disagree": .opposes, "reject": .opposes,
    "no": .opposes, "stimme nicht zu": .opposes, "stimme eher nicht zu": .opposes,
    "plutôt pas d'accord": .opposes, "pas d'accord": .opposes, "en desacuerdo": .opposes,
    "más bien en desacuerdo": .opposes, "in disaccordo": .opposes,
    "tendenzialmente in disaccordo": .opposes, "raczej się nie zgadzam": .opposes,
    "не погоджуюсь": .opposes, "швидше не погоджуюсь": .opposes, "mee oneens": .opposes,
    "completely disagree": .redLine, "strongly disagree": .redLine, "totally disagree": .redLine,
    "strongly reject": .redLine,
    "stimme gar nicht zu": .redLine, "stimme überhaupt nicht zu": .redLine,
    "pas du tout d'accord": .redLine, "totalmente en desacuerdo": .redLine,
    "completamente in disaccordo": .redLine, "zdecydowanie się nie zgadzam": .redLine,
    "повністю не погоджуюсь": .redLine, "helemaal mee oneens": .redLine,
  ]
  private static let noAnswers: Set<String> = [
    "no opinion", "skip", "no answer", "don't know", "no position", "keine antwort", "keine meinung",
    "weiß nicht", "sans réponse", "sans opinion", "sin opinión", "sin respuesta", "nessuna opinione",
    "nessuna risposta", "brak opinii", "brak odpowiedzi", "немає думки", "без відповіді", "geen mening",
  ]

  /// nil: the word is none, or means different stances in different languages.
  func stance(_ word: String) -> Stance? { stances[NameKey(word)] }

  /// Whether an answer says that there is none.
  static func isNoAnswer(_ word: String) -> Bool { noAnswers.contains(NameKey(word).text) }
}
