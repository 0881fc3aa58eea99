# duban - one makefile, not recursive; `make help` lists what it can do.
#
# One folder is one library; the order of LAYERS is the order of linking, from the top down. Settings:
# B (build folder), CC, SAN=1 (sanitizers), PREFIX, SYSCONFDIR, DESTDIR, V=1 (show the commands).

VERSION     = 0.1.0
PREFIX     ?= /usr/local
SYSCONFDIR ?= $(if $(filter /usr,$(PREFIX)),/etc,$(PREFIX)/etc)
CC         ?= cc
SAN        ?=
B          ?= build$(if $(SAN),/san)
JOBS       ?= $(shell nproc 2>/dev/null || echo 1)
Q           = $(if $(V),,@)
SHELL       = /bin/sh

LAYERS   = cli tui print exchange db core
TESTED   = core exchange convert db print tui cli fuzz survive e2e ssh
PACKAGES = ncursesw sqlite3 libconfig jansson nettle libutf8proc
# duban-convert is a program of its own: its libraries are kept out of the terminal program.
CONVERT_PACKAGES = libarchive libxml-2.0 libical libmagic libutf8proc
LINGUAS  = $(basename $(notdir $(wildcard po/*.po)))

WARN     = -Wall -Wextra -Wconversion -Wshadow -Wstrict-prototypes -Wmissing-prototypes -Wvla -Werror
OPT     ?= -O2 -g
# gcc warns of what the sanitizers put in; the other builds are the ones that must be clean.
SANITIZE = -Wno-error -fsanitize=address,undefined -fno-omit-frame-pointer
SANFLAGS = $(if $(SAN),$(SANITIZE))
# Hardening. Fortified functions need an optimising compiler and hide things from the sanitizers.
HARDEN   = -fstack-protector-strong -fPIE \
	   $(if $(SANFLAGS)$(filter -O0,$(OPT)),,-U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=2)
DEFS     = -D_GNU_SOURCE -DDUBAN_VERSION='"$(VERSION)"' -DDUBAN_SYSCONFDIR='"$(SYSCONFDIR)"' \
	   -DDUBAN_LOCALEDIR='"$(PREFIX)/share/locale"' -DDUBAN_LIBEXECDIR='"$(PREFIX)/libexec/duban"'
CFLAGS  += -std=c17 $(WARN) $(OPT) $(HARDEN) $(SANFLAGS)
LDFLAGS += $(SANFLAGS) -pie -Wl,-z,relro,-z,now,-z,noexecstack,--as-needed

# Asked when a recipe first needs the answer: on a fresh machine pkg-config is not there at the start.
lazy      = $(eval $(1) := $$(shell $(2)))$($(1))
PKG_CFLAGS = $(call lazy,PKG_CFLAGS,pkg-config --cflags $(PACKAGES) $(CONVERT_PACKAGES))
PKG_LIBS   = $(call lazy,PKG_LIBS,pkg-config --libs $(PACKAGES))
CONVERT_LIBS = $(call lazy,CONVERT_LIBS,pkg-config --libs $(CONVERT_PACKAGES))
TEST_LIBS  = $(call lazy,TEST_LIBS,pkg-config --libs criterion vterm)

# Objects, libraries and the program. A folder that is not there yet is an empty library.
MIGRATIONS = $(sort $(wildcard db/migrations/[0-9]*.sql))
# The readings of Han characters, from the package unicode-data.
UNIHAN    ?= /usr/share/unicode/Unihan_Readings.txt.bz2
cli_SRC    = $(filter-out cli/main.c,$(wildcard cli/*.c))
convert_SRC = $(filter-out convert/main.c,$(wildcard convert/*.c))
other_SRC  = $(wildcard $(1)/*.c $(1)/*/*.c)
sources    = $(or $($(1)_SRC),$(other_SRC))
objects    = $(patsubst %.c,$(B)/obj/%.o,$(sources))
core_GEN   = $(B)/obj/gen/pinyin_table.o
db_GEN     = $(if $(wildcard db/migrations.h),$(B)/obj/gen/migrations.o)
libs       = $(patsubst %,$(B)/lib%.a,$(1))
MO         = $(LINGUAS:%=$(B)/locale/%/LC_MESSAGES/duban.mo)
PROGRAM    = $(if $(wildcard cli/main.c),$(B)/duban) $(B)/duban-convert
TESTS      = $(foreach t,$(TESTED),$(if $(wildcard tests/$(t)/*.c),$(B)/tests/$(t)))

all: $(call libs,$(LAYERS)) $(PROGRAM) $(MO) ## build the program and its translations (default)

tests: all $(TESTS) ## build the tests too

define layer
$$(B)/lib$(1).a: $$(call objects,$(1)) $$($(1)_GEN)
	@rm -f $$@
	$$(Q)ar rcs $$@ $$^
endef
$(foreach l,$(LAYERS) convert,$(eval $(call layer,$(l))))

$(B)/duban: $(B)/obj/cli/main.o $(call libs,$(LAYERS))
	@echo "  link  $@"
	$(Q)$(CC) $(LDFLAGS) -o $@ $^ $(PKG_LIBS)

$(B)/duban-convert: $(B)/obj/convert/main.o $(call libs,convert core)
	@echo "  link  $@"
	$(Q)$(CC) $(LDFLAGS) -o $@ $^ $(CONVERT_LIBS)

# The plan reader is loops over characters that call small functions: 7 of 100 faster with them inside.
$(B)/obj/core/%.o: OPT += -O3

$(B)/obj/%.o: %.c $(B)/flags | $(B)/libraries
	@mkdir -p $(@D)
	@echo "  cc    $<"
	$(Q)$(CC) $(CFLAGS) $(DEFS) -I. $(PKG_CFLAGS) -MMD -MP -c -o $@ $<

$(B)/obj/gen/%.o: $(B)/gen/%.c $(B)/flags | $(B)/libraries
	@mkdir -p $(@D)
	$(Q)$(CC) $(CFLAGS) $(DEFS) -I. -MMD -MP -c -o $@ $<

$(B)/gen/pinyin_table.c: core/pinyin_table $(UNIHAN)
	@mkdir -p $(@D)
	@echo "  embed $@"
	$(Q)core/pinyin_table $(UNIHAN) >$@.new && mv $@.new $@

$(UNIHAN):
	@echo "$@ is missing: 'make deps' installs the package unicode-data (as root or with sudo)" >&2; exit 1

$(B)/gen/migrations.c: db/migrations/embed $(MIGRATIONS)
	@mkdir -p $(@D)
	@echo "  embed $@"
	$(Q)db/migrations/embed $(MIGRATIONS) >$@.new && mv $@.new $@

# Other flags or another compiler build everything anew.
$(B)/flags: FORCE
	@mkdir -p $(@D)
	@printf '%s\n' '$(subst ','\'',$(CC) $(CFLAGS) $(DEFS))' | cmp -s - $@ || \
		printf '%s\n' '$(subst ','\'',$(CC) $(CFLAGS) $(DEFS))' >$@

$(B)/libraries: Makefile
	@mkdir -p $(@D)
	@pkg-config --exists --print-errors $(PACKAGES) $(CONVERT_PACKAGES) || { \
		echo "libraries are missing: 'make deps' installs them (as root or with sudo)" >&2; exit 1; }
	@touch $@

$(B)/locale/%/LC_MESSAGES/duban.mo: po/%.po
	@mkdir -p $(@D)
	$(Q)msgfmt -o $@ $<

# One Criterion binary for each layer, linked with that layer and what is below it. The tests of tui
# link without curses: drawing needs none.
core_LINK     = core
exchange_LINK = exchange core
convert_LINK  = convert core
db_LINK       = db exchange core
print_LINK    = print core
tui_LINK      = tui print exchange db core
cli_LINK      = $(LAYERS)
fuzz_LINK     = convert $(LAYERS)
survive_LINK  = db exchange core
e2e_LINK      = $(LAYERS)
ssh_LINK      = $(LAYERS)
tui_PKG       = $(filter-out ncursesw,$(PACKAGES))
exchange_PKG  = $(PACKAGES) libarchive
convert_PKG   = $(CONVERT_PACKAGES)
fuzz_PKG      = $(PACKAGES) $(CONVERT_PACKAGES)
test_pkg      = $(or $($(1)_PKG),$(PACKAGES))
# The district that the tests of db make is where the tests of survive work, on their table of writes.
survive_TOO   = $(wildcard tests/db/denied*.c) $(patsubst %,tests/db/%.c,fixture edition world world_things)
# People log in to the room that the tests of e2e make.
ssh_TOO       = tests/e2e/room.c

define test_binary
$$(B)/tests/$(1): $$(patsubst %.c,$$(B)/obj/%.o,$$(wildcard tests/$(1)/*.c) $$($(1)_TOO)) \
		$$(B)/libsupport.a $$(call libs,$$($(1)_LINK))
	@mkdir -p $$(@D)
	@echo "  link  $$@"
	$$(Q)$$(CC) $$(LDFLAGS) -o $$@ $$^ $$(shell pkg-config --libs $$(call test_pkg,$(1))) $$(TEST_LIBS)
endef
$(foreach t,$(TESTED),$(eval $(call test_binary,$(t))))
$(B)/tests/exchange: | $(B)/duban-convert
# A clock for the real program, which goes on when a test says so, and a disk that is what it says.
$(B)/tests/e2e $(B)/tests/ssh: | $(B)/tests/clock.so
$(B)/tests/cli: | $(B)/tests/clock.so $(B)/tests/place.so
$(B)/tests/clock.so: tests/e2e/clock/clock.c $(B)/flags
$(B)/tests/place.so: tests/cli/place/place.c $(B)/flags
$(B)/tests/clock.so $(B)/tests/place.so:
	@mkdir -p $(@D)
	$(Q)$(CC) -std=c17 $(WARN) -O2 -D_GNU_SOURCE -fPIC -shared -o $@ $<

$(B)/libsupport.a: $(patsubst %.c,$(B)/obj/%.o,$(wildcard tests/support/*.c))
	@rm -f $@
	$(Q)ar rcs $@ $^

demo: deps ## build and open a demonstration; AS=office opens the office's side
	$(Q)$(MAKE) --no-print-directory -j$(JOBS) all
	$(Q)B=$(B) etc/demo/run $(if $(filter default,$(origin AS)),,$(AS))

check: deps-test ## all tests: gcc, clang, sanitizers, layers, translations, manual pages
	$(Q)B=$(B) CC=$(CC) MAKE="$(MAKE) --no-print-directory -j$(JOBS)" tests/check

test: ## the quick tests: one build, no sanitizers; LAYER=core for one layer
	$(Q)$(MAKE) --no-print-directory -j$(JOBS) $(if $(LAYER),$(LAYER:%=$(B)/tests/%),tests)
	$(Q)tests/run $(B) $(LAYER)

check-long: check lint ## check, then lint, the fuzzers, a long monkey, survive, valgrind, fifty writers
	$(Q)$(MAKE) --no-print-directory fuzz FUZZ_LONG_SECONDS=600
	$(Q)$(MAKE) --no-print-directory monkey KEYS=100000
	$(Q)$(MAKE) --no-print-directory survive
	$(Q)$(MAKE) --no-print-directory valgrind
	$(Q)$(MAKE) --no-print-directory bench-shared

# What the sanitizers do not see: reads of memory that nothing was written to. The main flows are
# those of the tests, which start duban. duban-convert shuts itself in as valgrind lets nobody: its
# formats are read in the tests' own processes.
VALGRIND_FLOWS = cli/verbs cli/report_verbs cli/files cli/backup cli/print cli/session cli/policy_verbs \
	e2e/officer e2e/office e2e/session_screens convert/*
valgrind: deps-dev ## the main flows of the verbs, of sessions and of the interface under valgrind
	$(Q)$(MAKE) --no-print-directory -j$(JOBS) tests
	$(Q)JOBS=$(JOBS) tests/at-once "tests/memcheck $(B)" $(VALGRIND_FLOWS:%='%')

survive: deps-test ## all crashes, kills, full disks and damaged files of the tests, not some of them
	$(Q)$(MAKE) --no-print-directory -j$(JOBS) all $(B)/tests/survive $(B)/tests/e2e
	$(Q)SURVIVE_LONG=1 SECONDS_FOR_ONE=6000 tests/run $(B) survive
	$(Q)SURVIVE_LONG=1 SECONDS_FOR_ONE=900 ONLY='kill/*' tests/run $(B) e2e

# In-process under the sanitizers, and the real program on a pseudo-terminal. MONKEY_ONLY in the
# environment plays again what a failure has named.
SEED ?= 1
KEYS ?= 20000
monkey: deps-test ## KEYS random keys, pastes, windows of every size, from the number SEED on
	$(Q)$(MAKE) --no-print-directory -j$(JOBS) B=$(B)/san SAN=1 OPT="-O1 -g" tests
	$(Q)MONKEY_SEED=$(SEED) MONKEY_KEYS=$(KEYS) ONLY='monkey/*' SECONDS_FOR_ONE=3000 tests/run $(B)/san tui e2e

deps: ## install the packages that building needs
	$(Q)etc/install-packages build

deps-test:
	$(Q)etc/install-packages build test

deps-dev:
	$(Q)etc/install-packages build test dev

MEASURES = $(addprefix $(B)/bench/,floor measure fill shared)
bench: ## measure start, keys, memory, import and verbs beside the floor program
	$(Q)$(MAKE) --no-print-directory -j$(JOBS) all $(MEASURES)
	$(Q)B=$(B) tests/bench/run
	$(Q)$(MAKE) --no-print-directory bench-reader

bench-shared: ## of that, fifty people who write at once and two hundred sessions
	$(Q)$(MAKE) --no-print-directory -j$(JOBS) all $(MEASURES)
	$(Q)B=$(B) tests/bench/run shared

bench-reader: ## measure the plan reader on large texts; PLANS names a folder of documents
	$(Q)$(MAKE) --no-print-directory -j$(JOBS) $(B)/bench/reader
	$(Q)$(B)/bench/reader etc/demo/plan.txt
	$(Q)$(if $(PLANS),$(B)/bench/reader $(PLANS)/*.txt)

$(B)/bench/floor: $(B)/obj/tests/bench/floor.o
$(B)/bench/measure: $(B)/obj/tests/bench/measure.o $(call libs,support core)
$(B)/bench/reader: $(B)/obj/tests/bench/reader.o $(call libs,support exchange core)
$(B)/bench/fill: $(B)/obj/tests/bench/fill.o $(call libs,$(filter-out cli,$(LAYERS)))
$(B)/bench/shared: $(B)/obj/tests/bench/shared.o $(call libs,support $(filter-out cli,$(LAYERS)))
$(B)/bench/%:
	@mkdir -p $(@D)
	$(Q)$(CC) $(LDFLAGS) -o $@ $^ $(PKG_LIBS) $(TEST_LIBS)

plan-scores: ## how well the plan reader does on issued documents with references
	$(Q)$(MAKE) --no-print-directory -j$(JOBS) all
	$(Q)B=$(B) tests/plan-scores

# The fuzzers are the functions of tests/fuzz/fuzz.h, linked with libraries that clang has built to
# watch coverage. The tests run the same functions on the corpus. A row here is NAME.long or NAME.short.
FUZZ_ROWS := $(shell sed -n 's/^\tX(\([a-z_]*\), \([a-z]*\)).*/\1.\2/p' tests/fuzz/fuzz.h)
FUZZERS    = $(basename $(FUZZ_ROWS))
FUZZ_SECONDS      ?= 60
FUZZ_LONG_SECONDS ?= $(FUZZ_SECONDS)
fuzz: deps-dev ## run every fuzzer for FUZZ_SECONDS, those of what people hand in for FUZZ_LONG_SECONDS
	$(Q)$(MAKE) --no-print-directory -j$(JOBS) CC=clang B=$(B)/fuzz \
		SANFLAGS='$(SANITIZE) -fsanitize=fuzzer-no-link' fuzzers
	$(Q)JOBS=$(JOBS) FUZZ_SECONDS=$(FUZZ_SECONDS) FUZZ_LONG_SECONDS=$(FUZZ_LONG_SECONDS) \
		tests/at-once "tests/fuzz-one $(B)/fuzz" $(filter %.long,$(FUZZ_ROWS)) $(filter-out %.long,$(FUZZ_ROWS))

fuzzers: $(FUZZERS:%=$(B)/%)
define fuzzer
$$(B)/$(1): tests/fuzz/libfuzzer/entry.c $$(patsubst %.c,$$(B)/obj/%.o,$$(wildcard tests/fuzz/fuzz_*.c)) \
		$$(call libs,support $$(fuzz_LINK))
	$$(Q)$$(CC) $$(CFLAGS) -I. -DFUZZ=fuzz_$(1) $$(LDFLAGS) -fsanitize=fuzzer -o $$@ $$^ $$(PKG_LIBS) \
		$$(CONVERT_LIBS)
endef
$(foreach f,$(FUZZERS),$(eval $(call fuzzer,$(f))))

# Translations. The template has no places and no date: it changes when a text changes, and only then.
TEXTS = $(sort $(foreach l,$(LAYERS),$(wildcard $(l)/*.[ch] $(l)/*/*.[ch])))
po: $(B)/duban.pot ## refresh po/duban.pot and merge it into the translations
	$(Q)cp $< po/duban.pot
	$(Q)for po in $(wildcard po/*.po); do msgmerge -q -U --backup=none --no-location $$po po/duban.pot; done

pot: $(B)/duban.pot
$(B)/duban.pot: $(TEXTS)
	@mkdir -p $(@D)
	$(Q)xgettext --language=C --from-code=UTF-8 --keyword --keyword=_ --keyword=N_ --keyword=Q_:1,2 --keyword=NC_:1c,2 \
		--flag=_:1:pass-c-format --flag=Q_:1:pass-c-format --flag=Q_:2:pass-c-format \
		--flag=err_set:3:c-format --flag=err_set_field:4:c-format --flag=err_wrap:2:c-format \
		--flag=strbuf_printf:2:c-format --flag=arena_printf:2:c-format \
		--flag=xasprintf:1:c-format --add-comments=TRANSLATORS --no-location --sort-output \
		--package-name=duban --copyright-holder='the duban authors' -o - $(TEXTS) | \
		sed '/^"POT-Creation-Date:/d' >$@

pages: all ## refresh what is generated: parts of manual pages, etc/duban.conf, completion
	$(Q)man/refresh $(B)

lint: deps-dev ## clang-tidy and cppcheck
	$(Q)JOBS=$(JOBS) tests/lint $(sort $(foreach l,$(LAYERS) convert,$(wildcard $(l)/*.c $(l)/*/*.c)))

format: ## lay out all C files by .clang-format
	$(Q)clang-format -i $(wildcard $(LAYERS:%=%/*.[ch]) core/*/*.[ch] tui/*/*.[ch] convert/*.[ch] tests/*/*.[ch])

# man/*.N are the English manual pages, man/LANGUAGE/*.N the translated ones.
MAN  = $(wildcard man/*.[1-8] man/*/*.[1-8])
UNITS = $(notdir $(wildcard etc/systemd/*.service etc/systemd/*.timer))
systemd_dir = $(DESTDIR)$(PREFIX)/lib
BASH = $(wildcard etc/completion/duban.bash)
man_dir = $(PREFIX)/share/man$(patsubst man%,%,$(patsubst %/,%,$(dir $(1))))/man$(subst .,,$(suffix $(1)))
install: all ## install under DESTDIR/PREFIX
	install -D -m 755 $(B)/duban $(DESTDIR)$(PREFIX)/bin/duban
	install -D -m 755 $(B)/duban-convert $(DESTDIR)$(PREFIX)/libexec/duban/duban-convert
	$(foreach l,$(LINGUAS),install -D -m 644 $(B)/locale/$(l)/LC_MESSAGES/duban.mo \
		$(DESTDIR)$(PREFIX)/share/locale/$(l)/LC_MESSAGES/duban.mo &&) :
	$(foreach m,$(MAN),install -D -m 644 $(m) $(DESTDIR)$(call man_dir,$(m))/$(notdir $(m)) &&) :
	$(foreach c,$(BASH),install -D -m 644 $(c) \
		$(DESTDIR)$(PREFIX)/share/bash-completion/completions/duban &&) :
	install -D -m 644 etc/systemd/duban.sysusers $(systemd_dir)/sysusers.d/duban.conf
	install -D -m 644 etc/systemd/duban.tmpfiles $(systemd_dir)/tmpfiles.d/duban.conf
	install -d $(systemd_dir)/systemd/system
	for u in $(UNITS); do sed 's|@BINDIR@|$(PREFIX)/bin|' etc/systemd/$$u >$(systemd_dir)/systemd/system/$$u && \
		chmod 644 $(systemd_dir)/systemd/system/$$u || exit 1; done
	[ -e $(DESTDIR)$(SYSCONFDIR)/duban.conf ] || \
		install -D -m 644 etc/duban.conf $(DESTDIR)$(SYSCONFDIR)/duban.conf

uninstall: ## remove what install put there, except the configuration
	rm -f $(DESTDIR)$(PREFIX)/bin/duban $(DESTDIR)$(PREFIX)/libexec/duban/duban-convert \
		$(LINGUAS:%=$(DESTDIR)$(PREFIX)/share/locale/%/LC_MESSAGES/duban.mo) \
		$(foreach m,$(MAN),$(DESTDIR)$(call man_dir,$(m))/$(notdir $(m))) \
		$(DESTDIR)$(PREFIX)/share/bash-completion/completions/duban \
		$(UNITS:%=$(systemd_dir)/systemd/system/%) \
		$(systemd_dir)/sysusers.d/duban.conf $(systemd_dir)/tmpfiles.d/duban.conf

clean: ## remove the build folder
	rm -rf $(B)

help: ## this list
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' Makefile | \
		awk -F '\t' '{ printf "  make %-12s %s\n", $$1, $$2 }'

-include $(shell find $(B)/obj -name '*.d' 2>/dev/null)
FORCE:
.SECONDARY:
.DELETE_ON_ERROR:
.PHONY: all tests demo check test check-long monkey survive valgrind deps deps-test deps-dev bench \
	bench-shared bench-reader plan-scores fuzz fuzzers po pot pages lint format install uninstall clean \
	help FORCE
