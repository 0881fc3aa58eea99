/* The entry of libFuzzer for one function of fuzz.h: FUZZ names it. */
#include "tests/fuzz/fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	FUZZ((const char *)data, size);
	return 0;
}
