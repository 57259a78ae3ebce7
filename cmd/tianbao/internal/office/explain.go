package office

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"syscall"

	"github.com/xrash/smetrics"
)

// Explain puts an error of the system into words a clerk can act on. Other errors
// bring their own words.
func Explain(err error) string {
	var path *fs.PathError
	var link *os.LinkError
	name := ""
	switch {
	case errors.As(err, &path):
		name = Slashed(path.Path)
	case errors.As(err, &link):
		name = Slashed(link.New)
	default:
		return err.Error()
	}
	if name == stdout {
		if diskFull(err) {
			return "结果没有全部输出:保存输出的磁盘已满。请腾出空间后再运行一次。"
		}
		return "结果没有全部输出:" + reason(err) + "。请换一个地方保存输出,再运行一次。"
	}
	switch {
	case inUse(err):
		return "“" + name + "”正被别的程序打开(多半是 WPS 或 Excel)。请先关闭它,再运行一次;原来的文件没有动。"
	case errors.Is(err, fs.ErrNotExist):
		return "找不到“" + name + "”。请检查名称和所在的文件夹。"
	case errors.Is(err, fs.ErrPermission), errors.Is(err, syscall.EROFS):
		return "没有权限读写“" + name + "”。请换一个文件夹,或检查文件是否只读、是否正被打开。"
	case diskFull(err):
		return "磁盘已满,“" + name + "”没有写成;原来的文件没有动。请腾出空间后再运行一次。"
	case badName(err):
		return "名称太长或含有不能用的字符:“" + name + "”。请换一个短一些的名称。"
	case errors.Is(err, syscall.EISDIR):
		return "“" + name + "”是文件夹,不是文件。请写明文件的名称。"
	case errors.Is(err, syscall.ENOTDIR):
		return "“" + name + "”是文件,不是文件夹,或在一个文件之下。请检查路径。"
	}
	return "读写“" + name + "”时系统报告:" + reason(err) + "。请检查磁盘、U 盘或网络盘是否正常,再运行一次。"
}

// stdout is how the system's errors name what results are printed to, on every system.
const stdout = "/dev/stdout"

// reason is what the system says of an error, without the operation and the names.
func reason(err error) string {
	var number syscall.Errno
	if errors.As(err, &number) {
		return number.Error()
	}
	return err.Error()
}

// UsageError is a mistake in what was asked for: a unit, year or name that does not
// fit. Hint, where not "", says what to write.
type UsageError struct{ Text, Hint string }

func (e *UsageError) Error() string { return e.Text }

// Usage is a mistake in what was asked for.
func Usage(hint, format string, args ...any) error {
	return &UsageError{Text: fmt.Sprintf(format, args...), Hint: hint}
}

// Suggest asks for the candidate nearest to what was typed, "" where none is near.
func Suggest(typed string, candidates []string, prefix string) string {
	best, score := "", 0.0
	for _, c := range candidates {
		if s := smetrics.JaroWinkler(typed, c, 0.7, 4); s > score {
			best, score = c, s
		}
	}
	if score < 0.75 {
		return ""
	}
	return "是不是想写“" + prefix + best + "”?"
}
