package office

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"time"

	"golang.org/x/sys/windows"
)

// lockInside says whether a lock is a file in the folder.
const lockInside = true

// lockFolder opens a hidden file in the folder that nobody else can open, and that
// the system takes away when it is closed: folders themselves cannot be locked.
// nil without errBusy means that locks are unknown here.
func lockFolder(dir string) (io.Closer, error) {
	path := filepath.Join(dir, ".tianbao.lock")
	name, err := windows.UTF16PtrFromString(path)
	if err != nil {
		return nil, err
	}
	for try := 0; ; try++ {
		file, err := windows.CreateFile(name, windows.GENERIC_WRITE|windows.DELETE, 0, nil, windows.OPEN_ALWAYS,
			windows.FILE_ATTRIBUTE_HIDDEN|windows.FILE_FLAG_DELETE_ON_CLOSE, 0)
		switch {
		case err == nil:
			return os.NewFile(uintptr(file), path), nil
		case errors.Is(err, windows.ERROR_SHARING_VIOLATION):
			return nil, errBusy
		case !errors.Is(err, windows.ERROR_ACCESS_DENIED) || try == 5:
			return nil, err
		}
		time.Sleep(10 * time.Millisecond) // denied also while it is being taken away
	}
}
