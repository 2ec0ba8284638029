#ifndef STANDPOINT_CTHEME_H
#define STANDPOINT_CTHEME_H

#include <stddef.h>

/* One file of Templates/, as it was when the tool was built. */
struct standpoint_theme_file {
  const char *path;            /* below Templates/, such as "partials/head.mustache" */
  const unsigned char *bytes;  /* not terminated */
  size_t count;
};

extern const struct standpoint_theme_file standpoint_theme_files[];
extern const size_t standpoint_theme_file_count;

#endif
