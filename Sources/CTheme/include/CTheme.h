#ifndef STANDPOINT_CTHEME_H
#define STANDPOINT_CTHEME_H

#include <stddef.h>

/* One file of Templates/, as it was when the tool was built. */
struct standpoint_theme_file {
  const char *path;            /* below Templates/, such as "partials/head.mustache" */
  const unsigned char *bytes;  /* not terminated */
  size_t count;
};

/* The files, an array of `standpoint_theme_file_count` elements. */
const struct standpoint_theme_file *standpoint_theme_files(void);

/* The number of files. */
size_t standpoint_theme_file_count(void);

#endif
