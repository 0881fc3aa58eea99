/* The table of glossary.h as an array. */
#include "core/text/glossary.h"

#include "core/i18n.h"

#define GLOSSARY_ROW(term, meaning) {term, meaning},

const struct glossary_row glossary[] = {GLOSSARY(GLOSSARY_ROW)};
const size_t nglossary = sizeof glossary / sizeof glossary[0];
