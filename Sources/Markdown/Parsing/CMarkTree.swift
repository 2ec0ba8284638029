import CArena
import CMark
import Text

/// The library that parses CommonMark.
package enum CommonMarkLibrary {
  /// Its version, such as `0.30.2`.
  package static var version: String { String(cString: cmark_version_string()) }
}

/// A tree of libcmark. Only this file calls libcmark.
///
/// A visitor copies the C tree with an iterator, so deep nesting costs no stack. The tree is allocated in an arena of the
/// thread that parses, which is freed with this value: a tree must not move to another thread.
struct CMarkTree: ~Copyable {
  private let root: OpaquePointer
  /// The functions by which libcmark allocates memory; libcmark keeps a pointer to them.
  private let memory: UnsafeMutablePointer<cmark_mem>
  /// Whether the text contains `&#`. libcmark decodes `&#65534;` and `&#65535;` as the bytes 0xFE and 0xFF.
  private let hasNumericReferences: Bool

  /// Parses `bytes`, which must be valid UTF-8 without NUL; nil only if libcmark runs out of memory.
  init?(_ bytes: [UInt8], smartPunctuation: Bool) {
    let options = CMARK_OPT_SOURCEPOS | (smartPunctuation ? CMARK_OPT_SMART : CMARK_OPT_DEFAULT)
    hasNumericReferences = Self.hasNumericReferences(bytes)
    memory = .allocate(capacity: 1)
    memory.initialize(
      to: cmark_mem(
        calloc: standpoint_arena_calloc, realloc: standpoint_arena_realloc, free: standpoint_arena_free))
    standpoint_arena_enter()
    guard let parser = cmark_parser_new_with_mem(options, memory), let parsed = Self.parse(bytes, parser)
    else {
      standpoint_arena_leave()
      memory.deallocate()
      return nil
    }
    root = parsed
  }

  deinit {
    standpoint_arena_leave()
    memory.deallocate()
  }

  private static func hasNumericReferences(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBytes { bytes in
      let search = ByteSearch(ASCII.ampersand)
      var index = search.next(in: bytes, from: 0)
      while index + 1 < bytes.count {
        if bytes[index + 1] == ASCII.hash { return true }
        index = search.next(in: bytes, from: index + 1)
      }
      return false
    }
  }

  private static func parse(_ bytes: [UInt8], _ parser: OpaquePointer) -> OpaquePointer? {
    bytes.withUnsafeBytes { buffer in
      cmark_parser_feed(parser, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), buffer.count)
    }
    return cmark_parser_finish(parser)
  }

  /// Calls `visitor` for every node in pre-order until it returns false.
  func walk(_ visitor: inout some CMarkVisitor) {
    guard let iterator = cmark_iter_new(root) else { return }
    defer { cmark_iter_free(iterator) }
    while true {
      let event = cmark_iter_next(iterator)
      guard event != CMARK_EVENT_DONE, let pointer = cmark_iter_get_node(iterator) else { return }
      let node = CMarkNode(pointer: pointer, mayHoldInvalidUTF8: hasNumericReferences)
      let goesOn = event == CMARK_EVENT_ENTER ? visitor.enter(node) : visitor.leave(node)
      guard goesOn else { return }
    }
  }
}

/// Visits the nodes of a tree.
protocol CMarkVisitor {
  /// Called before the children of a node, and for nodes that cannot have children; false ends the walk.
  mutating func enter(_ node: borrowing CMarkNode) -> Bool
  /// Called after the children of a node that can have children; false ends the walk.
  mutating func leave(_ node: borrowing CMarkNode) -> Bool
}

/// A node of a tree, valid while the tree is walked.
struct CMarkNode: ~Copyable {
  fileprivate let pointer: OpaquePointer
  /// Whether texts may contain the bytes 0xFE and 0xFF, which become U+FFFD.
  fileprivate let mayHoldInvalidUTF8: Bool

  /// The kind of node; never one of our extensions.
  var kind: NodeKind {
    switch cmark_node_get_type(pointer) {
    case CMARK_NODE_DOCUMENT: .document
    case CMARK_NODE_BLOCK_QUOTE: .blockQuote
    case CMARK_NODE_LIST:
      cmark_node_get_list_type(pointer) == CMARK_ORDERED_LIST ? .orderedList : .bulletList
    case CMARK_NODE_ITEM: .listItem
    case CMARK_NODE_CODE_BLOCK: .codeBlock
    case CMARK_NODE_HTML_BLOCK: .htmlBlock
    case CMARK_NODE_HEADING: .heading
    case CMARK_NODE_THEMATIC_BREAK: .thematicBreak
    case CMARK_NODE_TEXT: .text
    case CMARK_NODE_SOFTBREAK: .softBreak
    case CMARK_NODE_LINEBREAK: .lineBreak
    case CMARK_NODE_CODE: .code
    case CMARK_NODE_HTML_INLINE: .htmlInline
    case CMARK_NODE_EMPH: .emphasis
    case CMARK_NODE_STRONG: .strong
    case CMARK_NODE_LINK: .link
    case CMARK_NODE_IMAGE: .image
    default: .paragraph
    }
  }

  var level: Int { Int(cmark_node_get_heading_level(pointer)) }
  var listStart: Int { Int(cmark_node_get_list_start(pointer)) }
  var isTight: Bool { cmark_node_get_list_tight(pointer) != 0 }
  /// The place: 1-based lines and byte columns, including the end; 0 if libcmark does not know it.
  var startLine: Int { Int(cmark_node_get_start_line(pointer)) }
  var startColumn: Int { Int(cmark_node_get_start_column(pointer)) }
  var endLine: Int { Int(cmark_node_get_end_line(pointer)) }
  var endColumn: Int { Int(cmark_node_get_end_column(pointer)) }

  /// The line and column of the start of the first child; nil if there is none or it is a line break.
  var firstChildStart: (line: Int, column: Int)? {
    guard let child = cmark_node_first_child(pointer) else { return nil }
    let line = Int(cmark_node_get_start_line(child))
    return line > 0 ? (line, Int(cmark_node_get_start_column(child))) : nil
  }

  /// The number of lines of link definitions at the start of a paragraph: its lines apart from those of its inlines.
  ///
  /// - Parameter last: its last line that has more than white space, which libcmark leaves out of the inlines.
  func linesOfDefinitions(until last: Int) -> Int {
    var leaves = LeafLines(first: startLine)
    var next = cmark_node_first_child(pointer)
    while let node = next, node != pointer {
      if let child = cmark_node_first_child(node) {
        next = child
        continue
      }
      leaves.read(node)
      var last = node
      while last != pointer, cmark_node_next(last) == nil { last = cmark_node_parent(last) ?? pointer }
      next = last == pointer ? nil : cmark_node_next(last)
    }
    return leaves.count > 0 ? max(0, last - leaves.line - leaves.uncounted) : 0
  }

  /// Counts the lines of the inlines of a paragraph.
  private struct LeafLines {
    /// The last line that libcmark has counted.
    var line: Int
    /// The number of line ends that it has not counted.
    var uncounted = 0
    /// The number of leaves apart from line ends.
    var count = 0
    private var breaks = 0

    init(first line: Int) { self.line = line }

    mutating func read(_ leaf: OpaquePointer) {
      switch cmark_node_get_type(leaf) {
      case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK: breaks += 1
      default:
        count += 1
        let start = Int(cmark_node_get_start_line(leaf))
        if start > 0 {
          uncounted += max(0, breaks - (start - line))
          line = Int(cmark_node_get_end_line(leaf))
        }
        breaks = 0
      }
    }
  }

  func withLiteral<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    with(cmark_node_get_literal(pointer), body)
  }
  func withInfo<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    with(cmark_node_get_fence_info(pointer), body)
  }
  func withDestination<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    with(cmark_node_get_url(pointer), body)
  }
  func withTitle<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    with(cmark_node_get_title(pointer), body)
  }

  private func with<Result>(
    _ text: UnsafePointer<CChar>?, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    guard let text else { return body(UnsafeBufferPointer(start: nil, count: 0)) }
    let count = standpoint_text_length(text)
    return text.withMemoryRebound(to: UInt8.self, capacity: count) {
      let bytes = UnsafeBufferPointer(start: $0, count: count)
      guard mayHoldInvalidUTF8, bytes.contains(where: { $0 >= 0xFE }) else { return body(bytes) }
      return Self.replacingInvalid(bytes).withUnsafeBufferPointer(body)
    }
  }

  /// The bytes with U+FFFD in place of each 0xFE and 0xFF.
  private static func replacingInvalid(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    bytes.flatMap { $0 >= 0xFE ? [0xEF, 0xBF, 0xBD] : [$0] }
  }
}
