package main

import (
	"context"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"runtime"
	"time"

	"github.com/urfave/cli/v2"

	"tianbao/cmd/tianbao/internal/office"
	"tianbao/cmd/tianbao/internal/page"
	"tianbao/workbook/ooxml"
)

func deskCommand(d *desk) *cli.Command {
	return &cli.Command{
		Name: "desk", Usage: "打开工作台:用浏览器点一点、拖一拖,做完一年的事",
		UsageText: "tianbao desk [--port 端口] [--no-browser] [文件夹]",
		Description: "工作台只在这台电脑上,不连网络;做的事和各个命令做的一样,文件也一样。\n" +
			"按页面上的“结束工作台”或 Ctrl-C 结束;半天没有人用,自己结束。\n" +
			"例:tianbao desk             当前文件夹的工作台\n" +
			"   tianbao desk --no-browser 不打开浏览器,只写出入口地址(只能用一次)",
		Flags: commonFlags(
			&cli.IntFlag{Name: "port", Usage: "端口|用哪个端口;不写时用一个空着的"},
			&cli.BoolFlag{Name: "no-browser", Usage: "不打开浏览器"},
		),
		Action: func(c *cli.Context) error {
			j := d.job(c)
			if c.NArg() > 1 {
				return office.Usage("一次打开一个文件夹的工作台。", "给了不止一个文件夹。")
			}
			if c.NArg() == 1 {
				if err := os.MkdirAll(c.Args().First(), 0o755); err != nil {
					return err
				}
				if err := os.Chdir(c.Args().First()); err != nil {
					return err
				}
			}
			return d.serve(c.Context, j, c.Int("port"), c.Bool("no-browser"))
		},
	}
}

// serve keeps the desk page of the current folder open.
func (d *desk) serve(ctx context.Context, j office.Job, port int, hidden bool) error {
	dir, err := os.Getwd()
	if err != nil {
		return err
	}
	cache, err := os.UserCacheDir()
	if err != nil {
		return err
	}
	j.Notice, j.Progress = nil, nil
	start := time.Now()
	now := func() time.Time { return d.now.Add(time.Since(start)) } // the clock that was handed in, going on
	o := page.ServeOptions{Job: j, Now: now, Port: port, Dir: dir, Cache: filepath.Join(cache, "tianbao"), Who: who(), Open: d.show}
	if hidden {
		o.Open = nil
	}
	o.Ready = func(address, entry string) {
		switch {
		case hidden && entry != "":
			_ = d.print(entry + "\n") // whoever reads it has the terminal
		default:
			_ = d.print(address + "\n")
			d.say("工作台在浏览器里打开了。用完按页面上的“结束工作台”,或在这里按 Ctrl-C。")
		}
	}
	return page.Serve(ctx, o)
}

// who is the user and the machine, as others on a shared folder know them.
func who() string {
	name := "有人"
	if u, err := user.Current(); err == nil {
		name = u.Username
		if u.Name != "" {
			name = u.Name
		}
	}
	if machine, err := os.Hostname(); err == nil {
		name += "(在电脑 " + machine + " 上)"
	}
	return name
}

// browse shows a file in the browser of the user.
func browse(path string) error {
	name, args := "xdg-open", []string{path}
	switch runtime.GOOS {
	case "windows":
		name, args = "rundll32", []string{"url.dll,FileProtocolHandler", path}
	case "darwin":
		name = "open"
	}
	return exec.Command(name, args...).Start()
}

// alone is the program without arguments: from a double click it shows what there is to
// see, at a terminal it says where the year stands and what comes next.
func (d *desk) alone(ctx context.Context) error {
	j := d.freeJob()
	returned := onDisk(office.ReturnDir)
	switch {
	case d.clicked && !returned:
		return d.serve(ctx, j, 0, false)
	case d.clicked:
		err := d.check(ctx, office.CheckOptions{Job: j}, formatText)
		d.say("要拖放收表、核定、登记:双击“启动”打开工作台,或在这个文件夹里运行 tianbao desk。")
		if onDisk(office.ResultsPath) {
			_ = d.show(office.ResultsPath) // it lies there for who opens it by hand
		}
		return err
	case !returned && !onDisk(office.IssueDir) && !onDisk(office.CataloguePath):
		return d.print(welcome)
	}
	return d.standing(ctx, j)
}

// freeJob is a job without flags.
func (d *desk) freeJob() office.Job {
	d.command = "tianbao check"
	return office.Job{Program: d.program, Limits: ooxml.DefaultLimits(), Now: d.now, Notice: d.notice, Progress: d.progress}
}

// standing prints the steps of the year, each with its state and its command.
func (d *desk) standing(ctx context.Context, j office.Job) error {
	s, err := office.StateOf(ctx, j)
	if err != nil {
		return err
	}
	text := s.Plan.Title + "\n"
	for i, step := range page.Steps(s) {
		mark := "  "
		if step.Next {
			mark = "→ "
		}
		text += mark + string(rune('1'+i)) + ". " + step.Name + " " + step.Word + ":" + step.State + "\n"
		if step.Next {
			text += "     下一步:" + step.Run + "\n"
		}
	}
	return d.print(text + "也可以用工作台:tianbao desk。\n")
}
