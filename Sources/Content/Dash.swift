/// The characters that authors (and their editors) write for a dash or a minus sign.
enum Dash {
  static func isDash(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x2D, 0x2010...0x2015, 0x2212, 0x207B, 0x2796, 0x2E3A, 0x2E3B, 0xFE58, 0xFE63, 0xFF0D: true
    default: false
    }
  }
}
