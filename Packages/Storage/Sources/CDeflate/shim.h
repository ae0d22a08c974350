#include <zlib.h>

// A macro of zlib, which Swift does not see.
static inline int cdeflate_begin(z_streamp stream, int level) {
  return deflateInit(stream, level);
}
