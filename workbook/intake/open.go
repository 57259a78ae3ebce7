package intake

import (
	"errors"
	"fmt"
	"io"
	"os"
	"syscall"
)

// TooLarge is a file that is larger than what is read.
type TooLarge struct{ Size, Most int64 }

func (e *TooLarge) Error() string {
	return fmt.Sprintf("文件有 %d 字节,超过 %d 字节的上限;确需这么大,请用 --max-file 放宽", e.Size, e.Most)
}

var (
	errIrregular = errors.New("不是普通文件")
	errGrowing   = errors.New("读取的时候文件正在变大")
)

// ReadFile reads a file whole into room, which grows as needed. It looks first: opening a
// pipe may wait for ever, a device may never end, and a file may be larger than memory.
func ReadFile(path string, most int64, room []byte) ([]byte, error) {
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return nil, err
	case info.IsDir():
		return nil, &os.PathError{Op: "open", Path: path, Err: syscall.EISDIR}
	case !info.Mode().IsRegular():
		return nil, &os.PathError{Op: "open", Path: path, Err: errIrregular}
	case info.Size() > most:
		return nil, &TooLarge{info.Size(), most}
	}
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	if need := int(info.Size()) + 1; cap(room) < need {
		room = make([]byte, need+need/4)
	}
	n, err := io.ReadFull(file, room[:cap(room)])
	switch {
	case err == nil:
		return nil, &os.PathError{Op: "read", Path: path, Err: errGrowing}
	case !errors.Is(err, io.EOF) && !errors.Is(err, io.ErrUnexpectedEOF):
		return nil, err
	}
	return room[:n], nil
}
