package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"tianbao/cmd/tianbao/internal/office"
	"tianbao/seeds/finding"
	"tianbao/workbook/intake"
)

// The exit codes.
const (
	exitFine     = 0 // nothing blocks
	exitFindings = 1 // findings of severity error exist
	exitUsage    = 2 // wrong usage
	exitFailed   = 3 // could not be done
)

// version and commit are set when a release is built.
var version, commit = "开发版", "未知"

// errFindings ends a command that has printed findings of severity error.
var errFindings = errors.New("有错误")

// endsWith is errFindings where there are such findings.
func endsWith(findings bool) error {
	if findings {
		return errFindings
	}
	return nil
}

func usage(hint, format string, args ...any) error { return office.Usage(hint, format, args...) }

// Main runs the program and returns its exit code.
func Main(ctx context.Context, args []string, d *desk) int {
	if path := dropped(args); path != "" {
		return d.close(d.drop(ctx, path))
	}
	commands := commands(d)
	args, err := arrange(args, commands)
	if err == nil && len(args) == 0 {
		err = d.alone(ctx)
	} else if err == nil {
		err = newApp(d, commands).RunContext(ctx, append([]string{"tianbao"}, args...))
	}
	return d.close(err)
}

// close says how a command ended and returns the exit code for it.
func (d *desk) close(err error) int {
	var wrong *office.UsageError
	var mixed intake.MixedYears
	var stopped *office.Stopped
	switch {
	case err == nil:
		return exitFine
	case errors.Is(err, errFindings):
		return exitFindings
	case errors.As(err, &wrong):
		fmt.Fprintln(d.err, wrong.Text)
		if wrong.Hint != "" {
			fmt.Fprintln(d.err, wrong.Hint)
		}
		return exitUsage
	case errors.As(err, &mixed):
		fmt.Fprintf(d.err, "%v请写明办哪一年的:%s --year %d,或 %[2]s --year %[4]d。\n", mixed, d.command, mixed[0].Year, mixed[1].Year)
		return exitUsage
	case errors.As(err, &stopped):
		fmt.Fprintf(d.err, "%v\n%s确实如此的,加 --anyway 继续。\n", stopped, d.wayOut(stopped))
		return exitFailed
	case errors.Is(err, context.Canceled):
		fmt.Fprintln(d.err, "已中断,没有留下未写完的文件。")
		return exitFailed
	}
	fmt.Fprintln(d.err, "未能完成:"+office.Explain(err))
	return exitFailed
}

// wayOut says what to do where one cause refuses many returns.
func (d *desk) wayOut(s *office.Stopped) string {
	switch s.Cause.Code {
	case finding.WrongYear:
		return fmt.Sprintf("这些表多数写的是 %d 年。要办的就是那一年,请运行 %s --year %[1]d;不是的,换成本年度的表再运行。", s.Years[0].Year, d.command)
	case finding.PlanNeeded, finding.WrongPlan:
		return "请用 --plan 写明这些表所属规划的任务清单;把它以“" + office.CataloguePath + "”的名称放在这个文件夹里也可以。"
	case finding.UnknownUnit:
		return "请在任务清单的“单位”表补上这些单位,或写明别名、承接单位,再运行一次。"
	case finding.EmptyReturn:
		return fmt.Sprintf("是不是下发用的那个文件夹?交回来的表放在“%s”文件夹里,再运行一次。", office.ReturnDir)
	case finding.OldLayout:
		return "这些表是早先版本的程序下发的:请用那个版本的程序办完,或重新下发。"
	case finding.NewLayout:
		return "这些表是更新版本的程序下发的:请换用那个版本的程序。"
	}
	return "先用 tianbao check 看看是什么情况。"
}

func commands(d *desk) []*cli.Command {
	list := []*cli.Command{
		demoCommand(d), planCommand(d), templateCommand(d), checkCommand(d),
		statusCommand(d), consolidateCommand(d), consultCommand(d), traceCommand(d), explainCommand(d), deskCommand(d),
	}
	for _, c := range list {
		finish(c)
	}
	return list
}

// finish sets what all commands share: errors come back instead of being printed,
// and help is in the clerk's language.
func finish(c *cli.Command) {
	c.CustomHelpTemplate = commandHelp
	if len(c.Subcommands) > 0 {
		c.CustomHelpTemplate = groupHelp
		c.HideHelpCommand = true
	}
	c.OnUsageError = func(_ *cli.Context, err error, _ bool) error { return flagError(c, err) }
	for _, sub := range c.Subcommands {
		finish(sub)
	}
}

func newApp(d *desk, commands []*cli.Command) *cli.App {
	cli.HelpFlag = &cli.BoolFlag{Name: "help", Aliases: []string{"h"}, Usage: "显示帮助", DisableDefaultText: true}
	cli.VersionFlag = &cli.BoolFlag{Name: "version", Usage: "显示版本", DisableDefaultText: true}
	cli.FlagStringer = flagLine
	cli.VersionPrinter = func(c *cli.Context) {
		fmt.Fprintf(d.out, "tianbao %s\n提交 %s\n本程序文件的 SHA-256 %s\n", version, commit, ownChecksum())
	}
	return &cli.App{
		Name: "tianbao", Usage: "规划任务与指标年度填报、审核、汇总", Version: version,
		Commands: commands, HideHelpCommand: true, DisableSliceFlagSeparator: true,
		CustomAppHelpTemplate: appHelp,
		Writer:                d.out, ErrWriter: io.Discard,
		ExitErrHandler: func(*cli.Context, error) {},
		OnUsageError:   func(_ *cli.Context, err error, _ bool) error { return flagError(nil, err) },
		Action:         func(c *cli.Context) error { return d.print(welcome) },
	}
}

// ownChecksum is the SHA-256 of the running program's file, to be held against the
// release's SHA256SUMS.
func ownChecksum() string {
	sum, path, err := "", "", error(nil)
	if path, err = os.Executable(); err == nil {
		sum, err = office.HashOf(path)
	}
	if err != nil {
		return "算不出:" + office.Explain(err)
	}
	return sum
}

// arrange makes the arguments what the flag parser expects: files without a
// command are checked, flags come before file names, and a command that does not
// exist is named with the nearest one.
func arrange(args []string, commands []*cli.Command) ([]string, error) {
	if len(args) == 0 || args[0] == "" {
		return nil, nil
	}
	if slices.Contains([]string{"--help", "-h", "--version", "help"}, args[0]) {
		if args[0] == "help" {
			return append(args[1:], "--help"), nil
		}
		return args[:1], nil
	}
	c := find(commands, args[0])
	if c == nil {
		if i := slices.IndexFunc(args, func(a string) bool { return find(commands, a) != nil }); args[0][0] == '-' && i > 0 {
			return arrange(slices.Concat(args[i:i+1], args[:i], args[i+1:]), commands)
		}
		if isFile(args[0]) || args[0][0] == '-' && slices.ContainsFunc(args, isFile) {
			return arrange(append([]string{"check"}, args...), commands)
		}
		if args[0][0] == '-' {
			return nil, usage("选项写在命令后面,例如:tianbao template --year 2024。", "“%s”前面没有命令。", args[0])
		}
		return nil, unknownCommand("tianbao", args[0], commands)
	}
	if len(c.Subcommands) == 0 {
		rest, err := flagsFirst(c, args[1:])
		return append([]string{c.Name}, rest...), err
	}
	if len(args) < 2 || args[1] == "--help" || args[1] == "-h" {
		return []string{c.Name, "--help"}, nil
	}
	sub := find(c.Subcommands, args[1])
	if sub == nil {
		return nil, unknownCommand("tianbao "+c.Name, args[1], c.Subcommands)
	}
	rest, err := flagsFirst(sub, args[2:])
	return append([]string{c.Name, sub.Name}, rest...), err
}

// isFile reports whether an argument is a file or folder, or is meant as a workbook.
func isFile(arg string) bool {
	return onDisk(arg) || arg[:min(1, len(arg))] != "-" && strings.EqualFold(filepath.Ext(arg), ".xlsx")
}

func onDisk(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}

func find(commands []*cli.Command, name string) *cli.Command {
	if i := slices.IndexFunc(commands, func(c *cli.Command) bool { return c.Name == name }); i >= 0 {
		return commands[i]
	}
	return nil
}
