package main

import (
	"cmp"
	"errors"
	"flag"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"tianbao/cmd/tianbao/internal/office"
	"tianbao/seeds/text"
)

// flagsFirst moves flags with their values before the file names. After -- all
// are file names. A flag that another follows where its value belongs lacks it.
func flagsFirst(c *cli.Command, args []string) ([]string, error) {
	var flags, files []string
	for i := 0; i < len(args); i++ {
		a := args[i]
		switch {
		case a == "--":
			files = append(files, args[i+1:]...)
			i = len(args)
		case len(a) > 1 && a[0] == '-':
			flags = append(flags, a)
			if strings.Contains(a, "=") || !takesValue(c, strings.TrimLeft(a, "-")) {
				continue
			}
			if i++; i == len(args) || isFlag(c, args[i]) {
				return nil, noValue(a)
			}
			flags = append(flags, args[i])
		default:
			files = append(files, a)
		}
	}
	return append(append(flags, "--"), files...), nil
}

// isFlag reports whether an argument is meant as a flag; a number below 0 is not.
func isFlag(c *cli.Command, arg string) bool {
	name, _, _ := strings.Cut(arg, "=")
	return strings.HasPrefix(arg, "--") || strings.HasPrefix(arg, "-") && slices.ContainsFunc(c.Flags, func(f cli.Flag) bool {
		return slices.Contains(f.Names(), name[1:])
	})
}

func noValue(flag string) error {
	return usage("在选项后面写上它的值。", "选项“%s”后面缺少内容。", flag)
}

func takesValue(c *cli.Command, name string) bool {
	for _, f := range c.Flags {
		if slices.Contains(f.Names(), name) {
			_, is := f.(*cli.BoolFlag)
			return !is
		}
	}
	return false
}

// flagError turns the parser's words into the clerk's.
func flagError(c *cli.Command, err error) error {
	if errors.Is(err, flag.ErrHelp) {
		return err
	}
	text := err.Error()
	if name, ok := strings.CutPrefix(text, "flag provided but not defined: "); ok {
		name = strings.TrimLeft(name, "-")
		return usage(office.Suggest(name, flagNames(c), "--"), "没有“--%s”这个选项。", name)
	}
	if name, ok := strings.CutPrefix(text, "flag needs an argument: "); ok {
		return noValue(name)
	}
	if i := strings.Index(text, " for flag -"); i > 0 {
		name, _, _ := strings.Cut(text[i+len(" for flag -"):], ":")
		return usage("这里写数字,例如 --year 2024、--max-cells 100000。", "选项“--%s”的内容不对:%s", name, given(text))
	}
	return usage("看看帮助:在命令后面加 --help。", "命令写法不对:%s", text)
}

func given(text string) string {
	if parts := strings.Split(text, `"`); len(parts) > 2 {
		return "“" + parts[1] + "”"
	}
	return text
}

func flagNames(c *cli.Command) []string {
	var names []string
	if c != nil {
		for _, f := range c.Flags {
			names = append(names, f.Names()[0])
		}
	}
	return names
}

func unknownCommand(parent, name string, commands []*cli.Command) error {
	names := text.Each(commands, func(c *cli.Command) string { return c.Name })
	hint := cmp.Or(office.Suggest(name, names, parent+" "), "可用的命令:"+strings.Join(names, "、")+"。加 --help 看说明。")
	return usage(hint, "没有“%s”这个命令,也没有叫这个名字的文件或文件夹。", name)
}
