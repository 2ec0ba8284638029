/* libcmark, as the system ships it: Debian's libcmark-dev 0.30.2 (CommonMark 0.30). */
#include <cmark.h>
