package office

import (
	"errors"
	"io"
	"os"
	"strings"
)

// claimPath is the file that says who has the desk page of a folder open. It is locked
// as long as the desk is open, and says nothing once it is not.
const claimPath = ".tianbao-desk"

// ErrClaimed says that somebody has the desk page of the folder open already.
var ErrClaimed = errors.New("工作台已经打开")

// Claim makes the folder's desk page that of who, until it is closed. Where another has
// it, holder is what that one wrote, and the error ErrClaimed. Where the file system
// knows no locks, nothing is claimed.
func Claim(j Job, who string) (claim io.Closer, holder string, err error) {
	f, err := os.OpenFile(j.in(claimPath), os.O_RDWR|os.O_CREATE, 0o644)
	if err != nil {
		return nil, "", err
	}
	switch err := lockFile(f); {
	case errors.Is(err, errBusy):
		defer f.Close()
		text, _ := io.ReadAll(io.LimitReader(f, 300))
		return nil, strings.TrimSpace(string(text)), ErrClaimed
	case err == nil:
		hide(f.Name())
		_ = f.Truncate(0) // that it cannot be said who has it does not keep anybody from having it
		_, _ = f.WriteAt([]byte(who+"\n"), 0)
	}
	return &claimed{f}, "", nil
}

// claimed takes the file away once the desk is closed.
type claimed struct{ *os.File }

func (c *claimed) Close() error {
	if removeOpen {
		os.Remove(c.Name())
	}
	err := c.File.Close()
	if !removeOpen {
		os.Remove(c.Name())
	}
	return err
}
