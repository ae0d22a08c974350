/* The least that reading a DOCX can cost: libzip unpacks word/document.xml, SAX2 of libxml2 walks
 * it, the characters of the text are counted. Nothing is resolved and nothing is kept.
 *
 * Usage: baseline REPETITIONS FILE; prints the CPU milliseconds of the best and the median round. */
#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <zip.h>

static long elements, letters;

static void start(void *data, const xmlChar *local, const xmlChar *prefix, const xmlChar *space,
                  int spaces, const xmlChar **names, int count, int defaulted,
                  const xmlChar **attributes) {
  elements++;
}

static void text(void *data, const xmlChar *bytes, int count) { letters += count; }

static double milliseconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return now.tv_sec * 1e3 + now.tv_nsec / 1e6;
}

static int read_document(const char *bytes, size_t count) {
  zip_error_t error;
  zip_source_t *source = zip_source_buffer_create(bytes, count, 0, &error);
  zip_t *archive = source ? zip_open_from_source(source, ZIP_RDONLY, &error) : NULL;
  if (!archive) return 0;
  zip_stat_t part;
  if (zip_stat(archive, "word/document.xml", 0, &part) != 0) return 0;
  char *xml = malloc(part.size);
  zip_file_t *file = zip_fopen_index(archive, part.index, 0);
  zip_int64_t length = zip_fread(file, xml, part.size);
  zip_fclose(file);
  xmlSAXHandler handler;
  memset(&handler, 0, sizeof handler);
  handler.initialized = XML_SAX2_MAGIC;
  handler.startElementNs = start;
  handler.characters = text;
  xmlParserCtxtPtr context = xmlCreatePushParserCtxt(&handler, NULL, NULL, 0, NULL);
  xmlCtxtUseOptions(context, XML_PARSE_NONET);
  int result = xmlParseChunk(context, xml, (int)length, 1);
  xmlFreeParserCtxt(context);
  free(xml);
  zip_discard(archive);
  return result == 0;
}

static int ascending(const void *one, const void *other) {
  double difference = *(const double *)one - *(const double *)other;
  return difference > 0 ? 1 : difference < 0 ? -1 : 0;
}

int main(int count, char **arguments) {
  if (count != 3) return 64;
  int rounds = atoi(arguments[1]);
  FILE *file = fopen(arguments[2], "rb");
  if (!file || rounds < 1) return 66;
  fseek(file, 0, SEEK_END);
  size_t size = (size_t)ftell(file);
  rewind(file);
  char *bytes = malloc(size);
  if (fread(bytes, 1, size, file) != size) return 74;
  double *times = malloc(sizeof(double) * (size_t)rounds);
  for (int round = 0; round < rounds; round++) {
    double begin = milliseconds();
    if (!read_document(bytes, size)) return 65;
    times[round] = milliseconds() - begin;
  }
  qsort(times, (size_t)rounds, sizeof(double), ascending);
  printf("%.3f %.3f\n", times[0], times[rounds / 2]);
  return 0;
}
