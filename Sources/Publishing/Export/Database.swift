import CSQLite

/// An SQLite database that is being written. It is closed when the last reference to it goes.
final class Database {
  private let handle: OpaquePointer

  /// Opens the file at `path`, or creates it. Foreign keys are checked.
  init(path: String) throws(DatabaseError) {
    var handle: OpaquePointer?
    let code = sqlite3_open_v2(path, &handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nil)
    guard let handle else { throw DatabaseError(code) }
    self.handle = handle
    try check(code)
    try execute("PRAGMA foreign_keys = ON")
  }

  deinit {
    // A statement that still lives keeps the database open until it goes.
    sqlite3_close_v2(handle)
  }

  /// Executes statements, separated by semicolons, that take no values.
  func execute(_ sql: String) throws(DatabaseError) {
    try check(sqlite3_exec(handle, sql, nil, nil, nil))
  }

  /// Calls `body` in a transaction. If `body` throws, the database is left as it was.
  func write(_ body: () throws(DatabaseError) -> Void) throws(DatabaseError) {
    try execute("BEGIN")
    do {
      try body()
      try execute("COMMIT")
    } catch {
      // The first error tells what went wrong; SQLite may have rolled back already.
      try? execute("ROLLBACK")
      throw error
    }
  }

  /// Compiles a statement, in which `?` stands for a value.
  func statement(_ sql: String) throws(DatabaseError) -> Statement {
    var statement: OpaquePointer?
    try check(sqlite3_prepare_v2(handle, sql, -1, &statement, nil))
    guard let statement else { throw DatabaseError(SQLITE_MISUSE) }
    return Statement(statement, of: self)
  }

  fileprivate func check(_ code: Int32) throws(DatabaseError) {
    guard code == SQLITE_OK || code == SQLITE_DONE || code == SQLITE_ROW else {
      throw DatabaseError(description: String(cString: sqlite3_errmsg(handle)))
    }
  }
}

/// A compiled statement that can be executed many times.
final class Statement {
  private let handle: OpaquePointer
  private let database: Database

  fileprivate init(_ handle: OpaquePointer, of database: Database) {
    self.handle = handle
    self.database = database
  }

  deinit {
    sqlite3_finalize(handle)
  }

  /// Executes the statement.
  ///
  /// - Parameter values: those for the question marks, in order; nil is NULL.
  func execute(_ values: [(any DatabaseValue)?]) throws(DatabaseError) {
    for (index, value) in values.enumerated() {
      let place = Int32(index + 1)
      try database.check(value?.bind(to: handle, at: place) ?? sqlite3_bind_null(handle, place))
    }
    let code = sqlite3_step(handle)
    sqlite3_reset(handle)
    try database.check(code)
  }
}

/// A value that SQLite can store.
protocol DatabaseValue {
  /// Binds the value to a question mark of a statement, counted from 1. Returns a result code of SQLite.
  func bind(to statement: OpaquePointer, at index: Int32) -> Int32
}

extension Int: DatabaseValue {
  func bind(to statement: OpaquePointer, at index: Int32) -> Int32 {
    sqlite3_bind_int64(statement, index, Int64(self))
  }
}

extension Bool: DatabaseValue {
  func bind(to statement: OpaquePointer, at index: Int32) -> Int32 {
    sqlite3_bind_int(statement, index, self ? 1 : 0)
  }
}

extension String: DatabaseValue {
  func bind(to statement: OpaquePointer, at index: Int32) -> Int32 {
    var text = self
    return text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) {
        // A text longer than this is longer than SQLite allows, too.
        standpoint_bind_text(statement, index, $0.baseAddress, Int32(clamping: $0.count))
      }
    }
  }
}

/// Why SQLite could not write, in its own words.
struct DatabaseError: Error, CustomStringConvertible {
  let description: String
}

extension DatabaseError {
  fileprivate init(_ code: Int32) { self.init(description: String(cString: sqlite3_errstr(code))) }
}
