// Kills the process at its KILL_AT-th write to a file whose path contains KILL_IN, before the write is
// made: what a crash leaves behind. Preloaded; see tools/simulate.
#define _GNU_SOURCE
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

static char followed[4096];
static long writes;

static void count(void) {
  static long limit = -1;
  if (limit < 0) limit = atol(getenv("KILL_AT") ?: "0");
  if (++writes == limit) {
    syscall(SYS_kill, getpid(), SIGKILL);
    for (;;) pause();
  }
}

static int concerns(const char *path) {
  const char *part = getenv("KILL_IN");
  return part && path && strstr(path, part) != NULL;
}

static int opened(int file, const char *path) {
  if (file >= 0 && file < (int)sizeof followed) followed[file] = concerns(path);
  return file;
}

static int isFollowed(int file) { return file >= 0 && file < (int)sizeof followed && followed[file]; }

#define OPEN(NAME)                                             \
  int NAME(const char *path, int flags, ...) {                 \
    mode_t mode = 0;                                           \
    if (flags & (O_CREAT | O_TMPFILE)) {                       \
      va_list rest;                                            \
      va_start(rest, flags);                                   \
      mode = va_arg(rest, int);                                \
      va_end(rest);                                            \
    }                                                          \
    return opened(syscall(SYS_openat, AT_FDCWD, path, flags, mode), path); \
  }
OPEN(open)
OPEN(open64)

ssize_t write(int file, const void *bytes, size_t size) {
  if (isFollowed(file)) count();
  return syscall(SYS_write, file, bytes, size);
}

ssize_t pwrite64(int file, const void *bytes, size_t size, off_t place) {
  if (isFollowed(file)) count();
  return syscall(SYS_pwrite64, file, bytes, size, place);
}

ssize_t pwrite(int file, const void *bytes, size_t size, off_t place) {
  return pwrite64(file, bytes, size, place);
}

int ftruncate(int file, off_t size) {
  if (isFollowed(file)) count();
  return syscall(SYS_ftruncate, file, size);
}

int fsync(int file) {
  if (isFollowed(file)) count();
  return syscall(SYS_fsync, file);
}

int fdatasync(int file) {
  if (isFollowed(file)) count();
  return syscall(SYS_fdatasync, file);
}

int rename(const char *from, const char *to) {
  if (concerns(to)) count();
  return syscall(SYS_rename, from, to);
}

int unlink(const char *path) {
  if (concerns(path)) count();
  return syscall(SYS_unlink, path);
}
