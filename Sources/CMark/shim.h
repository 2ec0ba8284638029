/* libcmark, as the system ships it: Debian's libcmark-dev 0.30.2 (CommonMark 0.30). */
#include <cmark.h>

#include <string.h>

/* The length in bytes of one of its texts. */
static inline size_t standpoint_text_length(const char *text) { return strlen(text); }
