#ifndef BASE_FILE_H
#define BASE_FILE_H
/* Files: read whole, write aside and rename. */
#include <stdbool.h>
#include <stddef.h>
#include "base/arena.h"
#include "base/buf.h"

/* Reads a whole regular file of at most limit bytes into the arena (NUL after the last byte, not counted).
 * Returns 0, or an errno value; EFBIG over the limit; EISDIR, EINVAL (not a regular file). */
int file_read(struct arena *a, const char *path, size_t limit, char **data, size_t *n);
/* Opens a regular file of at most limit bytes for reading: *fd, and its size in *n. Returns as file_read. */
int file_open(const char *path, size_t limit, int *fd, size_t *n);
/* Writes n bytes to a temporary file beside path, syncs and renames it over path: an existing file stays whole
 * on any failure and nothing partial is left behind. An existing file keeps its mode, a link stays a link, a
 * write-protected file is refused. Returns 0 or an errno value. */
int file_write(const char *path, const void *data, size_t n);
/* Writes n bytes into a new file, without waiting for the disk; what stood there is replaced. Nothing is left behind on
 * failure. Returns 0 or an errno value. */
int file_put(const char *path, const void *data, size_t n);
/* Makes a folder and its parents; 0 or an errno value. */
int file_mkdirs(const char *path);
/* Folder of a path ("." if it has none), in the arena; file_base: the last part; file_join: dir + "/" + name. */
char *file_dir(struct arena *a, const char *path);
const char *file_base(const char *path);
char *file_join(struct arena *a, const char *dir, const char *name);
/* path without its last extension. */
char *file_stem(struct arena *a, const char *path);
/* Path of name inside folder dir, or NULL if it is empty or absolute, has a part "..", or leads out through a
 * link. The file itself need not exist. */
char *file_inside(struct arena *a, const char *dir, const char *name);
/* Folder of the program's data ("fonts", "templates", "locale"): $VANBAN_DATA/sub, else beside the build
 * (build/../sub), else PREFIX/share/vanban/sub found from the program's own place. NULL if none exists. */
const char *file_data_dir(struct arena *a, const char *sub);
/* Folder the running program lies in; NULL if it cannot be told. */
const char *file_exe_dir(struct arena *a);
#endif
