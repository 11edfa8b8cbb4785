# Waymark. `make help` lists what can be made; `make run` and `make test` are all that is needed.

# One set of flags everywhere, so that build, run and test share one cache and need no C compiler.
export CGO_ENABLED := 0
export GOFLAGS := $(strip $(GOFLAGS) $(if $(findstring -buildvcs,$(GOFLAGS)),,-buildvcs=false))

GO ?= go
VERSION ?= $(shell git describe --tags --always --dirty 2>/dev/null)
RELEASE := -X main.release=$(VERSION)

# Tools are pinned here, run from the module cache, and kept out of go.mod.
LINT := $(GO) run github.com/golangci/golangci-lint/v2/cmd/golangci-lint@v2.15.0
FMT  := $(GO) run mvdan.cc/gofumpt@v0.12.0
VULN := golang.org/x/vuln/cmd/govulncheck@v1.8.0
LIBC := v1.77.1

# The packages that start goroutines, and those that are called from several.
RACE := ./ui ./ui/task ./store/...

.DEFAULT_GOAL := help
.PHONY: help build run test check format vet lint race vuln licences modules fresh bench fuzz golden pictures dist dist-check clean

help: ## list these targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

build: ## build bin/waymark
	$(GO) build -ldflags '$(RELEASE)' -o bin/ ./cmd/waymark

run: build ## build and open the app
	@bin/waymark

test: ## run every test
	$(GO) test ./...

check: format vet lint race vuln licences modules fresh ## everything else that must hold before a change is kept

format: ## show what gofumpt would change
	@out=$$($(FMT) -d .) || [ -n "$$out" ] || exit 1; if [ -n "$$out" ]; then printf '%s\n' "$$out"; echo 'format: the lines above are not as gofumpt writes them'; exit 1; fi && echo 'format: as gofumpt writes it'

vet: ## go vet
	$(GO) vet ./...

lint: ## golangci-lint with .golangci.yml
	$(LINT) run ./...

race: ## the tests of packages with goroutines under the race detector
	@scripts/race $(RACE)

vuln: ## known faults in what we build on, where the database can be reached
	@scripts/vuln $(VULN)

licences: ## whose work is linked in, and under which licence
	@scripts/licences

modules: ## the modules are those of go.sum, and libc is the one sqlite asks for
	$(GO) mod verify
	@scripts/pin modernc.org/libc $(LIBC)

fresh: ## what is generated says what the program says now
	$(GO) test -count=1 ./docs/...

bench: ## speed and size as medians, beside their limits
	@$(GO) test -count=1 -run '^$$' -bench Table -benchtime 1x -timeout 30m ./bench

fuzz: ## every fuzz target for 20 seconds
	@scripts/fuzz 20s

golden: ## write golden files, pictures and key tables anew, for a person to look at
	@scripts/golden

pictures: ## write the pictures and the key table of the README anew
	WAYMARK_UPDATE=1 $(GO) test -count=1 ./docs/...

dist: ## the programs of six platforms in dist/, with SHA256SUMS
	@scripts/dist dist '$(VERSION)'

dist-check: ## build dist twice, in two places, and compare every byte
	@scripts/dist-check '$(VERSION)'

clean: ## remove what was built
	rm -rf bin dist
