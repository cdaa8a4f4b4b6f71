# vanban
#   make            the program build/vanban with its messages
#   make demo       renders all samples into build/demo
#   make test       all tests; the last line counts them
#   make parity     DOCX (LibreOffice) against PDF over the stress set, STRESS_COUNT documents
#   make bench      figures of speed and memory; bench-batch: of a batch of 3,321 documents
#   make asan fuzz  tests under the sanitizers; fuzzing (FUZZ_SECONDS a target)
#   make install    into $(DESTDIR)$(PREFIX); make uninstall takes it away
#   make deps       installs by apt what is missing (demo and test do so by themselves)
#   make pot        build/vanban.pot from the sources; make po-update merges it into po/, make po-check tests po/
#   make clean
ifeq ($(origin CC),default)
CC      := gcc
endif
BUILD   ?= build
PREFIX  ?= /usr/local
DESTDIR ?=
FUZZ_SECONDS ?= 60
JOBS    ?= $(shell nproc 2>/dev/null || echo 2)

VERSION := $(shell sed -n 's/.*VANBAN_VERSION "\(.*\)"/\1/p' src/cli/help.h)
PKGS    := pangocairo pangofc fontconfig libxml-2.0 libzip libqpdf librsvg-2.0 libjpeg
WARN    := -Wall -Wextra -Wshadow -Wconversion -Wno-sign-conversion -Wmissing-prototypes -Wstrict-prototypes
OPT     ?= -O2 -g
CFLAGS  ?= $(OPT)
LDFLAGS ?=
# pkg-config runs at the first use and once: "make deps" works before it is there
PKG_CFLAGS = $(eval PKG_CFLAGS := $$(patsubst -I%,-isystem %,$$(shell pkg-config --cflags $(PKGS))))$(PKG_CFLAGS)
PKG_LIBS   = $(eval PKG_LIBS := $$(shell pkg-config --libs $(PKGS)) -lm)$(PKG_LIBS)
ALLCFLAGS  = -std=c17 -D_GNU_SOURCE -Isrc $(WARN) $(CFLAGS) $(PKG_CFLAGS)

# V=1 shows the commands
Q        = $(if $(V),,@)
SAY      = $(if $(V),,@echo "  $(1)")

SRCS    := $(sort $(wildcard src/*/*.c))
OBJS    := $(SRCS:src/%.c=$(BUILD)/obj/%.o)
LIB     := $(BUILD)/libvanban.a
LIBOBJS := $(filter-out $(BUILD)/obj/cli/main.o,$(OBJS))
PO      := $(sort $(wildcard po/*.po))
MO      := $(PO:po/%.po=$(BUILD)/locale/%/LC_MESSAGES/vanban.mo)
UNITS   := $(patsubst tests/unit/%.c,$(BUILD)/tests/%,$(sort $(wildcard tests/unit/test_*.c)))
TOOLS   := $(BUILD)/tests/dump $(BUILD)/tests/stress $(BUILD)/tests/register $(BUILD)/tests/sheet
FUZZERS := $(patsubst tests/fuzz/%.c,$(BUILD)/fuzz/%,$(sort $(wildcard tests/fuzz/*.c)))
SAMPLES  = $(filter-out %/README.md,$(sort $(wildcard samples/*.md samples/*/*.md)))

.PHONY: all demo demo-run parity test test-run test-programs units bench bench-batch asan fuzz fuzz-run fuzz-programs install uninstall \
	deps deps-build clean pot po-update po-check
.DELETE_ON_ERROR:

all: $(BUILD)/vanban $(MO)

# ---- program ----
$(BUILD)/obj/%.o: src/%.c
	@mkdir -p $(@D)
	$(call SAY,$<)
	$(Q)$(CC) $(ALLCFLAGS) -MMD -MP -c -o $@ $<

$(LIB): $(LIBOBJS)
	$(call SAY,$@)
	$(Q)rm -f $@ && ar rcsD $@ $^

$(BUILD)/vanban: $(BUILD)/obj/cli/main.o $(LIB)
	$(call SAY,$@)
	$(Q)$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(PKG_LIBS)

$(BUILD)/locale/%/LC_MESSAGES/vanban.mo: po/%.po
	@mkdir -p $(@D)
	msgfmt --check -o $@ $<

# ---- messages ----
pot: $(BUILD)/vanban.pot
$(BUILD)/vanban.pot: $(SRCS)
	@mkdir -p $(@D)
	xgettext --from-code=UTF-8 --keyword=_ --keyword=N_ --keyword=ngettext:1,2 --add-comments=TRANSLATORS --sort-by-file \
		--package-name=vanban --package-version=$(VERSION) --copyright-holder="the vanban authors" --flag=diag_put:3:pass-c-format -o $@ $^

po-update: $(BUILD)/vanban.pot
	for f in $(PO); do msgmerge --quiet --update --backup=none --no-fuzzy-matching --no-wrap --no-location $$f $<; done

po-check: all
	@BUILD="$(BUILD)" MAKE="$(MAKE)" tests/run.sh messages

# ---- demo ----
demo: deps-build
	@$(MAKE) --no-print-directory -j$(JOBS) all
	@$(MAKE) --no-print-directory demo-run

demo-run: all
	@rm -rf $(BUILD)/demo && mkdir -p $(BUILD)/demo
	$(BUILD)/vanban render $(SAMPLES) --to docx,pdf,png --dpi 96 -o $(BUILD)/demo
	@echo "The samples (samples/) stand rendered in $(BUILD)/demo:"
	@cd $(BUILD)/demo && ls *.docx *.pdf
	@echo "and each page as a picture beside them (PNG)."

# ---- tests ----
test: deps
	@$(MAKE) --no-print-directory -j$(JOBS) all test-programs
	@$(MAKE) --no-print-directory test-run

test-run: all test-programs
	@MAKE="$(MAKE)" CC="$(CC)" BUILD="$(BUILD)" tests/run.sh

STRESS_COUNT ?= 600
parity: deps
	@$(MAKE) --no-print-directory -j$(JOBS) all test-programs
	@STRESS_COUNT=$(STRESS_COUNT) BUILD="$(BUILD)" PICTURES=all tests/run.sh render fit parity pictures stress

units: $(UNITS)
test-programs: units $(TOOLS)

$(BUILD)/tests/test_%: tests/unit/test_%.c $(LIB)
	@mkdir -p $(@D)
	$(call SAY,$@)
	$(Q)$(CC) $(ALLCFLAGS) -Itests -MMD -MP -o $@ $< $(LIB) $(LDFLAGS) -lcmocka $(PKG_LIBS)

$(BUILD)/tests/%: tests/tools/%.c $(LIB)
	@mkdir -p $(@D)
	$(call SAY,$@)
	$(Q)$(CC) $(ALLCFLAGS) -MMD -MP -o $@ $< $(LIB) $(LDFLAGS) $(PKG_LIBS)

$(BUILD)/tests/bench: tests/bench/bench.c $(LIB)
	@mkdir -p $(@D)
	$(call SAY,$@)
	$(Q)$(CC) $(ALLCFLAGS) -MMD -MP -o $@ $< $(LIB) $(LDFLAGS) $(PKG_LIBS)

bench: deps-build
	@$(MAKE) --no-print-directory -j$(JOBS) all $(BUILD)/tests/bench $(BUILD)/tests/sheet
	@$(BUILD)/tests/bench $(BUILD)/vanban tests/bench
	@for n in 20000 200000 400000; do for kind in shared inline; do \
		python3 tests/e2e/xlsx.py big $$n $$kind $(BUILD)/bench.xlsx && echo "workbook of 11 columns, $$kind strings: $$($(BUILD)/tests/sheet $(BUILD)/bench.xlsx count)"; \
	done; done; rm -f $(BUILD)/bench.xlsx

bench-batch: deps-build
	@$(MAKE) --no-print-directory -j$(JOBS) all $(BUILD)/tests/register
	@python3 tests/bench/batch.py $(BUILD)/vanban $(BUILD)/tests/register tests/bench/batch.md

# ---- sanitizers: the same tests in a build of their own ----
SANITIZE := -fsanitize=address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer
asan: deps
	@$(MAKE) --no-print-directory -j$(JOBS) BUILD=$(BUILD)/asan CFLAGS="-O1 -g $(SANITIZE)" all test-programs
	@BUILD=$(BUILD)/asan tests/asan.sh

# ---- fuzzing (clang) ----
fuzz: deps
	@$(MAKE) --no-print-directory fuzz-run

fuzz-programs:
	@$(MAKE) --no-print-directory -j$(JOBS) CC=clang BUILD=$(BUILD)/fuzzing CFLAGS="-O1 -g -fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=undefined" \
		$(patsubst $(BUILD)/fuzz/%,$(BUILD)/fuzzing/fuzz/%,$(FUZZERS))

$(BUILD)/fuzz/%: tests/fuzz/%.c $(LIB)
	@mkdir -p $(@D)
	$(CC) $(ALLCFLAGS) -fsanitize=fuzzer -MMD -MP -o $@ $< $(LIB) $(LDFLAGS) $(PKG_LIBS)

fuzz-run: fuzz-programs
	@BUILD=$(BUILD)/fuzzing tests/fuzz.sh $(FUZZ_SECONDS)

# ---- installation ----
share  = $(DESTDIR)$(PREFIX)/share
install: all
	install -d $(DESTDIR)$(PREFIX)/bin $(share)/vanban/fonts $(share)/vanban/templates/batch $(share)/man/man1 $(share)/man/man5 $(share)/man/man7 $(share)/doc/vanban
	install -m 755 $(BUILD)/vanban $(DESTDIR)$(PREFIX)/bin/vanban
	install -m 644 fonts/* $(share)/vanban/fonts
	install -m 644 $(wildcard templates/*.md templates/so-theo-doi.*) $(share)/vanban/templates
	install -m 644 $(wildcard templates/batch/*) $(share)/vanban/templates/batch
	for m in $(wildcard man/*.1); do install -m 644 $$m $(share)/man/man1; done
	for m in $(wildcard man/*.5); do install -m 644 $$m $(share)/man/man5; done
	for m in $(wildcard man/*.7); do install -m 644 $$m $(share)/man/man7; done
	install -m 644 README.md README.vi.md LICENSE $(share)/doc/vanban
	for m in $(PO:po/%.po=%); do install -d $(share)/locale/$$m/LC_MESSAGES && \
		install -m 644 $(BUILD)/locale/$$m/LC_MESSAGES/vanban.mo $(share)/locale/$$m/LC_MESSAGES/vanban.mo; done

uninstall:
	rm -f $(DESTDIR)$(PREFIX)/bin/vanban $(patsubst man/%,$(share)/man/man1/%,$(wildcard man/*.1)) \
		$(patsubst man/%,$(share)/man/man5/%,$(wildcard man/*.5)) $(patsubst man/%,$(share)/man/man7/%,$(wildcard man/*.7)) $(PO:po/%.po=$(share)/locale/%/LC_MESSAGES/vanban.mo)
	rm -rf $(share)/vanban $(share)/doc/vanban

# ---- packages ----
BUILD_DEPS := gcc libc6-dev pkg-config gettext libpango1.0-dev libcairo2-dev libfontconfig-dev libxml2-dev libzip-dev libqpdf-dev librsvg2-dev libjpeg-dev
TEST_DEPS  := libcmocka-dev python3 qpdf libreoffice-writer libreoffice-calc python3-openpyxl fonts-liberation2 mupdf-tools poppler-utils libxml2-utils unzip clang libclang-rt-14-dev
deps:
	@tests/deps.sh $(BUILD_DEPS) $(TEST_DEPS)
deps-build:
	@tests/deps.sh $(BUILD_DEPS)

clean:
	rm -rf $(BUILD)

-include $(OBJS:.o=.d) $(wildcard $(BUILD)/tests/*.d)
