package store

import (
	"errors"
	"os"
	"path/filepath"
	"time"

	"waymark/model/arrange"
)

// The copies that are kept: every one of the last two days, then one a day,
// one a week and one a month.
const (
	keepAll     = 48 * time.Hour
	keepDaily   = 12
	keepWeekly  = 10
	keepMonthly = 9
)

// thin removes the copies in dir that the rule does not keep. Copies made
// before a migration, an import or an erasure have another name and stay.
func thin(dir string, now time.Time) error {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return err
	}
	made := map[string]time.Time{}
	for _, e := range entries {
		if at, err := time.Parse("waymark-"+backupTime+".db", e.Name()); err == nil {
			made[filepath.Join(dir, e.Name())] = at
		}
	}
	var failed []error
	for _, name := range surplus(made, now) {
		failed = append(failed, os.Remove(name))
	}
	return errors.Join(failed...)
}

// surplus picks the copies to remove: of each day, week and month that is
// still kept the newest copy stays, and the newest of all always does.
func surplus(made map[string]time.Time, now time.Time) []string {
	names := make([]string, 0, len(made))
	for name := range made {
		names = append(names, name)
	}
	arrange.By(names, func(a, b string) int { return made[b].Compare(made[a]) })
	days, weeks, months := map[string]bool{}, map[[2]int]bool{}, map[string]bool{}
	var out []string
	for i, name := range names {
		at := made[name]
		if i == 0 || now.Sub(at) < keepAll {
			continue
		}
		year, week := at.ISOWeek()
		keep := take(days, at.Format("20060102"), keepDaily)
		keep = take(weeks, [2]int{year, week}, keepWeekly) || keep
		keep = take(months, at.Format("200601"), keepMonthly) || keep
		if !keep {
			out = append(out, name)
		}
	}
	return out
}

// take fills the next place of a kind of period; false when the period has a
// copy already or all places are taken.
func take[K comparable](have map[K]bool, period K, places int) bool {
	if have[period] || len(have) >= places {
		return false
	}
	have[period] = true
	return true
}
