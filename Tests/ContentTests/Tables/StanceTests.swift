import Content
import Testing

@Suite("Marks and cells")
struct StanceTests {
  @Test(
    "every mark is read, with any dash or minus sign",
    arguments: [
      ("++", Stance.champions), ("+", .supports), ("~", .mixed), ("0", .neutral), ("-", .opposes),
      ("--", .redLine),
      ("−", .opposes), ("–", .opposes), ("−−", .redLine), ("––", .redLine), ("——", .redLine),
      ("-–", .redLine),
      (" + ", .supports), ("+ +", .champions), ("＋", .supports), ("－", .opposes),
    ])
  func marks(mark: String, stance: Stance) {
    #expect(Stance(mark: mark) == stance)
  }

  @Test(
    "anything else is not a mark", arguments: ["", "x", "+++", "---", "+-", "1", "—", "?", "++ yes", "00"])
  func noMarks(mark: String) {
    #expect(Stance(mark: mark) == nil)
  }

  @Test(
    "a cell is empty, silent or has words",
    arguments: [
      ("", CellText.empty), ("  ", .empty), ("—", .silent), ("-", .silent), (" – ", .silent), ("−", .silent),
      ("--", .silent), ("---", .silent), ("n/a", .silent), ("N/A", .silent), ("None", .words),
      ("— and more", .words),
      ("na", .words), ("----", .words), ("?", .words),
    ])
  func cells(text: String, reading: CellText) {
    #expect(CellText(text) == reading)
  }
}
