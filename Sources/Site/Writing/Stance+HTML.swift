import Content

extension Stance {
  /// The mark and the word, as pages show a stance; the colour comes from the class.
  var html: StaticString {
    switch self {
    case .champions:
      """
      <span class="stance stance-champions"><span class="mark" aria-hidden="true">++</span> Champions</span>
      """
    case .supports:
      """
      <span class="stance stance-supports"><span class="mark" aria-hidden="true">+</span> Supports</span>
      """
    case .mixed:
      """
      <span class="stance stance-mixed"><span class="mark" aria-hidden="true">~</span> Mixed</span>
      """
    case .neutral:
      """
      <span class="stance stance-neutral"><span class="mark" aria-hidden="true">0</span> Neutral</span>
      """
    case .opposes:
      """
      <span class="stance stance-opposes"><span class="mark" aria-hidden="true">−</span> Opposes</span>
      """
    case .redLine:
      """
      <span class="stance stance-red-line"><span class="mark" aria-hidden="true">−−</span> Red line</span>
      """
    }
  }
}
