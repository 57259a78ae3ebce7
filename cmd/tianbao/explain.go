package main

import (
	"errors"
	"io/fs"
	"os"
	"syscall"
)

// explain puts an error of the system into words a clerk can act on. Other errors
// bring their own words.
func explain(err error) string {
	var path *fs.PathError
	var link *os.LinkError
	name := ""
	switch {
	case errors.As(err, &path):
		name = path.Path
	case errors.As(err, &link):
		name = link.New
	default:
		return err.Error()
	}
	switch {
	case inUse(err):
		return "“" + name + "”正被别的程序打开(多半是 WPS 或 Excel)。请先关闭它,再运行一次;原来的文件没有动。"
	case errors.Is(err, fs.ErrNotExist):
		return "找不到“" + name + "”。请检查名称和所在的文件夹。"
	case errors.Is(err, fs.ErrPermission):
		return "没有权限读写“" + name + "”。请换一个文件夹,或检查文件是否只读、是否正被打开。"
	case errors.Is(err, syscall.ENOSPC):
		return "磁盘已满,“" + name + "”没有写成;原来的文件没有动。请腾出空间后再运行一次。"
	case errors.Is(err, syscall.ENOTDIR), errors.Is(err, syscall.EISDIR):
		return "“" + name + "”应当是文件夹的地方是文件,或者反过来。请检查路径。"
	}
	return err.Error()
}
