import Content
import Editions

extension Edition {
  /// An edition for readers, made from a site of these files.
  ///
  /// - Parameters:
  ///   - month: the edition is made on its first day, in 2025.
  ///   - earlier: the editions that the site had then.
  static func of(
    _ files: [String: String], named name: String = "winter", month: Int = 2, earlier: [Edition] = []
  ) -> Edition {
    of(files, named: name, on: PartialDate(year: 2025, month: month, day: 1), earlier: earlier)
  }

  static func of(
    _ files: [String: String], named name: String = "winter", on day: PartialDate, earlier: [Edition] = []
  ) -> Edition {
    Edition(
      freezing: WrittenSite(files, editions: earlier).graph, name: name, date: day,
      origin: Edition.Origin(made: day, includesDrafts: false))
  }
}
