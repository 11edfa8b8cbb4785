// Package waymark_test holds what is true of the whole program: which package
// may know which.
package waymark_test

import (
	"os/exec"
	"slices"
	"strings"
	"testing"
)

const module = "waymark"

// driver is what plays the app in tests. It may know anything below it, and
// only tests may know it.
const driver = "ui/uitest"

// within reports whether path is the room or lies in it.
func within(path, room string) bool {
	return path == room || strings.HasPrefix(path, room+"/")
}

func anyOf(path string, rooms ...string) bool {
	return slices.ContainsFunc(rooms, func(room string) bool { return within(path, room) })
}

// wrong says why from may not import to, or "". Paths of this module are
// given without its name in front.
func wrong(from, to string, own, standard bool) string {
	if own {
		return wrongArrow(from, to)
	}
	switch {
	case within(from, "model") && !standard:
		return "model knows only the standard library"
	case within(from, "model") && anyOf(to, "os", "net", "io/fs", "database/sql", "log", "syscall"):
		return "model opens nothing and writes no log"
	case within(from, "ui") && !within(from, driver) && anyOf(to, "os", "net", "database/sql", "syscall"):
		return "ui declares the small interfaces it needs instead"
	}
	return ""
}

// wrongArrow judges an arrow between two packages of the module. A room that
// is not named here may use every other, as cmd does, but none of these may
// use it.
func wrongArrow(from, to string) string {
	switch {
	case within(to, driver):
		if !within(from, driver) {
			return "only tests may import " + driver
		}
	case within(from, "model"):
		return wrongOfModel(from, to)
	case within(from, "rubrics"):
		if !anyOf(to, "model", "rubrics") {
			return "rubrics know only model"
		}
	case within(from, "store"):
		if !anyOf(to, "model", "store") {
			return "store knows only model"
		}
	case within(from, "report"):
		if !anyOf(to, "model", "report") {
			return "report knows only model"
		}
	case within(from, "ui"):
		return wrongOfUI(from, to)
	}
	if within(to, "cmd") && !within(from, "cmd") {
		return "nothing imports cmd"
	}
	return ""
}

func wrongOfModel(from, to string) string {
	switch {
	case !within(to, "model"):
		return "model is at the bottom"
	case within(from, "model/arrange"):
		return "what everything may use uses nothing"
	case within(to, "model/arrange"):
		return ""
	case from != "model/visit" && to != "model":
		return "of the rooms of model only visit knows others"
	case to != "model" && !anyOf(to, "model/priority", "model/agreement"):
		return "a visit sets judgements beside each other and the priorities that follow, and nothing else"
	}
	return ""
}

func wrongOfUI(from, to string) string {
	switch {
	case within(to, "cmd"):
		return "nothing imports cmd"
	case within(from, driver):
		return ""
	case anyOf(to, "store", "rubrics"):
		return "ui sees the world through small interfaces"
	case !anyOf(to, "ui", "model"):
		return "ui knows only model"
	}
	if _, screen := screenOf(from); !screen && within(to, "ui/screen") {
		return "screens stand on this and not the other way"
	}
	if here, ok := screenOf(from); ok {
		if there, ok := screenOf(to); ok && here != there {
			return "a screen never imports another screen"
		}
	}
	return ""
}

// screenOf is the name of the screen that a package belongs to.
func screenOf(path string) (string, bool) {
	rest, ok := strings.CutPrefix(path, "ui/screen/")
	name, _, _ := strings.Cut(rest, "/")
	return name, ok
}

// local strips the module's name; own is false for packages of others.
func local(path string) (short string, own bool) {
	if path == module {
		return ".", true
	}
	short, own = strings.CutPrefix(path, module+"/")
	return short, own
}

func TestImportsPointDown(t *testing.T) {
	standard := map[string]bool{}
	for line := range strings.Lines(goList(t, "-f", "{{.ImportPath}}", "std")) {
		standard[strings.TrimSpace(line)] = true
	}
	packages := 0
	for line := range strings.Lines(goList(t, "-f", `{{.ImportPath}} {{join .Imports " "}}`, "./...")) {
		words := strings.Fields(line)
		from, own := local(words[0])
		if !own {
			t.Fatalf("%s is not of this module", words[0])
		}
		packages++
		for _, path := range words[1:] {
			to, own := local(path)
			if why := wrong(from, to, own, standard[path]); why != "" {
				t.Errorf("%s imports %s: %s", from, to, why)
			}
		}
	}
	if packages < 2 {
		t.Fatalf("only %d packages were looked at", packages)
	}
}

func goList(t *testing.T, args ...string) string {
	t.Helper()
	out, err := exec.CommandContext(t.Context(), "go", append([]string{"list"}, args...)...).Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	return string(out)
}

func TestArrowsThatAreWrong(t *testing.T) {
	for _, arrow := range []string{
		"model store", "model/priority ui", "model rubrics", "model os", "model net/http", "model io/fs", "model database/sql", "model log", "model log/slog", "model/priority os/exec",
		"model github.com/google/uuid", "model model/visit", "model/agreement model/priority", "model/meeting model/visit", "model/visit model/desk", "model/visit ui/jot", "model/visit report", "model/arrange model",
		"ui ui/screen/home", "ui/jot ui/screen/agenda", "ui/visiting ui/screen/agree", "ui/checklist ui/screen/sheet",
		"store ui", "store rubrics", "store/bundle report", "store cmd/waymark", "report store", "report/pdf rubrics", "report ui/theme",
		"rubrics store", "rubrics report", "rubrics ui", "cmdline cmd/waymark",
		"ui store", "ui/screen/home store/bundle", "ui rubrics", "ui report", "ui cmd/waymark", "ui os", "ui/theme os/exec", "ui/screen/home net/url", "ui/line database/sql",
		"ui/screen/home ui/screen/judge", "ui/screen/home/list ui/screen/judge", "ui ui/uitest", "cmd/waymark ui/uitest", "store ui/uitest/pty", "ui/uitest cmd/waymark",
	} {
		from, to, _ := strings.Cut(arrow, " ")
		if why := wrong(from, to, isOurs(to), !strings.Contains(to, ".")); why == "" {
			t.Errorf("%s -> %s is let through", from, to)
		}
	}
	for _, arrow := range []string{
		"cmd/waymark ui", "cmd/waymark store", "cmd/waymark rubrics", "cmd/waymark report", "cmd/waymark os", "cmd/waymark model",
		"ui model", "ui/screen/home model/priority", "ui/screen/agenda model/visit", "ui/screen/agenda ui/jot", "ui/visiting ui/jot", "report model/visit", "model/visit model/agreement", "model model/arrange", "model/priority model/arrange", "ui/screen/home ui/widget", "ui/screen/home ui/screen/home/list", "ui charm.land/bubbletea/v2", "ui fmt",
		"ui/uitest os", "ui/uitest/pty net", "ui/uitest rubrics", "ui/uitest ui/uitest/pty", "ui/uitest ui", "store model", "store/bundle store", "store os", "store modernc.org/sqlite", "report model/priority", "report/pdf report",
		"rubrics model", "rubrics go.yaml.in/yaml/v4", "model/priority model", "model crypto/ed25519", "bench store", ". model",
	} {
		from, to, _ := strings.Cut(arrow, " ")
		if why := wrong(from, to, isOurs(to), !strings.Contains(to, ".")); why != "" {
			t.Errorf("%s -> %s is refused: %s", from, to, why)
		}
	}
}

func isOurs(path string) bool {
	return anyOf(path, "cmd", "ui", "report", "store", "rubrics", "model")
}
