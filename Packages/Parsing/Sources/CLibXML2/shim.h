/* Debian's libxml2 headers pull in ICU's, whose types clash with Foundation's own copy of ICU. */
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/SAX2.h>
#include <libxml/dict.h>

/* A few errors are printed by a function with any number of arguments, which Swift cannot write; what they say is in the
 * context of the parser as well. */
static inline void soulad_xml_ignore(void *context, const char *message, ...) {}
static inline void soulad_xml_silence(void) { xmlSetGenericErrorFunc(0, soulad_xml_ignore); }
