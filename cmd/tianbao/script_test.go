package main

import (
	"fmt"
	"os"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"tianbao/seeds/trial"
)

// The day every script is run on, unless it sets TODAY.
var today = time.Date(2025, time.March, 3, 9, 0, 0, 0, time.UTC)

func scriptDay() time.Time {
	if day, err := time.Parse(time.DateOnly, os.Getenv("TODAY")); err == nil {
		return day
	}
	return today
}

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"tianbao": func() {
			os.Exit(Main(interruptible(), os.Args[1:], newDesk(os.Stdin, os.Stdout, os.Stderr, scriptDay())))
		},
		"edit":    editWorkbook,
		"show":    showWorkbook,
		"measure": measure,
	})
}

// The scripts are the contract of the command line; year.txtar is also its
// documentation.
func TestTheScriptsOfTheCommandLineHold(t *testing.T) {
	testscript.Run(t, testscript.Params{Dir: "testdata/script", UpdateScripts: trial.Updating(),
		Condition: func(cond string) (bool, error) {
			if cond == "long" {
				return trial.Long(), nil
			}
			return false, fmt.Errorf("no condition %q", cond)
		}})
}
