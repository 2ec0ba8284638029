#ifndef STANDPOINT_CARENA_H
#define STANDPOINT_CARENA_H

#include <stddef.h>

/* Memory for one parse after the other on one thread. Small blocks are cut from chunks of the thread and are given
   back all at once; large ones are the C library's own. The three functions that hand out memory have the form that
   libcmark asks for; they end the process when there is none, as libcmark's own do. */

/* Opens a parse on this thread; parses may be nested. */
void standpoint_arena_enter(void);

/* Closes a parse; with the outermost one all blocks of this thread are gone. */
void standpoint_arena_leave(void);

/* A zeroed block of `count` times `size` bytes, aligned to 16. */
void *standpoint_arena_calloc(size_t count, size_t size);

/* The block `old` (NULL: none yet) with room for `size` bytes, moved if need be; further bytes are not zeroed. */
void *standpoint_arena_realloc(void *old, size_t size);

/* Gives a large block back; small ones wait for the end of the parse. */
void standpoint_arena_free(void *old);

#endif
