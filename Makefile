# The short front door: everything here is meson and ninja behind a familiar word.
.PHONY: all check check-web demo fuzz lint clean install
WRITER = extract
ANSWERS = careful
QUIET = >build.log 2>&1 || { cat build.log; rm -f build.log; exit 1; }; rm -f build.log
BUILD = build
CHECKED = build-check
FUZZED = build-fuzz

all: $(BUILD)/build.ninja
	@ninja -C $(BUILD) --quiet

$(BUILD)/build.ninja:
	@scripts/deps build
	@meson setup $(BUILD) --buildtype=release $(QUIET)

check:
	@scripts/deps build check
	@test -f $(CHECKED)/build.ninja || meson setup $(CHECKED) --buildtype=debugoptimized -Dtests=true -Db_sanitize=address,undefined -Db_lundef=false $(QUIET)
	@ninja -C $(CHECKED) --quiet
	@scripts/layers
	@scripts/check $(CHECKED)

check-web:
	@scripts/deps build check web
	@test -f $(CHECKED)/build.ninja || meson setup $(CHECKED) --buildtype=debugoptimized -Dtests=true -Db_sanitize=address,undefined -Db_lundef=false $(QUIET)
	@ninja -C $(CHECKED) --quiet
	@scripts/check-web $(CHECKED)

demo: all
	@WRITER=$(WRITER) ANSWERS=$(ANSWERS) scripts/demo $(BUILD)

fuzz:
	@scripts/deps build fuzz
	@test -f $(FUZZED)/build.ninja || CC=clang-14 meson setup $(FUZZED) -Dfuzz=true -Db_sanitize=address,undefined -Db_lundef=false $(QUIET)
	@ninja -C $(FUZZED) --quiet

lint:
	@scripts/deps build check lint docs
	@scripts/lint

install: all
	@ninja -C $(BUILD) install

clean:
	@rm -rf $(BUILD) $(CHECKED) $(FUZZED)
