# duban - one makefile, not recursive. `make help` lists what it can do.
B      ?= build
CC     ?= cc
CSTD    = -std=c17 -D_GNU_SOURCE
WARN    = -Wall -Wextra -Wconversion -Wshadow -Wstrict-prototypes -Wmissing-prototypes -Wvla -Werror
OPT    ?= -O2 -g
CFLAGS += $(CSTD) $(WARN) $(OPT) -I. -MMD -MP

core_SRC  := $(wildcard core/*.c)
db_SRC    := $(wildcard db/*.c)
print_SRC := $(wildcard print/*.c)
tui_SRC   := $(wildcard tui/*.c)
cli_SRC   := $(wildcard cli/*.c)
obj        = $(patsubst %.c,$(B)/%.o,$(1))

all: $(B)/libcore.a $(B)/libdb.a $(B)/libprint.a $(B)/libtui.a

$(B)/libcore.a: $(call obj,$(core_SRC))
$(B)/libdb.a: $(call obj,$(db_SRC))
$(B)/libprint.a: $(call obj,$(print_SRC))
$(B)/libtui.a: $(call obj,$(tui_SRC))
$(B)/lib%.a:
	@rm -f $@
	ar rcs $@ $^

$(B)/%.o: %.c
	@mkdir -p $(@D)
	$(CC) $(CFLAGS) -c -o $@ $<

-include $(shell find $(B) -name '*.d' 2>/dev/null)
.PHONY: all
