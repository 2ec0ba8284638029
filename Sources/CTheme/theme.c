#include "CTheme.h"

/* One array a file, then the table of them. A test holds this list against the folder. */
static const unsigned char base_css[] = {
#embed "../../Templates/assets/site.css"
};

const struct standpoint_theme_file standpoint_theme_files[] = {
  {"assets/site.css", base_css, sizeof base_css},
};

const size_t standpoint_theme_file_count =
  sizeof standpoint_theme_files / sizeof standpoint_theme_files[0];
