import Foundation
import Importing
import Testing

@Suite("RIS files") struct RISReaderTests {
  @Test("give items of CSL-JSON") func items() throws {
    let text = """
      TY  - STAT\r
      ID  - law2024\r
      AU  - Dee, B.\r
      AU  - Parliament\r
      TI  - The law of\r
        the sea\r
      PB  - Gazette\r
      DA  - 2024/05/01/\r
      UR  - https://example.org/law\r
      ER  - \r
      \r
      TY  - NEWS\r
      T1  - A report\r
      A1  - Roe, Jane, Jr.\r
      PY  - 2023\r
      SP  - 4
      EP  - 9
      ER  -
      """
    let wanted =
      #"[{"URL":"https://example.org/law","author":[{"family":"Dee","given":"B."},{"literal":"Parliament"}],"#
      + #""id":"law2024","issued":{"date-parts":[[2024,5,1]]},"publisher":"Gazette","title":"The law of the sea","#
      + #""type":"legislation"},{"author":[{"family":"Roe","given":"Jane"}],"id":"roe-2023-report","#
      + #""issued":{"date-parts":[[2023]]},"page":"4-9","title":"A report","type":"article-newspaper"}]"#
    let items = try JSONSerialization.jsonObject(with: Data(wanted.utf8)) as? NSArray
    #expect(RISReader.items(text) as NSArray == items)
  }

  @Test(
    "that are broken give what can be read",
    arguments: [
      ("", 0), ("nothing\nhere", 0), ("TY  - BOOK", 0), ("TY  - BOOK\nTI  - A\nTY  - BOOK\nTI  - B", 2),
      ("TI  - A\nER  - ", 1), ("\u{FEFF}TY  - XXXX\nTI  - A\nDA  - soon\nER  - ", 1),
    ])
  func broken(text: String, count: Int) { #expect(RISReader.items(text).count == count) }

  @Test("have keys of their own, even if records without one look alike") func keys() {
    let record = "TY  - RPRT\nAU  - Doe, Jane\nTI  - The plan\nPY  - 2024\nER  - \n"
    let items = RISReader.items(record + record + record)
    let keys = items.compactMap { $0["id"] as? String }
    #expect(keys == ["doe-2024-plan", "doe-2024-plan-2", "doe-2024-plan-3"])
  }
}
