#include <zlib.h>

// Macros of zlib, which Swift does not see.
static inline int cdeflate_begin(z_streamp stream, int level) {
  return deflateInit(stream, level);
}

static inline int cinflate_begin(z_streamp stream) {
  return inflateInit(stream);
}
