/* SQLite, as the system ships it: Debian's libsqlite3-dev. */
#include <sqlite3.h>

/* Binds a text of so many bytes, which SQLite copies. (Swift cannot name SQLITE_TRANSIENT.) `text` may be NULL if it is empty. */
static inline int standpoint_bind_text(sqlite3_stmt *statement, int index, const char *text, int length) {
  return sqlite3_bind_text(statement, index, text ? text : "", length, SQLITE_TRANSIENT);
}
